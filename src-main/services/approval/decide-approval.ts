import type { ApprovalDetail, ApprovalQueueRow } from '#contract/approval.ts';
import type { Reply } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { decideApproval as decide } from '#domain/approval/approval.ts';
import { documentsForDecision, mayDecide } from '#domain/approval/may-decide.ts';
import type { ReturnReason } from '#domain/approval/return-reason.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { type ApprovalRow, decideApproval as storeDecision, findApproval, pendingApprovals } from '../../store/tables/approval-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import { viewLoaded } from '../cases/case-view.ts';
import { record } from '../cases/edit-case.ts';
import { type LoadedCase, loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { checkSignIn } from '../session/sign-in.ts';
import { refuse } from '../refuse.ts';
import { detailLines } from './detail-lines.ts';
import { approvalOf, bindingOf } from './view-approval.ts';

/** An approval opens one agreement within three days, as long as the hold of the number at most. */
const validForMs = 3 * 86_400_000;

/** The supervisor's queue: least time left first; own cases stay in it, greyed, with the reason. */
export function approvalQueue(context: ConsoleContext, actor: Actor): readonly ApprovalQueueRow[] {
  return pendingApprovals(context.db)
    .flatMap((approval) => {
      const loaded = loadCase(context, approval.caseId);
      return loaded === null || loaded.row.state !== 'draft' ? [] : [queueRow(context, actor, approval, loaded)];
    })
    .toSorted((a, b) => (a.holdExpiresAt ?? '9').localeCompare(b.holdExpiresAt ?? '9') || a.requestedAt.localeCompare(b.requestedAt));
}

/** One request with everything that is decided on. */
export function showApproval(context: ConsoleContext, actor: Actor, approvalId: string): Result<ApprovalDetail, Failure> {
  const approval = findApproval(context.db, approvalId);
  const loaded = approval === null ? null : loadCase(context, approval.caseId);
  if (approval === null || loaded === null) return refuse('approval-not-found');
  return ok({
    row: queueRow(context, actor, approval, loaded), reason: approval.reason, bindingHash: bindingOf(loaded.row, loaded.pick, loaded.plan)?.hash ?? approval.bindingHash,
    case: viewLoaded(context, loaded), scans: loaded.documents.rows.map(({ documentId, kind, verdict, note }) => ({ documentId, kind, verdict, note, attached: true })), lines: detailLines(context, loaded), lastEditedBy: loaded.row.editedBy, createdBy: loaded.row.createdBy,
  });
}

type Request = {
  readonly approvalId: string; readonly decision: 'approve' | 'return'; readonly reasons: readonly ReturnReason[]; readonly note: string; readonly bindingHash: string;
  readonly supervisor: { readonly staffNo: string; readonly password: string } | null;
};

/** Takes a decision down: by the supervisor signed in, or one who signs in beside the clerk with own number and password. */
export async function decideOnApproval(context: ConsoleContext, actor: Actor, request: Request): Promise<Result<Reply<'approval/decide'>, Failure>> {
  const supervisor = request.supervisor === null ? ok(actor) : await checkSignIn(context, request.supervisor.staffNo, request.supervisor.password);
  if (!supervisor.ok) return supervisor;
  return inTransaction(context.db, () => {
    const stored = findApproval(context.db, request.approvalId);
    const loaded = stored === null ? null : loadCase(context, stored.caseId);
    if (stored === null || loaded === null) return refuse('approval-not-found');
    const { staffNo, role } = supervisor.value;
    const person = mayDecide({ decider: staffNo, role, createdBy: loaded.row.createdBy, lastEditedBy: loaded.row.editedBy });
    if (!person.ok) return refuse(person.error.code);
    const scans = documentsForDecision(new Set(loaded.scans.map((scan) => scan.kind)));
    if (request.decision === 'approve' && !scans.ok) return refuse('documents-before-approval', { missing: scans.error.missing.join(' ') });
    const at = context.now();
    const currentHash = bindingOf(loaded.row, loaded.pick, loaded.plan)?.hash ?? '';
    const decided = decide(approvalOf(stored), {
      by: staffNo, at, seenHash: request.bindingHash, currentHash,
      ...(request.decision === 'approve' ? { kind: 'approve' as const, validForMs } : { kind: 'return' as const, reasons: request.reasons, note: request.note }),
    });
    if (!decided.ok) return refuse(decided.error.code === 'already-decided' ? 'approval-already-decided' : decided.error.code === 'content-changed' ? 'content-changed' : 'reason-needed');
    const { state, expiresAt, returnReasons, note } = decided.value;
    storeDecision(context.db, {
      approvalId: stored.approvalId, state: state === 'approved' ? 'approved' : 'returned', decidedBy: staffNo, decidedAt: at, reasons: returnReasons, note, expiresAt,
    });
    record(context, { caseId: stored.caseId, by: staffNo, at }, state === 'approved' ? 'approval-granted' : 'approval-returned', { hash: currentHash, reasons: returnReasons.join(' ') });
    context.emit('case/changed', { caseId: stored.caseId, cause: 'approval' });
    return ok({ queue: approvalQueue(context, actor) });
  });
}

function queueRow(context: ConsoleContext, actor: Actor, approval: ApprovalRow, { row, pick, plan }: LoadedCase): ApprovalQueueRow {
  const person = mayDecide({ decider: actor.staffNo, role: actor.role, createdBy: row.createdBy, lastEditedBy: row.editedBy });
  return {
    approvalId: approval.approvalId, caseId: row.caseId, caseNo: row.caseNo, company: row.customer.name, number: pick?.digits ?? '', grade: pick?.grade ?? 9,
    requestedBy: approval.requestedBy, requestedByName: findStaff(context.db, approval.requestedBy)?.name ?? approval.requestedBy, requestedAt: approval.requestedAt,
    holdExpiresAt: pick?.expiresAt ?? null, origin: 'here', planId: plan?.planId ?? '', mayNot: person.ok ? null : person.error.code,
  };
}
