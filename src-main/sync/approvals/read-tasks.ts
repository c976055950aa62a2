import type { Instant } from '#domain/calendar/shanghai-time.ts';
import { inTransaction, type Db } from '../../store/db.ts';
import { activeTasks, markTaskStale, type RemoteTaskRow, setTaskRead, staleTasks } from '../../store/tables/approval/remote-task-rows.ts';
import type { CarrierAnswer, CarrierHttp } from '../carrier/carrier-http.ts';
import { itemPath, paths } from '../carrier/paths.ts';
import { readDecision, readFlow } from './read-flow.ts';

export type TaskOptions = {
  readonly db: Db; readonly http: CarrierHttp; readonly now: () => Instant; readonly signal: AbortSignal;
  /** An approval task as the carrier's book has it now. */
  readonly onTask: (task: Omit<RemoteTaskRow, 'ownDecision'>) => void;
};

const askMs = 15_000;
const mostAtOnce = 50;

/** Reads what events told of; false when the carrier did not answer and the rest waits for the next turn. */
export async function readTasks({ db, http, signal, onTask }: TaskOptions): Promise<boolean> {
  const ask = (path: string): Promise<CarrierAnswer> => http({ method: 'GET', path, timeoutMs: askMs, signal });
  for (const flowId of staleTasks(db, mostAtOnce)) {
    const path = itemPath(paths.processFlow, flowId);
    const answer = await ask(path);
    if (cannotTell(answer)) return false;
    const flow = answer.kind === 'answer' && answer.status < 300 ? readFlow(answer.json) : null;
    if (flow === null || flow.flowId !== flowId) {
      inTransaction(db, () => setTaskRead(db, flowId));
      continue;
    }
    const task = flow.state === 'completed' && flow.taskId !== null ? await ask(itemPath(`${path}/taskFlow`, flow.taskId)) : null;
    if (task !== null && cannotTell(task)) return false;
    onTask({ ...flow, decision: task?.kind === 'answer' && task.status < 300 ? readDecision(task.json) : null });
  }
  return true;
}

/** After missed events: whatever waits at the carrier, and whatever we think waits, is read again. A carrier without such tasks has none. */
export async function relistTasks({ db, http, now, signal }: Omit<TaskOptions, 'onTask'>): Promise<boolean> {
  const answer = await http({ method: 'GET', path: `${paths.processFlow}?state=active&limit=500`, timeoutMs: askMs, signal });
  if (cannotTell(answer)) return false;
  const listed = answer.kind === 'answer' && Array.isArray(answer.json) ? answer.json.map(readFlow).flatMap((flow) => (flow === null ? [] : [flow.flowId])) : [];
  inTransaction(db, () => {
    for (const flowId of new Set([...listed, ...activeTasks(db).map((task) => task.flowId)])) markTaskStale(db, flowId, now());
  });
  return true;
}

const cannotTell = (answer: CarrierAnswer): boolean => answer.kind === 'no-answer' || answer.status === 401 || answer.status === 429 || (answer.status >= 500 && answer.status !== 501);
