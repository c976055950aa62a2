import { assert } from '#domain/assert.ts';
import { decideClose, decideForce } from '#domain/lease/end-lease.ts';
import { decideGrant, type LeaseTerms } from '#domain/lease/grant-lease.ts';
import { judgeEntry, type SeenPick } from '#domain/lease/journal-head.ts';
import { decideRenew, decideRestoreNotice, type RestoreAnswer } from '#domain/lease/keep-lease.ts';
import { guardOf, toPool, type LeaseRow, type NumberChange, type NumberRow } from '#domain/lease/lease-row.ts';
import type { Sha256Hex } from '#domain/lease/pick-journal.ts';
import { applyChange } from './apply-change.ts';
import type { ToCarrier, ToDevice } from './messages.ts';
import type { PromiseBook } from './promises.ts';
import type { Protocol } from './protocol.ts';

/** What a carrier of the campaign is made of. */
export type CarrierOptions = { readonly numbers: readonly string[]; readonly terms: LeaseTerms; readonly protocol: Protocol; readonly book: PromiseBook; readonly sha256hex: Sha256Hex };

type Reply<K extends ToDevice['kind']> = K extends K ? Omit<Extract<ToDevice, { kind: K }>, 'device' | 'serverMs'> : never;

/** The carrier in memory: rows, the product's decisions, conditional updates. No answer is remembered by key, which is harsher than the real one. */
export function carrierModel({ numbers, terms, protocol, book, sha256hex }: CarrierOptions) {
  const rows = new Map(numbers.map((digits): [string, NumberRow] => [digits, { digits, st: 'pool', leaseEpoch: null, device: null, caseRef: null }]));
  const leases = new Map<number, LeaseRow>();
  const seen = new Map<number, SeenPick[]>();
  const answered = new Map<string, RestoreAnswer>();
  const asked = new Set<string>();

  const rowOf = (digits: string): NumberRow => {
    const row = rows.get(digits);
    assert(row, 'carrierModel: not a number of this pool');
    return row;
  };
  const rowsOf = (lease: LeaseRow | undefined): readonly NumberRow[] => (lease?.numbers ?? []).map(rowOf);
  const leasesOf = (device: string): readonly LeaseRow[] => [...leases.values()].filter((lease) => lease.device === device);
  const write = (changes: readonly NumberChange[]): void => {
    for (const change of changes) {
      const next = applyChange(rowOf(change.digits), change);
      if (!next) continue;
      rows.set(change.digits, next);
      book.rowChanged(next);
    }
  };
  const keep = (lease: LeaseRow): void => { leases.set(lease.epoch, lease); };

  const grant = ({ device, key, asked: size }: Extract<ToCarrier, { kind: 'grant' }>, nowMs: number): Reply<'offer'> | null => {
    const all = [...rows.values()];
    const leased = all.filter(({ st }) => st === 'leased');
    const candidates = all.filter(({ st }) => st === 'pool').map(({ digits }) => ({ digits, memorability: Number(digits.slice(-2)) }));
    const granted = decideGrant({
      device, key, asked: size, nowMs, terms, leases: leasesOf(device), nextEpoch: leases.size + 1, candidates,
      counts: { pool: candidates.length, leased: leased.length, leasedHere: leased.filter((row) => row.device === device).length },
    });
    if (!granted.ok) return null;
    keep(granted.value.lease);
    write(granted.value.changes);
    const { epoch, numbers: block, pickUntilMs, settleUntilMs, state } = granted.value.lease;
    return { kind: 'offer', key, offer: { epoch, numbers: block, pickUntilMs, settleUntilMs, state } };
  };

  const claim = ({ device, entry }: Extract<ToCarrier, { kind: 'claim' }>): Reply<'claimed'> => {
    const lease = leases.get(entry.epoch);
    const own = lease?.device === device ? lease : undefined;
    const shown = seen.get(entry.epoch) ?? [];
    const judged = own && judgeEntry(own, shown, entry, sha256hex);
    if (own && judged) {
      keep({ ...own, ...judged.lease });
      if (judged.standing !== 'known') seen.set(entry.epoch, [...shown, judged.seen]);
    }
    const decided = protocol.decideClaim(rowOf(entry.digits), device, entry);
    if (decided.ok && decided.value.outcome === 'held') write([decided.value.change]);
    if (decided.ok) book.bind(entry.digits, entry.caseRef);
    book.answered(entry, device, decided.ok);
    return { kind: 'claimed', entry, honoured: decided.ok, frozenWhy: judged?.lease.frozenWhy ?? null };
  };

  const report = ({ device, report: told }: Extract<ToCarrier, { kind: 'report' }>): Reply<'reported'> | null => {
    const lease = leases.get(told.epoch);
    const ended = decideClose({ lease, device, rows: rowsOf(lease), seen: seen.get(told.epoch) ?? [], report: told }, sha256hex);
    if (!ended.ok) return null;
    keep(ended.value.lease);
    write(ended.value.changes);
    return { kind: 'reported', epoch: told.epoch };
  };

  const answer = (message: ToCarrier, nowMs: number): Reply<ToDevice['kind']> | null => {
    switch (message.kind) {
      case 'grant': return grant(message, nowMs);
      case 'claim': return claim(message);
      case 'report': return report(message);
      case 'renew': {
        const renewed = decideRenew(leases.get(message.epoch), message.device, nowMs, terms);
        if (!renewed.ok) return null;
        keep(renewed.value);
        return { kind: 'renewed', epoch: message.epoch, pickUntilMs: renewed.value.pickUntilMs, settleUntilMs: renewed.value.settleUntilMs };
      }
      case 'notice': {
        const decided = decideRestoreNotice({ leases: leasesOf(message.device), notice: message.notice, lastEpoch: leases.size, answered: answered.get(message.notice.noticeId) });
        answered.set(message.notice.noticeId, decided.answer);
        decided.leases.forEach(keep);
        return { kind: 'noticed', answer: decided.answer };
      }
    }
  };

  return {
    rows: () => [...rows.values()],
    leases: () => [...leases.values()],
    receive: (message: ToCarrier, nowMs: number): ToDevice | null => {
      const reply = answer(message, nowMs);
      return reply && ({ ...reply, device: message.device, serverMs: nowMs } as ToDevice);
    },
    /** Nightly work by the carrier's clock. */
    settle: (nowMs: number): void => {
      for (const lease of leases.values()) {
        const settled = protocol.settle(lease, rowsOf(lease), nowMs);
        if (!settled) continue;
        keep(settled.lease);
        write(settled.changes);
      }
    },
    /** Two people at the carrier give a lease up; true when it was forced now. */
    force: (epoch: number, order: { readonly by: string; readonly second: string; readonly deviceDestroyed: boolean }, nowMs: number): boolean => {
      const lease = leases.get(epoch);
      const ended = decideForce({ lease, rows: rowsOf(lease), order, nowMs, terms });
      if (!ended.ok || ended.value.outcome !== 'forced') return false;
      book.force(epoch);
      keep(ended.value.lease);
      write(ended.value.changes);
      return true;
    },
    /** An ordinary hold of another hall, asked with a case of its own; the same request again changes nothing. */
    hold: (digits: string, caseRef: string): void => {
      const row = rowOf(digits);
      if (asked.has(caseRef) || row.st !== 'pool') return;
      asked.add(caseRef);
      write([{ digits, guard: guardOf(row), set: { st: 'held', leaseEpoch: null, device: null, caseRef } }]);
      book.bind(digits, caseRef);
    },
    /** Release, expiry or the carrier's yes to an order: only for the case that holds it. */
    endHold: (digits: string, caseRef: string, how: 'released' | 'assigned'): void => {
      const row = rowOf(digits);
      if (row.st !== 'held' || row.caseRef !== caseRef) return;
      if (how === 'released') book.unbind(digits, caseRef);
      write([how === 'released' ? toPool(row) : { digits, guard: guardOf(row), set: { ...guardOf(row), st: 'assigned' } }]);
    },
    /** The service ends: the number is locked for a while, then free. */
    cease: (digits: string): void => {
      const row = rowOf(digits);
      if (row.st === 'locked') write([toPool(row)]);
      if (row.st !== 'assigned' || row.caseRef === null) return;
      book.unbind(digits, row.caseRef);
      write([{ digits, guard: guardOf(row), set: { st: 'locked', leaseEpoch: null, device: null, caseRef: null } }]);
    },
  };
}

/** One carrier. */
export type CarrierModel = ReturnType<typeof carrierModel>;
