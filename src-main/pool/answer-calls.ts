import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { openMirror, type MirrorState } from './mirror.ts';
import { nearMisses } from './search/near-misses.ts';
import { nearestAlike } from './search/nearest-alike.ts';
import { previewRules } from './preview-rules.ts';
import { buildSearchIndex } from './search/search-index.ts';
import { warmUp } from './search/warm-up.ts';
import type { PoolFailure, SearchReply, WorkerCalls, WorkerRequest, WorkerStart } from './worker-messages.ts';

/** `ready` builds and warms up, `idle` does a little of what is only asked for later and says whether all is done. */
type Answers = { readonly state: () => MirrorState; readonly ready: () => void; readonly idle: () => boolean; readonly answer: (request: WorkerRequest) => Result<unknown, PoolFailure> };

/** Positions read in one idle moment: a question never waits longer than some milliseconds for it. */
const LOOKS_AT_ONCE = 32_768;

/** The worker without its thread: mirror on disk, index in memory, one answer per request. */
export function answerCalls(start: WorkerStart): Answers {
  const { heads } = start;
  let { rules, gradeTable, standard } = start;
  const busy = new Uint8Array(start.busy);
  const mirror = openMirror({ dir: start.dir, heads, busy });
  let index: ReturnType<typeof buildSearchIndex> | null = null;

  const isBusy = (segment: number, suffix: number): boolean => {
    const place = segment * SEGMENT_SIZE + suffix;
    return ((busy[place >>> 3] as number) & (1 << (place & 7))) !== 0;
  };
  const indexed = (): ReturnType<typeof buildSearchIndex> => {
    if (!index) {
      index = buildSearchIndex(heads, rules, { gradeTable, standard });
      index.reload(isBusy);
    }
    return index;
  };
  function search({ query, ...page }: WorkerCalls['search']['ask']): Result<SearchReply, PoolFailure> {
    if (!mirror.state()) return fail({ code: 'no-snapshot' });
    const began = performance.now();
    const found = indexed().search(query, page);
    const near = found.total === 0 && page.near === true ? nearMisses(indexed(), query, page) : { nearMisses: [], gaveUp: [] };
    const perGrade = [...found.perGrade].map(([grade, count]) => ({ grade, count }));
    return ok({ total: found.total, perGrade, hits: found.page, ...near, elapsedMs: performance.now() - began });
  }

  function alternatives({ digits, count }: WorkerCalls['alternatives']['ask']): Result<WorkerCalls['alternatives']['answer'], PoolFailure> {
    if (!mirror.state()) return fail({ code: 'no-snapshot' });
    return ok(nearestAlike(indexed(), digits, count, rules).map((each) => ({ digits: each, grade: gradeNumber(each, rules).grade })));
  }

  function load({ bytes, at }: WorkerCalls['load']['ask']): Result<MirrorState, PoolFailure> {
    const loaded = mirror.loadSnapshot(bytes, at);
    if (loaded.ok) index?.reload(isBusy);
    return loaded;
  }

  function apply({ changes, cursor, at }: WorkerCalls['apply']['ask']): Result<MirrorState, PoolFailure> {
    const applied = mirror.apply(changes, cursor, at);
    if (!applied.ok) return applied;
    for (const { place, free } of applied.value) index?.setFree(Math.floor(place / SEGMENT_SIZE), place % SEGMENT_SIZE, free);
    return ok(mirror.state());
  }

  /** The index is ordered by grade: other rules need another index, built while main goes on. */
  function useRules(tables: WorkerCalls['use-rules']['ask']): Result<null, PoolFailure> {
    ({ rules, gradeTable, standard } = tables);
    index = null;
    indexed();
    return ok(null);
  }

  function answer(request: WorkerRequest): Result<unknown, PoolFailure> {
    switch (request.call) {
      case 'search':
        return search(request.ask);
      case 'alternatives':
        return alternatives(request.ask);
      case 'load':
        return load(request.ask);
      case 'apply':
        return apply(request.ask);
      case 'preview-rules':
        return mirror.state() ? ok(previewRules({ heads, now: rules, draft: request.ask.rules, isBusy })) : fail({ code: 'no-snapshot' });
      case 'use-rules':
        return useRules(request.ask);
      case 'stats':
        return ok(mirror.state());
      case 'close':
        mirror.close();
        return ok(null);
    }
  }

  return { state: mirror.state, ready: () => warmUp(indexed()), idle: () => indexed().readLooks(LOOKS_AT_ONCE), answer };
}
