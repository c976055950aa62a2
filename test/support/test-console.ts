import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EventName, RequestChannel } from '#contract/channels.ts';
import type { Answer, Reply, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { CustomerScene } from '#contract/shortlist.ts';
import { toInstant, type Instant } from '#domain/calendar/shanghai-time.ts';
import { type Console, openConsole } from '../../src-main/console.ts';
import { openSimulatedPrinter } from '../../src-main/devices/simulated-printer.ts';
import { createLog } from '../../src-main/log/log.ts';
import { trainingPassword } from '../../src-main/services/hall/set-up.ts';
import type { Db } from '../../src-main/store/db.ts';
import { openStore } from '../../src-main/store/open.ts';
import { openTestSide } from './device-side.ts';
import { printerName } from './until.ts';

const root = resolve(import.meta.dirname, '..', '..');
export const dataKey = new Uint8Array(32).fill(9);

/** A Tuesday at ten in the hall: no holiday near, before the cut-off. */
export const tuesdayMorning = '2026-11-24T02:00:00.000Z';

/** A clock that runs from a given moment and can be moved on. */
export type TestClock = { readonly now: () => Instant; readonly advance: (ms: number) => void };

export function runningClock(start: Instant = tuesdayMorning): TestClock {
  const began = Date.now();
  let ahead = 0;
  return { now: () => toInstant(Date.parse(start) + (Date.now() - began) + ahead), advance: (ms) => { ahead += ms; } };
}

export type TestConsoleOptions = {
  readonly dir?: string;
  /** null: nobody answers, as with the carrier stopped. */
  readonly carrier?: { readonly baseUrl: string; readonly token: string } | null;
  readonly clock?: TestClock;
  readonly key?: Uint8Array;
  /** Whose key store it is: another name is another PC that got a copy of the folder. */
  readonly machine?: string;
  /** by-hand unless said: tests that are not about blocks leave the carrier's numbers alone. */
  readonly leases?: 'automatic' | 'by-hand';
};

export type Caller = <C extends ServiceChannel>(channel: C, request: Request<C>) => Promise<Reply<C>>;
export type ServiceChannel = Exclude<RequestChannel, `setup/${string}`>;

export type TestConsole = {
  readonly console: Console;
  readonly dir: string;
  readonly clock: TestClock;
  readonly logged: readonly string[];
  readonly emitted: readonly { readonly name: EventName; readonly event: unknown }[];
  /** What the customer's window was told to show; null: to close. */
  readonly scenes: readonly (CustomerScene | null)[];
  readonly saved: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
  readonly ask: <C extends ServiceChannel>(channel: C, request: Request<C>) => Promise<Answer<C>>;
  /** The value, or a throw that names the refusal. */
  readonly call: Caller;
  /** The refusal, or a throw when it was allowed. */
  readonly refusal: <C extends ServiceChannel>(channel: C, request: Request<C>) => Promise<Failure>;
  readonly signIn: (staffNo: string, password?: string) => Promise<void>;
  /** A second look at the database of the running console. */
  readonly look: <T>(read: (db: Db) => T) => T;
  readonly close: () => Promise<void>;
  /** Ends it and opens another on the same folder. */
  readonly reopen: (options?: Pick<TestConsoleOptions, 'carrier'>) => Promise<TestConsole>;
  readonly dispose: () => Promise<void>;
};

/** A real training console in this process: real database, vault, workers and papers; the printer writes a folder. */
export async function openTestConsole(options: TestConsoleOptions = {}): Promise<TestConsole> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'console-'));
  const clock = options.clock ?? runningClock();
  const key = options.key ?? dataKey;
  const logged: string[] = [];
  const emitted: { name: EventName; event: unknown }[] = [];
  const scenes: (CustomerScene | null)[] = [];
  const saved: { fileName: string; bytes: Uint8Array }[] = [];
  const opened = await openConsole({
    mode: 'training', version: '0.0.0', dataDir: dir, resourcesDir: join(root, 'resources'), key,
    workers: {
      search: new URL('../../src-main/pool/search-worker.ts', import.meta.url), paper: new URL('../../src-main/documents/paper-worker.ts', import.meta.url),
      calls: new URL('../../src-main/services/plans/calls/call-worker.ts', import.meta.url),
    },
    carrier: options.carrier ?? { baseUrl: 'http://127.0.0.1:9', token: 'WJ.nobody.0123456789abcdef' }, fetch, now: clock.now, newId: randomUUID, random: Math.random,
    printer: openSimulatedPrinter({ folder: join(dir, 'printed'), queues: [{ name: printerName, description: '', behaviour: 'prints' }] }),
    log: createLog({ write: (line) => logged.push(line), now: () => new Date() }), emit: (name, event) => emitted.push({ name, event }),
    device: openTestSide(dir, options.machine), leases: options.leases ?? 'by-hand',
    saveAs: async (fileName, bytes) => { saved.push({ fileName, bytes }); return fileName; },
    customerWindow: { show: (scene) => scenes.push(scene), close: () => scenes.push(null) }, passwordCost: 10,
  });
  if (!opened.ok) throw new Error(`openTestConsole: ${JSON.stringify(opened.error)}`);
  const console = opened.value;
  const ask = console.call as TestConsole['ask'];
  const call: Caller = async (channel, request) => {
    const answer = await ask(channel, request);
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
    return answer.value as Reply<typeof channel>;
  };
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await console.close();
  };
  return {
    console, dir, clock, logged, emitted, scenes, saved, ask, call, close,
    refusal: async (channel, request) => {
      const answer = await ask(channel, request);
      if (answer.ok) throw new Error(`${channel} was not refused`);
      return answer.error;
    },
    signIn: async (staffNo, password = trainingPassword) => void (await call('session/sign-in', { staffNo, password })),
    look: (read) => lookInto(dir, key, read),
    reopen: async (next = {}) => {
      await close();
      return openTestConsole({ ...options, ...next, dir, clock });
    },
    dispose: async () => {
      await close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function lookInto<T>(dir: string, key: Uint8Array, read: (db: Db) => T): T {
  const opened = openStore(join(dir, 'hall400.db'), key);
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    return read(opened.value);
  } finally {
    opened.value.close();
  }
}
