import { Worker } from 'node:worker_threads';
import type { NumberDigits } from '#domain/number/number.ts';
import type { NumberQuery } from '#domain/number/query/number-query.ts';
import type { GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import { SEGMENT_BYTES } from '#domain/number/pool-snapshot.ts';
import { fail, type Result } from '#domain/result.ts';
import type { HallStandard } from '#domain/tariff/number-conditions.ts';
import { placeOf, type MirrorState, type NumberChange } from './mirror.ts';
import type { PoolPreview } from './preview-rules.ts';
import type { FoundNumber } from './search/ranked-page.ts';
import type { CallName, PoolFailure, PoolPage, SearchReply, WorkerAnswer, WorkerCalls, WorkerStart } from './worker-messages.ts';

/** What the mirror holds and how old it is; `loaded` is false until the first snapshot came. */
export type PoolStatus = { readonly loaded: boolean; readonly count: number; readonly cursor: number | null; readonly syncedAt: number | null };

/** The local copy of the carrier's pool: searched in a worker, asked for one number without leaving the thread. */
export type Pool = {
  readonly search: (query: NumberQuery, page: PoolPage) => Promise<Result<SearchReply, PoolFailure>>;
  readonly alternatives: (digits: NumberDigits, count: number) => Promise<Result<readonly FoundNumber[], PoolFailure>>;
  /** Numbers lent to this PC: free here, whatever the mirror says. */
  readonly setOwn: (digits: readonly NumberDigits[]) => void;
  readonly isOwn: (digits: NumberDigits) => boolean;
  /** True when the mirror holds the number as free; only the carrier decides. */
  readonly isFree: (digits: NumberDigits) => boolean;
  readonly loadSnapshot: (bytes: Uint8Array) => Promise<Result<MirrorState, PoolFailure>>;
  readonly apply: (changes: readonly NumberChange[], cursor: number) => Promise<Result<MirrorState, PoolFailure>>;
  /** What a rule table would change for the free numbers. */
  readonly previewRules: (rules: NumberRules) => Promise<Result<PoolPreview, PoolFailure>>;
  /** Grades, prices and orders the pool by other tables from now on. */
  readonly useRules: (rules: NumberRules, gradeTable: GradeTable, standard: HallStandard) => Promise<Result<null, PoolFailure>>;
  readonly status: () => PoolStatus;
  readonly close: () => Promise<void>;
};

export type PoolOptions = Omit<WorkerStart, 'busy'> & { readonly workerUrl: URL | string; readonly now: () => number };

type Waiting = (result: Result<never, PoolFailure>) => void;

/** Starts the worker and resolves when the stored mirror is open; the index is built behind the first question. */
export async function openPool({ workerUrl, now, ...start }: PoolOptions): Promise<Pool> {
  const shared = new SharedArrayBuffer(start.heads.length * SEGMENT_BYTES);
  const busy = new Uint8Array(shared);
  const worker = new Worker(workerUrl, { workerData: { ...start, busy: shared } satisfies WorkerStart });
  const waiting = new Map<number, Waiting>();
  let state: MirrorState = null;
  let gone: string | null = null;
  let lastId = 0;
  let own: ReadonlySet<NumberDigits> = new Set();

  const opened = new Promise<void>((resolve) => waiting.set(0, () => resolve()));
  worker.on('message', ({ id, state: newest, result }: WorkerAnswer) => {
    state = newest;
    waiting.get(id)?.(result as Result<never, PoolFailure>);
    waiting.delete(id);
  });
  const lose = (problem: string): void => {
    gone ??= problem;
    for (const settle of waiting.values()) settle(fail({ code: 'pool-unavailable', problem: gone }));
    waiting.clear();
  };
  worker.on('error', (error) => lose(error instanceof Error ? error.message : 'worker failed'));
  worker.on('exit', () => lose('worker ended'));

  function call<K extends CallName>(name: K, ask: WorkerCalls[K]['ask']): Promise<Result<WorkerCalls[K]['answer'], PoolFailure>> {
    if (gone !== null) return Promise.resolve(fail({ code: 'pool-unavailable', problem: gone }));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve as Waiting);
      worker.postMessage({ id, call: name, ask });
    });
  }

  await opened;
  return {
    search: (query, page) => call('search', { query, ...page, leased: [...own] }),
    alternatives: (digits, count) => call('alternatives', { digits, count }),
    setOwn: (digits) => { own = new Set(digits); },
    isOwn: (digits) => own.has(digits),
    isFree: (digits) => {
      if (own.has(digits)) return true;
      const place = state === null ? null : placeOf(digits, start.heads);
      return place !== null && ((busy[place >>> 3] as number) & (1 << (place & 7))) === 0;
    },
    loadSnapshot: (bytes) => call('load', { bytes, at: now() }),
    apply: (changes, cursor) => call('apply', { changes, cursor, at: now() }),
    previewRules: (rules) => call('preview-rules', { rules }),
    useRules: (rules, gradeTable, standard) => call('use-rules', { rules, gradeTable, standard }),
    status: () => ({ loaded: state !== null, count: state?.free ?? 0, cursor: state?.cursor ?? null, syncedAt: state?.syncedAt || null }),
    close: async () => {
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      if (gone !== null) return;
      await call('close', null);
      await ended;
    },
  };
}
