import type { Failure } from '#contract/failures.ts';
import { decideApproval } from '#domain/approval/approval.ts';
import { expiryOf } from '#domain/approval/approval-token.ts';
import { onBehalfOf } from '#domain/approval/delegation.ts';
import { documentsForDecision, type Hands, mayDecide } from '#domain/approval/may-decide.ts';
import type { ReturnReason } from '#domain/approval/return-reason.ts';
import { assert } from '#domain/assert.ts';
import { wallTime, type Instant } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { type ApprovalRow, decideApproval as storeDecision, type DecisionVia, findApproval } from '../../store/tables/approval/approval-rows.ts';
import { listDelegations } from '../../store/tables/approval/delegation-rows.ts';
import { record } from '../cases/edit-case.ts';
import { type LoadedCase, loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { approvalOf, bindingOf } from './view-approval.ts';

/** What a supervisor asks for at a desk; `bindingHash` is the content that was on the screen. */
export type DecisionRequest = { readonly approvalId: string; readonly decision: 'approve' | 'return'; readonly reasons: readonly ReturnReason[]; readonly note: string; readonly bindingHash: string };

/** A decision on a case of this PC, however it came. */
export type Verdict = DecisionRequest & {
  readonly by: Actor; readonly via: DecisionVia; readonly decidedAt: Instant; readonly expiresAt: Instant;
  /** Absent: this PC's own delegations say. */
  readonly onBehalfOf?: string | null;
};

/** The hands of a case of this PC. */
export const handsOf = (approval: Pick<ApprovalRow, 'requestedBy'>, { row }: Pick<LoadedCase, 'row'>): Hands => ({ createdBy: row.createdBy, lastEditedBy: row.editedBy, owner: row.owner, requestedBy: approval.requestedBy });

/** In whose name this person decides now, by the delegations of this PC. */
export const delegatorOf = (context: ConsoleContext, by: Pick<Actor, 'staffNo' | 'role'>, hands: Hands): string | null =>
  onBehalfOf(listDelegations(context.db), { ...hands, decider: by.staffNo, role: by.role, today: wallTime(context.now()).date });

/** Takes a decision down in the transaction it is called in: other hands, scans in, content as shown and as it is now, once. */
export function takeDecision(context: ConsoleContext, verdict: Verdict): Result<LoadedCase, Failure> {
  assert(context.db.inTransaction, 'takeDecision: not in a transaction');
  const stored = findApproval(context.db, verdict.approvalId);
  const loaded = stored === null ? null : loadCase(context, stored.caseId);
  if (stored === null || loaded === null) return refuse('approval-not-found');
  if (loaded.row.state !== 'draft') return refuse('case-not-editable', { state: loaded.row.state });
  const hands = handsOf(stored, loaded);
  const person = mayDecide({ ...hands, decider: verdict.by.staffNo, role: verdict.by.role });
  if (!person.ok) return refuse(person.error.code);
  const scans = documentsForDecision(new Set(loaded.scans.map((scan) => scan.kind)));
  if (verdict.decision === 'approve' && !scans.ok) return refuse('documents-before-approval', { missing: scans.error.missing.join(' ') });
  const behalf = verdict.onBehalfOf === undefined ? delegatorOf(context, verdict.by, hands) : verdict.onBehalfOf;
  const currentHash = bindingOf(loaded.row, loaded.pick, loaded.plan)?.hash ?? '';
  const decided = decideApproval(approvalOf(stored), {
    by: verdict.by.staffNo, at: verdict.decidedAt, seenHash: verdict.bindingHash, currentHash,
    ...(verdict.decision === 'approve' ? { kind: 'approve' as const, expiresAt: verdict.expiresAt } : { kind: 'return' as const, reasons: verdict.reasons, note: verdict.note }),
  });
  if (!decided.ok) return refuse(decided.error.code === 'already-decided' ? 'approval-already-decided' : decided.error.code === 'content-changed' ? 'content-changed' : 'reason-needed');
  if (behalf !== null && !mayDecide({ ...hands, decider: behalf, role: 'supervisor' }).ok) return refuse('own-case');
  const { state, expiresAt, returnReasons, note } = decided.value;
  const written = storeDecision(context.db, {
    approvalId: stored.approvalId, state: state === 'approved' ? 'approved' : 'returned', decidedBy: verdict.by.staffNo, decidedAt: verdict.decidedAt, reasons: returnReasons, note, expiresAt,
    onBehalfOf: behalf, via: verdict.via, decidedName: verdict.by.name,
  });
  assert(written, 'takeDecision: decided twice in one transaction');
  record(context, { caseId: stored.caseId, by: verdict.by.staffNo, at: context.now() }, state === 'approved' ? 'approval-granted' : 'approval-returned', {
    hash: currentHash, reasons: returnReasons.join(' '), via: verdict.via, ...(behalf === null ? {} : { onBehalfOf: behalf }),
  });
  return ok(loaded);
}

/** A decision made at this PC now. */
export const decidedNow = (context: ConsoleContext): Pick<Verdict, 'decidedAt' | 'expiresAt'> => {
  const decidedAt = context.now();
  return { decidedAt, expiresAt: expiryOf(decidedAt) };
};

/** Tells the screens, after the commit. */
export function tellDecided(context: ConsoleContext, caseId: string): void {
  context.emit('case/changed', { caseId, cause: 'approval' });
  context.emit('approval/changed', null);
}
