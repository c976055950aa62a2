import { expiryOf } from '#domain/approval/approval-token.ts';
import type { ReturnReason } from '#domain/approval/return-reason.ts';
import { may } from '#domain/staff/role.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Failure } from '#contract/failures.ts';
import { inTransaction } from '../../../store/db.ts';
import { type ApprovalRow, findApproval, withdrawApproval } from '../../../store/tables/approval/approval-rows.ts';
import { intentAbout } from '../../../store/tables/outbox-rows.ts';
import { type RemoteTaskRow, saveTask, setOwnDecision, type TaskDecision } from '../../../store/tables/approval/remote-task-rows.ts';
import { findStaff } from '../../../store/tables/staff-rows.ts';
import { record } from '../../cases/edit-case.ts';
import type { ConsoleContext } from '../../console-context.ts';
import { refuse } from '../../refuse.ts';
import { takeDecision, tellDecided } from '../take-decision.ts';

/** What the carrier's book says of an approval task: another PC's is listed here, a decision on ours is taken down or void. */
export function takeTask(context: ConsoleContext, task: Omit<RemoteTaskRow, 'ownDecision'>): void {
  const caseId = inTransaction(context.db, () => {
    saveTask(context.db, task, context.now());
    if (task.state !== 'active' || wasRefused(context, task)) setOwnDecision(context.db, task.flowId, null);
    const approval = findApproval(context.db, task.flowId);
    if (approval?.state !== 'requested' || task.state !== 'completed' || task.decision === null) return null;
    const applied = applyDecision(context, approval, task.decision);
    if (!applied.ok) refuseDecision(context, approval, applied.error);
    return approval.caseId;
  });
  if (caseId === null) context.emit('approval/changed', null);
  else tellDecided(context, caseId);
}

/** The carrier did not take our decision and the task still waits: it must stand in the queue again, or nobody here would know. */
function wasRefused(context: ConsoleContext, { flowId, packet }: Pick<RemoteTaskRow, 'flowId' | 'packet'>): boolean {
  const sent = packet === null ? null : intentAbout(context.db, packet.caseId, 'decide-approval', flowId);
  return sent?.state === 'superseded' && sent.failure !== null;
}

function applyDecision(context: ConsoleContext, approval: ApprovalRow, decision: TaskDecision): Result<null, Failure> {
  const known = findStaff(context.db, decision.decidedBy);
  if (known !== null && !(known.active && may(known.role, 'approval/decide'))) return refuse('not-supervisor');
  // Two clocks: a decision never lives longer here than one made here now.
  const now = context.now();
  const decidedAt = decision.decidedAt < now ? decision.decidedAt : now;
  const taken = takeDecision(context, {
    approvalId: approval.approvalId, decision: decision.decision, reasons: decision.reasons as readonly ReturnReason[], note: decision.note, bindingHash: decision.bindingHash,
    by: { staffNo: decision.decidedBy, name: decision.decidedByName, role: 'supervisor' }, via: 'remote', decidedAt, expiresAt: expiryOf(decidedAt), onBehalfOf: decision.onBehalfOf,
  });
  return taken.ok ? ok(null) : taken;
}

/** The task is spent and its decision does not hold for the case as it is: the clerk asks anew. */
function refuseDecision(context: ConsoleContext, approval: ApprovalRow, why: Failure): void {
  const at = context.now();
  withdrawApproval(context.db, approval.approvalId, null, at);
  record(context, { caseId: approval.caseId, by: 'carrier', at }, 'approval-withdrawn', { why: why.code });
}
