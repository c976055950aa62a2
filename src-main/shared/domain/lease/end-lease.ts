import { fail, ok, type Result } from '../result.ts';
import type { LeaseTerms } from './grant-lease.ts';
import { reportHolds, type SeenPick } from './journal-head.ts';
import { guardOf, isLeasedUnder, toPool, type LeaseRow, type NumberChange, type NumberRow } from './lease-row.ts';
import type { CloseReport, Sha256Hex } from './pick-journal.ts';

/** How a lease ends or is kept; kept: the report does not tell all picks, so nothing goes back but by force. */
export type LeaseEnd = { readonly outcome: 'closed' | 'kept' | 'forced' | 'replay'; readonly lease: LeaseRow; readonly changes: readonly NumberChange[] };

/** Why a report or an order about a lease is refused. */
export type EndRefusal = { readonly code: 'lease-not-found' | 'leaseFenced' };

/** The closing report: what it does not name goes back to the pool, what it names stays for its case. Acts once; after force it is fenced. */
export function decideClose(close: { readonly lease: LeaseRow | undefined; readonly device: string; readonly rows: readonly NumberRow[]; readonly seen: readonly SeenPick[]; readonly report: CloseReport }, sha256hex: Sha256Hex): Result<LeaseEnd, EndRefusal> {
  const { lease, device, rows, seen, report } = close;
  if (!lease || lease.device !== device || lease.epoch !== report.epoch) return fail({ code: 'lease-not-found' });
  if (lease.state === 'forced') return fail({ code: 'leaseFenced' });
  if (lease.state === 'closed') return ok({ outcome: 'replay', lease, changes: [] });
  const holds = reportHolds(lease.epoch, seen, report.journal, sha256hex);
  if (lease.frozenWhy !== null || !holds) return ok({ outcome: 'kept', lease: { ...lease, state: 'closed', frozenWhy: lease.frozenWhy ?? 'journal-forked' }, changes: [] });
  const caseOf = new Map(report.journal.map((entry) => [entry.digits, entry.caseRef]));
  const last = report.journal.at(-1);
  const changes = rows.filter((row) => isLeasedUnder(row, lease)).map((row) => {
    const caseRef = caseOf.get(row.digits);
    return caseRef === undefined ? toPool(row) : { digits: row.digits, guard: guardOf(row), set: { ...guardOf(row), caseRef } };
  });
  return ok({ outcome: 'closed', lease: { ...lease, state: 'closed', headSeq: last?.pickSeq ?? lease.headSeq, headHash: last?.hash ?? lease.headHash }, changes });
}

/** Settle time over: the numbers wait in quarantine, still claimable, offered to nobody; only the lease changes. Null: not so. */
export const decideOverdue = (lease: LeaseRow, nowMs: number): LeaseRow | null =>
  lease.state === 'active' && nowMs >= lease.settleUntilMs ? { ...lease, state: 'overdue' } : null;

/** Two people give up a lease; who they are and why is kept by the caller. */
export type ForceOrder = { readonly by: string; readonly second: string; readonly deviceDestroyed: boolean };

/** Why a lease is not forced. */
export type ForceRefusal = { readonly code: 'lease-not-found' | 'second-person-needed' | 'lease-not-settled' };

/** The one step that may break a promise: every unclaimed number goes back and the epoch is dead. Only after settling and quarantine, or when the device is destroyed. */
export function decideForce(force: { readonly lease: LeaseRow | undefined; readonly rows: readonly NumberRow[]; readonly order: ForceOrder; readonly nowMs: number; readonly terms: Pick<LeaseTerms, 'quarantineMs'> }): Result<LeaseEnd, ForceRefusal> {
  const { lease, rows, order, nowMs, terms } = force;
  if (!lease) return fail({ code: 'lease-not-found' });
  if (order.by === order.second) return fail({ code: 'second-person-needed' });
  if (lease.state === 'forced') return ok({ outcome: 'replay', lease, changes: [] });
  if (!order.deviceDestroyed && nowMs < lease.settleUntilMs + terms.quarantineMs) return fail({ code: 'lease-not-settled' });
  return ok({ outcome: 'forced', lease: { ...lease, state: 'forced' }, changes: rows.filter((row) => isLeasedUnder(row, lease)).map(toPool) });
}
