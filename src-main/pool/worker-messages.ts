import type { NumberDigits } from '#domain/number/number.ts';
import type { NumberQuery } from '#domain/number/query/number-query.ts';
import type { Grade, GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import type { Result } from '#domain/result.ts';
import type { HallStandard } from '#domain/tariff/number-conditions.ts';
import type { MirrorFailure, MirrorState, NumberChange } from './mirror.ts';
import type { NearMisses } from './search/near-misses.ts';
import type { PoolPreview } from './preview-rules.ts';
import type { FoundNumber } from './search/ranked-page.ts';
import type { SearchPage } from './search/search-index.ts';

/** What the worker is started with; `busy` is shared, so that main can ask for one number without a round trip. */
export type WorkerStart = {
  readonly dir: string;
  readonly heads: readonly string[];
  readonly rules: NumberRules;
  readonly gradeTable: GradeTable;
  readonly standard: HallStandard;
  readonly busy: SharedArrayBuffer;
};

/** Answer to a search: exact count, count per grade whatever grades were asked for, one page in order, and near misses when they were asked for and nothing fits. */
export type SearchReply = NearMisses & {
  readonly total: number;
  readonly perGrade: readonly { readonly grade: Grade; readonly count: number }[];
  readonly hits: readonly FoundNumber[];
  readonly elapsedMs: number;
};

/** What a search asks beside the query; `near`: with near misses when nothing fits. */
export type PoolPage = Omit<SearchPage, 'open' | 'leased'> & { readonly near?: boolean };

/** Why the pool gave no answer. `pool-unavailable` is a condition of this PC (disk, worker), named for the log. */
export type PoolFailure = MirrorFailure | { readonly code: 'pool-unavailable'; readonly problem: string };

/** Each question to the worker with its answer. */
export type WorkerCalls = {
  readonly search: { readonly ask: { readonly query: NumberQuery } & PoolPage & Pick<SearchPage, 'leased'>; readonly answer: SearchReply };
  readonly alternatives: { readonly ask: { readonly digits: NumberDigits; readonly count: number }; readonly answer: readonly FoundNumber[] };
  readonly load: { readonly ask: { readonly bytes: Uint8Array; readonly at: number }; readonly answer: MirrorState };
  readonly apply: { readonly ask: { readonly changes: readonly NumberChange[]; readonly cursor: number; readonly at: number }; readonly answer: MirrorState };
  readonly 'preview-rules': { readonly ask: { readonly rules: NumberRules }; readonly answer: PoolPreview };
  readonly 'use-rules': { readonly ask: { readonly rules: NumberRules; readonly gradeTable: GradeTable; readonly standard: HallStandard }; readonly answer: null };
  readonly stats: { readonly ask: null; readonly answer: MirrorState };
  readonly close: { readonly ask: null; readonly answer: null };
};

export type CallName = keyof WorkerCalls;

/** On the wire to the worker. */
export type WorkerRequest = { readonly [K in CallName]: { readonly id: number; readonly call: K; readonly ask: WorkerCalls[K]['ask'] } }[CallName];

/** On the wire back; `state` travels with each answer, `id` 0 is the greeting once the mirror is open. */
export type WorkerAnswer = { readonly id: number; readonly state: MirrorState; readonly result: Result<unknown, PoolFailure> };
