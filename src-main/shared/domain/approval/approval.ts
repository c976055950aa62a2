import { assert } from '../assert.ts';
import { elapsedMs, toInstant, type Instant } from '../calendar/shanghai-time.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkReturn, type ReturnReason } from './return-reason.ts';

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
export type ApprovalRefusal = { readonly code: 'approval-not-decided' | 'approval-returned' | 'approval-withdrawn' | 'approval-used' | 'approval-changed' | 'approval-expired' };

/** A clerk asks; nothing is decided. */
export function requestApproval(request: { readonly id: string; readonly bindingHash: string; readonly requestedBy: string; readonly at: Instant }): Approval {
  const { id, bindingHash, requestedBy, at } = request;
  return { id, bindingHash, state: 'requested', requestedBy, requestedAt: toInstant(at), decidedBy: null, decidedAt: null, expiresAt: null, returnReasons: [], note: '', usedAt: null };
}

/** Why a decision is not taken down. */
export type DecisionRefusal = { readonly code: 'already-decided' | 'content-changed' | 'return-reason-missing' | 'return-note-missing' };

/** What the supervisor decides, on the content whose hash was on their screen. */
export type Decision = {
  readonly by: string;
  readonly at: Instant;
  readonly seenHash: string;
  /** Hash of the case as it is now. */
  readonly currentHash: string;
} & ({ readonly kind: 'approve'; readonly validForMs: number } | { readonly kind: 'return'; readonly reasons: readonly ReturnReason[]; readonly note: string });

/** Takes the decision down, unless someone was faster or the content is no longer what was shown. */
export function decideApproval(approval: Approval, decision: Decision): Result<Approval, DecisionRefusal> {
  if (approval.state !== 'requested') return fail({ code: 'already-decided' });
  if (decision.seenHash !== approval.bindingHash || decision.currentHash !== approval.bindingHash) return fail({ code: 'content-changed' });
  const decided = { ...approval, decidedBy: decision.by, decidedAt: toInstant(decision.at) };
  if (decision.kind === 'approve') {
    assert(decision.validForMs > 0, 'decideApproval: an approval needs a life');
    return ok({ ...decided, state: 'approved', expiresAt: toInstant(Date.parse(decided.decidedAt) + decision.validForMs) });
  }
  const reasons = checkReturn(decision.reasons, decision.note);
  return reasons.ok ? ok({ ...decided, state: 'returned', returnReasons: reasons.value, note: decision.note.trim() }) : reasons;
}

/** The clerk takes the request back before anyone decided. */
export function withdrawApproval(approval: Approval): Result<Approval, DecisionRefusal> {
  return approval.state === 'requested' ? ok({ ...approval, state: 'withdrawn' }) : fail({ code: 'already-decided' });
}

/** Whether the approval carries exactly this content now: approved, unused, unchanged, in time. */
export function approvalStands(approval: Approval, currentHash: string, now: Instant): Result<Approval, ApprovalRefusal> {
  if (approval.state === 'requested') return fail({ code: 'approval-not-decided' });
  if (approval.state === 'returned') return fail({ code: 'approval-returned' });
  if (approval.state === 'withdrawn') return fail({ code: 'approval-withdrawn' });
  if (approval.state === 'used') return fail({ code: 'approval-used' });
  if (approval.bindingHash !== currentHash) return fail({ code: 'approval-changed' });
  const inTime = approval.expiresAt !== null && elapsedMs(now, approval.expiresAt) > 0;
  return inTime ? ok(approval) : fail({ code: 'approval-expired' });
}

/** Spends the approval on the agreement about to be signed; it never stands again. */
export function useApproval(approval: Approval, currentHash: string, now: Instant): Result<Approval, ApprovalRefusal> {
  const standing = approvalStands(approval, currentHash, now);
  return standing.ok ? ok({ ...approval, state: 'used', usedAt: toInstant(now) }) : standing;
}
