import type { NumberChange } from '#domain/lease/lease-row.ts';
import type { CarrierDatabase } from './open-store.ts';
import type { Body, StoredResource } from './resource-rows.ts';

/** A number that is not as the seed says. `holdUntil` null: lent, bound to an order or sold; a lent one has no reservation of its own. */
export type NumberRow = {
  readonly number: string; readonly status: 'leased' | 'reserved' | 'allocated'; readonly reservationId: string | null; readonly holdUntil: number | null;
  readonly leaseEpoch: number | null; readonly device: string | null; readonly caseRef: string | null;
};

const columns = 'number, status, reservation_id AS reservationId, hold_until AS holdUntil, lease_epoch AS leaseEpoch, device, case_ref AS caseRef';

/** Rows of `number_state`. */
export function numberRows(database: CarrierDatabase) {
  const find = database.prepare<[string], NumberRow>(`SELECT ${columns} FROM number_state WHERE number = ?`);
  const all = database.prepare<[], NumberRow>(`SELECT ${columns} FROM number_state`);
  const expired = database.prepare<[number], NumberRow & { readonly reservationId: string }>(`SELECT ${columns} FROM number_state WHERE hold_until <= ? ORDER BY hold_until`);
  const next = database.prepare<[], { at: number | null }>('SELECT min(hold_until) AS at FROM number_state');
  const claim = database.prepare('INSERT INTO number_state (number, status, reservation_id, hold_until) VALUES (?, \'reserved\', ?, ?) ON CONFLICT DO NOTHING');
  const hold = database.prepare("UPDATE number_state SET hold_until = ? WHERE number = ? AND reservation_id = ? AND status = 'reserved' AND hold_until IS NOT NULL");
  const bind = database.prepare("UPDATE number_state SET hold_until = NULL WHERE number = ? AND reservation_id = ? AND status = 'reserved' AND hold_until > ?");
  const allocate = database.prepare("UPDATE number_state SET status = 'allocated', hold_until = NULL WHERE number = ? AND reservation_id = ? AND status = 'reserved'");
  const free = database.prepare("DELETE FROM number_state WHERE number = ? AND reservation_id = ? AND status = 'reserved'");
  const assign = database.prepare('INSERT INTO assignment (number, reservation_id) VALUES (?, ?)');
  const endAssignment = database.prepare('UPDATE assignment SET ended = 1 WHERE number = ? AND ended = 0');
  const live = database.prepare<[string, string], { id: string; hall: string; version: number; body: string }>(`
    SELECT r.id, r.hall, r.version, r.body FROM number_state n JOIN resource r ON r.kind = 'resourceReservation' AND r.id = n.reservation_id
    WHERE n.hold_until IS NOT NULL AND (r.hall = ? OR instr(r.body, ?) > 0)`);
  return {
    find: (number: string) => find.get(number),
    all: () => all.all(),
    expired: (now: number) => expired.all(now),
    /** Reservations that may still expire: the hall's own, and every hall's that name the customer. */
    liveHolds: (hall: string, customerName: string): readonly StoredResource[] =>
      live.all(hall, JSON.stringify(customerName)).map((row) => ({ ...row, body: JSON.parse(row.body) as Body })),
    nextExpiry: () => next.get()?.at ?? null,
    /** One conditional statement decides a race: true for exactly one of all who ask. */
    claim: (number: string, reservationId: string, holdUntil: number) => {
      const won = claim.run(number, reservationId, holdUntil).changes === 1;
      if (won) assign.run(number, reservationId);
      return won;
    },
    extend: (number: string, reservationId: string, holdUntil: number) => hold.run(holdUntil, number, reservationId).changes === 1,
    /** The hold now lives with its order; false when it is over. */
    bind: (number: string, reservationId: string, now: number) => bind.run(number, reservationId, now).changes === 1,
    allocate: (number: string, reservationId: string) => allocate.run(number, reservationId).changes === 1,
    free: (number: string, reservationId: string) => {
      const freed = free.run(number, reservationId).changes === 1;
      if (freed) endAssignment.run(number);
      return freed;
    },
    ...leasedNumberRows(database, (number, reservationId) => void assign.run(number, reservationId)),
  };
}

/** Changes of lent numbers: each one statement that names what must still be true. */
function leasedNumberRows(database: CarrierDatabase, assign: (number: string, reservationId: string) => void) {
  const ofLease = database.prepare<[number], NumberRow>(`SELECT ${columns} FROM number_state WHERE lease_epoch = ? ORDER BY number`);
  const counts = database.prepare<[string], { all: number; here: number; rows: number }>(
    "SELECT coalesce(sum(status = 'leased'), 0) AS \"all\", coalesce(sum(status = 'leased' AND device = ?), 0) AS here, count(*) AS rows FROM number_state");
  const lend = database.prepare("INSERT INTO number_state (number, status, lease_epoch, device) VALUES (@digits, 'leased', @epoch, @device) ON CONFLICT DO NOTHING");
  const guard = 'number = @digits AND lease_epoch IS @epoch AND device IS @device AND case_ref IS @caseRef';
  const takeBack = database.prepare(`DELETE FROM number_state WHERE ${guard} AND status = 'leased'`);
  const keep = database.prepare(`UPDATE number_state SET case_ref = @newCaseRef WHERE ${guard} AND status = 'leased'`);
  const hold = database.prepare(`UPDATE number_state SET status = 'reserved', case_ref = @newCaseRef, reservation_id = @reservationId, hold_until = @until WHERE ${guard} AND status = 'leased'`);
  const guarded = ({ digits, guard: { leaseEpoch, device, caseRef } }: NumberChange) => ({ digits, epoch: leaseEpoch, device, caseRef });
  return {
    ofLease: (epoch: number) => ofLease.all(epoch),
    /** Lent numbers of all devices and of one, and how many rows there are. */
    leaseCounts: (device: string) => counts.get(device) ?? { all: 0, here: 0, rows: 0 },
    lend: ({ digits, set }: NumberChange) => lend.run({ digits, epoch: set.leaseEpoch, device: set.device }).changes === 1,
    takeBack: (change: NumberChange) => takeBack.run(guarded(change)).changes === 1,
    /** The closing report names the case of a lent number. */
    keepFor: (change: NumberChange) => keep.run({ ...guarded(change), newCaseRef: change.set.caseRef }).changes === 1,
    holdLeased: (change: NumberChange, reservationId: string, until: number) => {
      const held = hold.run({ ...guarded(change), newCaseRef: change.set.caseRef, reservationId, until }).changes === 1;
      if (held) assign(change.digits, reservationId);
      return held;
    },
  };
}
