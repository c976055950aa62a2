import { fail, ok, type Result } from '../result.ts';
import type { LeaseTerms } from './grant-lease.ts';
import type { LeaseRow } from './lease-row.ts';

/** Why a lease is not renewed. */
export type RenewRefusal = { readonly code: 'lease-not-found' | 'lease-over' | 'lease-frozen' | 'renew-limit' };

/** More time under the same epoch, only while active; counted, and never shorter than before. */
export function decideRenew(lease: LeaseRow | undefined, device: string, nowMs: number, terms: Pick<LeaseTerms, 'pickMs' | 'settleMs' | 'renewals'>): Result<LeaseRow, RenewRefusal> {
  if (!lease || lease.device !== device) return fail({ code: 'lease-not-found' });
  if (lease.frozenWhy !== null) return fail({ code: 'lease-frozen' });
  if (lease.state !== 'active') return fail({ code: 'lease-over' });
  if (lease.renewals >= terms.renewals) return fail({ code: 'renew-limit' });
  const pickUntilMs = Math.max(lease.pickUntilMs, nowMs + terms.pickMs);
  return ok({ ...lease, pickUntilMs, settleUntilMs: Math.max(lease.settleUntilMs, pickUntilMs + terms.settleMs), renewals: lease.renewals + 1 });
}

/** A device tells that its database was restored or copied; `noticeId` is the boot that found it out. */
export type RestoreNotice = { readonly noticeId: string; readonly why: 'restored' | 'copied' };

/** The carrier's word that lets the device take blocks again: only epochs above the floor, only for the notice it names. */
export type RestoreAnswer = { readonly noticeId: string; readonly epochFloor: number };

/** Freezes every open lease of the device, because picks may be lost with its database; a notice seen before gets its first answer and freezes nothing. */
export function decideRestoreNotice(question: { readonly leases: readonly LeaseRow[]; readonly notice: RestoreNotice; readonly lastEpoch: number; readonly answered: RestoreAnswer | undefined }): { readonly answer: RestoreAnswer; readonly leases: readonly LeaseRow[] } {
  const { leases, notice, lastEpoch, answered } = question;
  if (answered) return { answer: answered, leases: [] };
  const open = leases.filter(({ state, frozenWhy }) => (state === 'active' || state === 'overdue') && frozenWhy === null);
  return { answer: { noticeId: notice.noticeId, epochFloor: lastEpoch }, leases: open.map((lease) => ({ ...lease, frozenWhy: notice.why })) };
}

/** The floor after an answer; an answer to another notice changes nothing. */
export const floorAfter = (floor: number | null, noticeId: string | null, answer: RestoreAnswer): number | null => (answer.noticeId === noticeId ? answer.epochFloor : floor);
