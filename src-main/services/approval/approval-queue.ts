import type { ApprovalDetail, ApprovalQueueRow } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import { mayDecide } from '#domain/approval/may-decide.ts';
import { ok, type Result } from '#domain/result.ts';
import { type ApprovalRow, findApproval, pendingApprovals } from '../../store/tables/approval/approval-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import { viewLoaded } from '../cases/case-view.ts';
import { type LoadedCase, loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { detailLines } from './detail-lines.ts';
import { remoteQueue, showRemote } from './remote/remote-queue.ts';
import type { RemoteScans } from './remote/remote-scans.ts';
import { handsOf } from './take-decision.ts';
import { bindingOf } from './view-approval.ts';

/** The supervisor's queue, cases of this PC and of the hall's others: least time left first; own cases stay in it, greyed, with the reason. */
export function approvalQueue(context: ConsoleContext, actor: Actor): readonly ApprovalQueueRow[] {
  const here = pendingApprovals(context.db).flatMap((approval) => {
    const loaded = loadCase(context, approval.caseId);
    return loaded === null || loaded.row.state !== 'draft' ? [] : [queueRow(context, actor, approval, loaded)];
  });
  return [...here, ...remoteQueue(context, actor)].toSorted((a, b) => (a.holdExpiresAt ?? '9').localeCompare(b.holdExpiresAt ?? '9') || a.requestedAt.localeCompare(b.requestedAt));
}

/** One request with everything that is decided on; scans of another PC's case come from the carrier. */
export async function showApproval(context: ConsoleContext, scans: RemoteScans, actor: Actor, approvalId: string): Promise<Result<ApprovalDetail, Failure>> {
  const approval = findApproval(context.db, approvalId);
  const loaded = approval === null ? null : loadCase(context, approval.caseId);
  if (approval === null || loaded === null) return (await showRemote(context, scans, actor, approvalId)) ?? refuse('approval-not-found');
  return ok({
    row: queueRow(context, actor, approval, loaded), reason: approval.reason, bindingHash: bindingOf(loaded.row, loaded.pick, loaded.plan)?.hash ?? approval.bindingHash,
    case: viewLoaded(context, loaded), scans: loaded.documents.rows.map(({ documentId, kind, verdict, note }) => ({ documentId, kind, verdict, note, attached: true })),
    lines: detailLines(context, loaded), lastEditedBy: loaded.row.editedBy, createdBy: loaded.row.createdBy,
  });
}

function queueRow(context: ConsoleContext, actor: Actor, approval: ApprovalRow, loaded: LoadedCase): ApprovalQueueRow {
  const { row, pick, plan } = loaded;
  const person = mayDecide({ ...handsOf(approval, loaded), decider: actor.staffNo, role: actor.role });
  return {
    approvalId: approval.approvalId, caseId: row.caseId, caseNo: row.caseNo, company: row.customer.name, number: pick?.digits ?? '', grade: pick?.grade ?? 9,
    requestedBy: approval.requestedBy, requestedByName: findStaff(context.db, approval.requestedBy)?.name ?? approval.requestedBy, requestedAt: approval.requestedAt,
    holdExpiresAt: pick?.expiresAt ?? null, origin: 'here', planId: plan?.planId ?? '', mayNot: person.ok ? null : person.error.code,
  };
}
