import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '#domain/assert.ts';
import { openPaperDesk } from './paper-desk.ts';
import type { OfficeAnswer, OfficeCall, OfficeMaterial } from './paper-office.ts';

const port = parentPort;
assert(port, 'paper-worker: started outside a worker thread');
const desk = openPaperDesk(workerData as OfficeMaterial);

port.on('message', ({ id, method, args }: OfficeCall) => {
  const run = desk[method] as (...args: readonly unknown[]) => Promise<unknown>;
  const answer = (message: OfficeAnswer): void => port.postMessage(message);
  run(...args).then((reply) => answer({ id, reply }), (bug: unknown) => answer({ id, bug: bug instanceof Error ? bug.message : String(bug) }));
});
