import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '#domain/assert.ts';
import { fail } from '#domain/result.ts';
import { answerCalls } from './answer-calls.ts';
import type { WorkerAnswer, WorkerRequest, WorkerStart } from './worker-messages.ts';

const port = parentPort;
assert(port, 'search-worker: runs in a worker only');
const calls = answerCalls(workerData as WorkerStart);
const say = (answer: WorkerAnswer): void => port.postMessage(answer);

say({ id: 0, state: calls.state(), result: { ok: true, value: null } });
calls.ready();
let open = true;
const idle = (): void => {
  if (open && !calls.idle()) setImmediate(idle);
};
setImmediate(idle);

port.on('message', (request: WorkerRequest) => {
  try {
    const result = calls.answer(request);
    say({ id: request.id, state: calls.state(), result });
  } catch (error) {
    // A full or failing disk: the question fails, the mirror stays as it was.
    const problem = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : 'unknown';
    say({ id: request.id, state: calls.state(), result: fail({ code: 'pool-unavailable', problem }) });
  }
  if (request.call === 'use-rules') setImmediate(idle);
  if (request.call !== 'close') return;
  open = false;
  port.close();
});
