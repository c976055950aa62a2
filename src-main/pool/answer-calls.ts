import { gradeNumber, gradeReason } from '#domain/number/grade-number.ts';
import type { NumberDigits } from '#domain/number/number.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { gradeConditions } from '#domain/tariff/grade-conditions.ts';
import { openMirror, type MirrorState } from './mirror.ts';
import { nearestAlike } from './nearest-alike.ts';
import { previewRules } from './preview-rules.ts';
import { buildSearchIndex } from './search-index.ts';
import { warmUp } from './warm-up.ts';
import type { PoolFailure, SearchHit, SearchReply, WorkerCalls, WorkerRequest, WorkerStart } from './worker-messages.ts';

type Answers = { readonly state: () => MirrorState; readonly ready: () => void; readonly answer: (request: WorkerRequest) => Result<unknown, PoolFailure> };

/** The worker without its thread: mirror on disk, index in memory, one answer per request. */
export function answerCalls(start: WorkerStart): Answers {
  const { heads, prepay } = start;
  let { rules, gradeTable } = start;
  const busy = new Uint8Array(start.busy);
  const mirror = openMirror({ dir: start.dir, heads, busy });
  let index: ReturnType<typeof buildSearchIndex> | null = null;

  const isBusy = (segment: number, suffix: number): boolean => {
    const place = segment * SEGMENT_SIZE + suffix;
    return ((busy[place >>> 3] as number) & (1 << (place & 7))) !== 0;
  };
  const indexed = (): ReturnType<typeof buildSearchIndex> => {
    if (!index) {
      index = buildSearchIndex(heads, rules);
      index.reload(isBusy);
    }
    return index;
  };
  const hit = (digits: NumberDigits): SearchHit => {
    const graded = gradeNumber(digits, rules);
    return { digits, grade: graded.grade, ruleId: graded.ruleId, reason: gradeReason(graded, rules), ...gradeConditions(graded.grade, gradeTable, prepay) };
  };

  function search({ query, offset, limit }: WorkerCalls['search']['ask']): Result<SearchReply, PoolFailure> {
    if (!mirror.state()) return fail({ code: 'no-snapshot' });
    const began = performance.now();
    const found = indexed().search(query, { offset, limit });
    const hits = found.page.map(({ digits }) => hit(digits));
    const perGrade = [...found.perGrade].map(([grade, count]) => ({ grade, count }));
    return ok({ total: found.total, perGrade, hits, elapsedMs: performance.now() - began });
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
    ({ rules, gradeTable } = tables);
    index = null;
    indexed();
    return ok(null);
  }

  function answer(request: WorkerRequest): Result<unknown, PoolFailure> {
    switch (request.call) {
      case 'search':
        return search(request.ask);
      case 'alternatives':
        return mirror.state() ? ok(nearestAlike(indexed(), request.ask.digits, request.ask.count, rules).map(hit)) : fail({ code: 'no-snapshot' });
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

  return { state: mirror.state, ready: () => warmUp(indexed()), answer };
}
