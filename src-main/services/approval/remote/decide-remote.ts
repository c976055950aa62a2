import type { Failure } from '#contract/failures.ts';
import { takeBackMs } from '#domain/approval/approval.ts';
import { documentsForDecision, mayDecide } from '#domain/approval/may-decide.ts';
import { checkReturn } from '#domain/approval/return-reason.ts';
import { sameStaff } from '#domain/approval/same-staff.ts';
import { elapsedMs, toInstant } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { intentAbout, supersede } from '../../../store/tables/outbox-rows.ts';
import { findTask, setOwnDecision, type TaskDecision } from '../../../store/tables/approval/remote-task-rows.ts';
import { intend } from '../../append-intent.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';
import { refuse } from '../../refuse.ts';
import { contentOf } from '../packet-detail.ts';
import { type DecisionRequest, delegatorOf } from '../take-decision.ts';
import { waitsHere } from './remote-queue.ts';

/** Decides another PC's request: kept here, sent through the outbox once it can no longer be taken back; carrier and asking PC check it again. */
export function decideRemote(context: ConsoleContext, by: Actor, request: DecisionRequest): Result<null, Failure> {
  const decided = inTransaction(context.db, (): Result<null, Failure> => {
    const task = findTask(context.db, request.approvalId);
    if (task?.packet == null || contentOf(task.packet) === null) return refuse('approval-not-found');
    if (!waitsHere(context, task)) return refuse('approval-already-decided');
    const { packet } = task;
    const person = mayDecide({ ...packet, decider: by.staffNo, role: by.role });
    if (!person.ok) return refuse(person.error.code);
    if (packet.bindingHash !== request.bindingHash) return refuse('content-changed');
    const scans = documentsForDecision(new Set(packet.scans.map((scan) => scan.kind)));
    if (request.decision === 'approve' && !scans.ok) return refuse('documents-before-approval', { missing: scans.error.missing.join(' ') });
    const reasons = request.decision === 'return' ? checkReturn(request.reasons, request.note) : ok([]);
    if (!reasons.ok) return refuse('reason-needed');
    const at = context.now();
    const decision: TaskDecision = {
      decision: request.decision, reasons: reasons.value, note: request.note.trim(), bindingHash: packet.bindingHash, decidedBy: by.staffNo, decidedByName: by.name,
      onBehalfOf: delegatorOf(context, by, packet), decidedAt: at,
    };
    setOwnDecision(context.db, task.flowId, decision);
    intend(context, { caseId: packet.caseId, by: by.staffNo, at }, { kind: 'decide-approval', body: { flowId: task.flowId, ...decision } }, task.flowId, toInstant(Date.parse(at) + takeBackMs));
    return ok(null);
  });
  if (!decided.ok) return decided;
  context.emit('approval/changed', null);
  context.line.wake();
  return ok(null);
}

/** Takes a decision back that has not gone out yet. */
export function takeBackRemote(context: ConsoleContext, actor: Actor, flowId: string): Result<null, Failure> {
  const undone = inTransaction(context.db, (): Result<null, Failure> => {
    const task = findTask(context.db, flowId);
    if (task?.packet == null) return refuse('approval-not-found');
    const own = task.ownDecision;
    if (own === null) return refuse('take-back-too-late');
    if (!sameStaff(own.decidedBy, actor.staffNo)) return refuse('not-allowed');
    const intent = intentAbout(context.db, task.packet.caseId, 'decide-approval', flowId);
    const elapsed = elapsedMs(own.decidedAt, context.now());
    if (elapsed < 0 || elapsed > takeBackMs || intent?.state !== 'waiting' || intent.frozen !== null) return refuse('take-back-too-late');
    supersede(context.db, intent.seq);
    setOwnDecision(context.db, flowId, null);
    return ok(null);
  });
  if (undone.ok) context.emit('approval/changed', null);
  return undone;
}
