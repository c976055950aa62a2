import { parentPort } from 'node:worker_threads';
import { assert } from '#domain/assert.ts';
import { callDesk } from './call-desk.ts';
import type { CallDeskAnswer, CallDeskCall } from './call-office.ts';

const port = parentPort;
assert(port, 'call-worker: started outside a worker thread');

port.on('message', ({ id, method, args }: CallDeskCall) => {
  const run = callDesk[method] as (...args: readonly unknown[]) => unknown;
  const answer = (message: CallDeskAnswer): void => port.postMessage(message);
  try {
    answer({ id, reply: run(...args) });
  } catch (bug) {
    answer({ id, bug: bug instanceof Error ? bug.message : String(bug) });
  }
});
