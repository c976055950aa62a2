// A console without a window in a process of its own, to be killed: the production bundle, or the sources for the mutant's test.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import type { openConsole as OpenConsole } from '../../../src-main/console.ts';
import { openSimulatedPrinter } from '../../../src-main/devices/simulated-printer.ts';
import { createLog } from '../../../src-main/log/log.ts';
import { trainingPassword, trainingStaff } from '../../../src-main/services/hall/set-up.ts';
import { type Caller, dataKey } from '../../support/test-console.ts';
import { openTestSide } from '../../support/device-side.ts';
import { printerName } from '../../support/until.ts';
import type { ChildMessage, ChildOptions, ParentMessage } from './child-messages.ts';
import type { WorkOrder } from './desk.ts';
import { writeClaimsLate } from './late-claim.ts';
import { splitTransactions } from './split-transactions.ts';
import { readEverything } from './standing.ts';
import { workOnCase } from './work-on-case.ts';

const root = resolve(import.meta.dirname, '../../..');
const bundle = join(root, 'out/main');
const options = JSON.parse(process.argv[2] ?? '') as ChildOptions;
const send = (message: ChildMessage): void => void process.send?.(message);

async function load(): Promise<{ readonly openConsole: typeof OpenConsole; readonly workers: Record<'search' | 'paper' | 'calls', string | URL> }> {
  if (!options.source) return { ...(createRequire(import.meta.url)(join(bundle, 'console.js')) as { openConsole: typeof OpenConsole }), workers: { search: join(bundle, 'search-worker.js'), paper: join(bundle, 'paper-worker.js'), calls: join(bundle, 'call-worker.js') } };
  const { openConsole } = await import('../../../src-main/console.ts');
  const source = (path: string): URL => new URL(`../../../src-main/${path}`, import.meta.url);
  return { openConsole, workers: { search: source('pool/search-worker.ts'), paper: source('documents/paper-worker.ts'), calls: source('services/plans/calls/call-worker.ts') } };
}

async function open() {
  const { openConsole, workers } = await load();
  const opened = await openConsole({
    mode: 'training', version: '0.0.0', dataDir: options.folder, resourcesDir: join(root, 'resources'), key: dataKey, workers, carrier: options.carrier, fetch,
    now: () => toInstant(Date.now()), newId: randomUUID, random: Math.random, printer: openSimulatedPrinter({ folder: join(options.folder, 'printed'), queues: [{ name: printerName, description: '', behaviour: 'prints' }] }),
    log: createLog({ write: () => undefined, now: () => new Date() }), emit: () => undefined, device: openTestSide(options.folder), leases: options.leases, saveAs: async () => null, customerWindow: { show: () => undefined, close: () => undefined }, passwordCost: 10,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const call: Caller = async (channel, request) => {
    const answer = await opened.value.call(channel, request);
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
    return answer.value as never;
  };
  await call('session/sign-in', { staffNo: trainingStaff[0]?.staffNo ?? '', password: trainingPassword });
  return { call, close: opened.value.close };
}

const running = await open();
// Only now: set-up is not what the mutants break.
if (options.mutant === 'half-step') splitTransactions();
if (options.mutant === 'late-claim') writeClaimsLate();

let lineDone: (() => void) | null = null;

async function work(order: WorkOrder): Promise<void> {
  let at = '';
  let { isUp } = order;
  const line = async (up: boolean): Promise<void> => {
    const done = new Promise<void>((resolve) => { lineDone = resolve; });
    send({ kind: 'line', up });
    await done;
    isUp = up;
  };
  try {
    await workOnCase({ call: running.call, line, isUp: () => isUp }, order, {
      begun: (step) => { at = step; send({ kind: 'begun', step }); },
      acknowledged: (step, standing) => send({ kind: 'acknowledged', step, standing }),
    });
    send({ kind: 'done' });
  } catch (error) {
    send({ kind: 'broke', step: at, problem: String((error as Error).message) });
  }
}

process.on('message', async (message: ParentMessage) => {
  if (message.kind === 'read') send({ kind: 'everything', everything: await readEverything(running.call) });
  if (message.kind === 'close') await running.close().then(() => process.disconnect());
  if (message.kind === 'line-done') lineDone?.();
  if (message.kind === 'work') await work(message.order);
});
process.on('disconnect', () => process.exit(0));
send({ kind: 'opened' });
