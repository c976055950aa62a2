import type { ApprovalDetail, ApprovalQueueRow } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import type { RequestPacket } from '#domain/approval/request-packet.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { activeTasks, findTask, type RemoteTaskRow } from '../../../store/tables/approval/remote-task-rows.ts';
import { findCase } from '../../../store/tables/case-rows.ts';
import { appendView } from '../../../store/tables/setting-rows.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';
import { contentOf, packetDetail, packetRow } from '../packet-detail.ts';
import type { RemoteScans } from './remote-scans.ts';

/** Whether a task still waits for a decision of this PC: not ours to answer as the asking PC, not decided here, not run out. */
export const waitsHere = (context: ConsoleContext, task: RemoteTaskRow): task is RemoteTaskRow & { readonly packet: RequestPacket } =>
  task.state === 'active' && task.packet !== null && task.ownDecision === null && findCase(context.db, task.packet.caseId) === null
  && (task.packet.deadline === null || task.packet.deadline > context.now());

/** Tasks of the hall's other PCs; one whose digest does not belong to its text is not shown. */
export const remoteQueue = (context: ConsoleContext, actor: Actor): readonly ApprovalQueueRow[] => activeTasks(context.db).flatMap((task) => {
  const content = waitsHere(context, task) ? contentOf(task.packet) : null;
  return content === null || task.packet === null ? [] : [packetRow(actor, task.packet, content, 'remote')];
});

/** One task with its scans fetched from the carrier; who looked is on disk. Null: no such task. */
export async function showRemote(context: ConsoleContext, scans: RemoteScans, actor: Actor, approvalId: string): Promise<Result<ApprovalDetail, Failure> | null> {
  const task = findTask(context.db, approvalId);
  if (task === null || !waitsHere(context, task)) return null;
  const content = contentOf(task.packet);
  if (content === null) return null;
  inTransaction(context.db, () => appendView(context.db, { at: context.now(), staffNo: actor.staffNo, what: 'approval-task', subject: approvalId }));
  return ok(packetDetail(context, actor, task.packet, content, 'remote', await scans.fetch(context, task.packet)));
}
