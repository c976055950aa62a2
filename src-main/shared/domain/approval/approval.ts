import { assert } from '../assert.ts';
import { elapsedMs, toInstant, type Instant } from '../calendar/shanghai-time.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkReturn, type ReturnReason } from './return-reason.ts';
import { sameStaff } from './same-staff.ts';

/** One request to sell a special number, from asking to its single use. Each change makes a new value. */
export type Approval = {
  readonly id: string;
  /** SHA-256 of `approvalBinding` at the time of asking. */
  readonly bindingHash: string;
  readonly state: 'requested' | 'approved' | 'returned' | 'withdrawn' | 'used';
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly returnReasons: readonly ReturnReason[];
  readonly note: string;
  readonly usedAt: Instant | null;
};

/** Why an approval does not carry what is about to be signed. */
export type ApprovalRefusal = { readonly code: 'approval-not-decided' | 'approval-returned' | 'approval-withdrawn' | 'approval-used' | 'approval-changed' | 'approval-decider-edited' | 'approval-expired' };

/** Why a decision is not taken down. */
export type DecisionRefusal = { readonly code: 'already-decided' | 'content-changed' | 'return-reason-missing' | 'return-note-missing' };

/** What the supervisor decides, on the content whose hash was on their screen. */
export type Decision = {
  readonly by: string;
  readonly at: Instant;
  readonly seenHash: string;
  /** Hash of the case as it is now. */
  readonly currentHash: string;
} & ({ readonly kind: 'approve'; readonly expiresAt: Instant } | { readonly kind: 'return'; readonly reasons: readonly ReturnReason[]; readonly note: string });

/** Takes the decision down, unless someone was faster or the content is no longer what was shown. */
export function decideApproval(approval: Approval, decision: Decision): Result<Approval, DecisionRefusal> {
  if (approval.state !== 'requested') return fail({ code: 'already-decided' });
  if (decision.seenHash !== approval.bindingHash || decision.currentHash !== approval.bindingHash) return fail({ code: 'content-changed' });
  const decided = { ...approval, decidedBy: decision.by, decidedAt: toInstant(decision.at) };
  if (decision.kind === 'approve') {
    assert(elapsedMs(decided.decidedAt, decision.expiresAt) > 0, 'decideApproval: an approval needs a life');
    return ok({ ...decided, state: 'approved', expiresAt: toInstant(decision.expiresAt) });
  }
  const reasons = checkReturn(decision.reasons, decision.note);
  return reasons.ok ? ok({ ...decided, state: 'returned', returnReasons: reasons.value, note: decision.note.trim() }) : reasons;
}

/** The decider has this long to take a decision back. */
export const takeBackMs = 10_000;

/** Undoes a decision: by who made it, at once, and while nothing was built on it. */
export function takeBackDecision(approval: Approval, { by, at }: { readonly by: string; readonly at: Instant }): Result<Approval, { readonly code: 'take-back-too-late' | 'not-decider' }> {
  const decided = approval.state === 'approved' || approval.state === 'returned';
  if (!decided || approval.decidedBy === null || approval.decidedAt === null) return fail({ code: 'take-back-too-late' });
  if (!sameStaff(approval.decidedBy, by)) return fail({ code: 'not-decider' });
  const elapsed = elapsedMs(approval.decidedAt, at);
  if (elapsed < 0 || elapsed > takeBackMs) return fail({ code: 'take-back-too-late' });
  return ok({ ...approval, state: 'requested', decidedBy: null, decidedAt: null, expiresAt: null, returnReasons: [], note: '' });
}

/** What an approval is held against when it is about to be used. */
export type Standing = { readonly currentHash: string; readonly lastEditedBy: string; readonly owner: string; readonly now: Instant };

/** Whether the approval carries exactly this content now: approved, unused, unchanged, neither edited since nor taken over by who approved it, in time. */
export function approvalStands(approval: Approval, { currentHash, lastEditedBy, owner, now }: Standing): Result<Approval, ApprovalRefusal> {
  if (approval.state === 'requested') return fail({ code: 'approval-not-decided' });
  if (approval.state === 'returned') return fail({ code: 'approval-returned' });
  if (approval.state === 'withdrawn') return fail({ code: 'approval-withdrawn' });
  if (approval.state === 'used') return fail({ code: 'approval-used' });
  if (approval.bindingHash !== currentHash) return fail({ code: 'approval-changed' });
  if ([lastEditedBy, owner].some((hand) => sameStaff(approval.decidedBy ?? '', hand))) return fail({ code: 'approval-decider-edited' });
  const inTime = approval.expiresAt !== null && elapsedMs(now, approval.expiresAt) > 0;
  return inTime ? ok(approval) : fail({ code: 'approval-expired' });
}
