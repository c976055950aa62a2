import type { RequestPacket } from '#domain/approval/request-packet.ts';
import { type Db, sql } from '../../db.ts';

/** What was decided on a task, in the carrier's book or about to be. */
export type TaskDecision = {
  readonly decision: 'approve' | 'return'; readonly reasons: readonly string[]; readonly note: string; readonly bindingHash: string; readonly decidedBy: string; readonly decidedByName: string;
  readonly onBehalfOf: string | null; readonly decidedAt: string;
};

/** An approval task of the hall in the carrier's book. `stale`: an event told of it, its content is still to be read. */
export type RemoteTaskRow = {
  readonly flowId: string; readonly taskId: string | null; readonly state: 'active' | 'completed' | 'cancelled'; readonly packet: RequestPacket | null;
  readonly decision: TaskDecision | null; readonly ownDecision: TaskDecision | null;
};

type Raw = { flow_id: string; task_id: string | null; state: RemoteTaskRow['state']; packet: string | null; decision: string | null; own_decision: string | null };
const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));
const toRow = (raw: Raw): RemoteTaskRow => ({
  flowId: raw.flow_id, taskId: raw.task_id, state: raw.state, packet: parsed<RequestPacket>(raw.packet), decision: parsed<TaskDecision>(raw.decision), ownDecision: parsed<TaskDecision>(raw.own_decision),
});

/** An event told of a task: its content is read next. */
export const markTaskStale = (db: Db, flowId: string, at: string): void =>
  void sql(db, "INSERT INTO remote_tasks(flow_id, state, stale, seen_at) VALUES (?, 'active', 1, ?) ON CONFLICT(flow_id) DO UPDATE SET stale = 1").run(flowId, at);

export const staleTasks = (db: Db, limit: number): readonly string[] =>
  sql<{ flow_id: string }>(db, 'SELECT flow_id FROM remote_tasks WHERE stale = 1 ORDER BY seen_at, flow_id LIMIT ?').all(limit).map((raw) => raw.flow_id);

/** The task as the carrier has it now. */
export const saveTask = (db: Db, row: Omit<RemoteTaskRow, 'ownDecision'>, at: string): void =>
  void sql(db, `INSERT INTO remote_tasks(flow_id, task_id, state, stale, packet, decision, seen_at) VALUES (?, ?, ?, 0, ?, ?, ?)
    ON CONFLICT(flow_id) DO UPDATE SET task_id = excluded.task_id, state = excluded.state, stale = 0, packet = excluded.packet, decision = excluded.decision`).run(
    row.flowId, row.taskId, row.state, row.packet === null ? null : JSON.stringify(row.packet), row.decision === null ? null : JSON.stringify(row.decision), at);

/** A task that cannot be read is left alone until another event tells of it. */
export const setTaskRead = (db: Db, flowId: string): void => void sql(db, 'UPDATE remote_tasks SET stale = 0 WHERE flow_id = ?').run(flowId);

export const findTask = (db: Db, flowId: string): RemoteTaskRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM remote_tasks WHERE flow_id = ?').get(flowId);
  return raw ? toRow(raw) : null;
};

/** Tasks that still wait for somebody. */
export const activeTasks = (db: Db): readonly RemoteTaskRow[] => sql<Raw>(db, "SELECT * FROM remote_tasks WHERE state = 'active' AND packet IS NOT NULL").all().map(toRow);

/** Tasks that were decided, here or at another PC. */
export const decidedTasks = (db: Db, limit: number): readonly RemoteTaskRow[] =>
  sql<Raw>(db, "SELECT * FROM remote_tasks WHERE packet IS NOT NULL AND decision IS NOT NULL ORDER BY json_extract(decision, '$.decidedAt') DESC LIMIT ?").all(limit).map(toRow);

/** Our decision under way to the carrier; null takes it back. */
export const setOwnDecision = (db: Db, flowId: string, decision: TaskDecision | null): void =>
  void sql(db, 'UPDATE remote_tasks SET own_decision = ? WHERE flow_id = ?').run(decision === null ? null : JSON.stringify(decision), flowId);
