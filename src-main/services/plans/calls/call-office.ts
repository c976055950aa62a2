import { Worker } from 'node:worker_threads';
import { fail, type Result } from '#domain/result.ts';
import type { CallDesk } from './call-desk.ts';

/** One call to the thread, and its answer; `bug` is a broken promise in there. */
export type CallDeskCall = { readonly id: number; readonly method: keyof CallDesk; readonly args: readonly unknown[] };
export type CallDeskAnswer = { readonly id: number; readonly reply?: unknown; readonly bug?: string };

/** The thread ended under the work (a file that needs more memory than it may take). */
export type DeskStopped = { readonly code: 'call-desk-stopped' };

/** Reads call lists and reckons with them in a thread of its own, so that no window waits; the thread ends when it has been idle. */
export type CallOffice = { readonly [M in keyof CallDesk]: (...args: Parameters<CallDesk[M]>) => Promise<Result<ReturnType<CallDesk[M]>, DeskStopped>> } & { readonly close: () => Promise<void> };

const memoryMb = 700;
const idleMs = 30_000;

/** The thread is started by the first call. */
export function openCallOffice(file: string | URL): CallOffice {
  const waiting = new Map<number, { readonly settle: (reply: unknown) => void; readonly reject: (bug: Error) => void }>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;
  const stopped = (ended: Worker): void => {
    if (worker !== ended) return;
    worker = null;
    for (const { settle } of waiting.values()) settle(fail<DeskStopped>({ code: 'call-desk-stopped' }));
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    started.on('message', ({ id, reply, bug }: CallDeskAnswer) => {
      const call = waiting.get(id);
      waiting.delete(id);
      if (bug === undefined) call?.settle({ ok: true, value: reply });
      else call?.reject(new Error(bug));
      if (waiting.size > 0) return;
      // An idle thread holds up no exit.
      started.unref();
      idle = setTimeout(() => void end(), idleMs).unref();
    });
    started.on('error', () => stopped(started));
    started.on('exit', () => stopped(started));
    return started;
  };
  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = worker;
    if (ended === null) return;
    // Given up before it is gone: what is asked meanwhile goes to a thread of its own.
    stopped(ended);
    await ended.terminate();
  };
  const call = (method: keyof CallDesk, args: readonly unknown[]): Promise<never> => {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    const id = ++lastId;
    const answered = new Promise<unknown>((settle, reject) => waiting.set(id, { settle, reject }));
    worker.postMessage({ id, method, args } satisfies CallDeskCall);
    return answered as Promise<never>;
  };
  return { readCallList: (...args) => call('readCallList', args), readCallerList: (...args) => call('readCallerList', args), compareByCalls: (...args) => call('compareByCalls', args), rateByCalls: (...args) => call('rateByCalls', args), close: end };
}
