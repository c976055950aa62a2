import type { CarrierDatabase } from './open-store.ts';
import type { Body, StoredResource } from './resource-rows.ts';

/** A number that is not as the seed says. `holdUntil` null: bound to an order or sold. */
export type NumberRow = { readonly number: string; readonly status: 'reserved' | 'allocated'; readonly reservationId: string; readonly holdUntil: number | null };

/** Rows of `number_state`. */
export function numberRows(database: CarrierDatabase) {
  const columns = 'number, status, reservation_id AS reservationId, hold_until AS holdUntil';
  const find = database.prepare<[string], NumberRow>(`SELECT ${columns} FROM number_state WHERE number = ?`);
  const all = database.prepare<[], NumberRow>(`SELECT ${columns} FROM number_state`);
  const expired = database.prepare<[number], NumberRow>(`SELECT ${columns} FROM number_state WHERE hold_until <= ? ORDER BY hold_until`);
  const next = database.prepare<[], { at: number | null }>('SELECT min(hold_until) AS at FROM number_state');
  const claim = database.prepare('INSERT INTO number_state (number, status, reservation_id, hold_until) VALUES (?, \'reserved\', ?, ?) ON CONFLICT DO NOTHING');
  const hold = database.prepare("UPDATE number_state SET hold_until = ? WHERE number = ? AND reservation_id = ? AND status = 'reserved' AND hold_until IS NOT NULL");
  const bind = database.prepare("UPDATE number_state SET hold_until = NULL WHERE number = ? AND reservation_id = ? AND status = 'reserved' AND hold_until > ?");
  const allocate = database.prepare("UPDATE number_state SET status = 'allocated', hold_until = NULL WHERE number = ? AND reservation_id = ? AND status = 'reserved'");
  const free = database.prepare("DELETE FROM number_state WHERE number = ? AND reservation_id = ? AND status = 'reserved'");
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
    claim: (number: string, reservationId: string, holdUntil: number) => claim.run(number, reservationId, holdUntil).changes === 1,
    extend: (number: string, reservationId: string, holdUntil: number) => hold.run(holdUntil, number, reservationId).changes === 1,
    /** The hold now lives with its order; false when it is over. */
    bind: (number: string, reservationId: string, now: number) => bind.run(number, reservationId, now).changes === 1,
    allocate: (number: string, reservationId: string) => allocate.run(number, reservationId).changes === 1,
    free: (number: string, reservationId: string) => free.run(number, reservationId).changes === 1,
  };
}
