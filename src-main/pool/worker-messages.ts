import type { GradeReason } from '#domain/number/grade-number.ts';
import type { NumberDigits } from '#domain/number/number.ts';
import type { NumberQuery } from '#domain/number/number-query.ts';
import type { Grade, GradeTable, NumberRules } from '#domain/number/number-rules.ts';
import type { Result } from '#domain/result.ts';
import type { GradeConditions } from '#domain/tariff/grade-conditions.ts';
import type { PrepayPolicy } from '#domain/tariff/quote.ts';
import type { MirrorFailure, MirrorState, NumberChange } from './mirror.ts';
import type { PoolPreview } from './preview-rules.ts';

/** What the worker is started with; `busy` is shared, so that main can ask for one number without a round trip. */
export type WorkerStart = {
  readonly dir: string;
  readonly heads: readonly string[];
  readonly rules: NumberRules;
  readonly gradeTable: GradeTable;
  readonly prepay: PrepayPolicy;
  readonly busy: SharedArrayBuffer;
};

/** A free number with what it costs and why. */
export type SearchHit = GradeConditions & { readonly digits: NumberDigits; readonly grade: Grade; readonly ruleId: string; readonly reason: GradeReason };

/** Answer to a search: exact count, count per grade whatever grades were asked for, one ranked page. */
export type SearchReply = {
  readonly total: number;
  readonly perGrade: readonly { readonly grade: Grade; readonly count: number }[];
  readonly hits: readonly SearchHit[];
  readonly elapsedMs: number;
};

/** Why the pool gave no answer. `pool-unavailable` is a condition of this PC (disk, worker), named for the log. */
export type PoolFailure = MirrorFailure | { readonly code: 'pool-unavailable'; readonly problem: string };

/** Each question to the worker with its answer. */
export type WorkerCalls = {
  readonly search: { readonly ask: { readonly query: NumberQuery; readonly offset: number; readonly limit: number }; readonly answer: SearchReply };
  readonly alternatives: { readonly ask: { readonly digits: NumberDigits; readonly count: number }; readonly answer: readonly SearchHit[] };
  readonly load: { readonly ask: { readonly bytes: Uint8Array; readonly at: number }; readonly answer: MirrorState };
  readonly apply: { readonly ask: { readonly changes: readonly NumberChange[]; readonly cursor: number; readonly at: number }; readonly answer: MirrorState };
  readonly 'preview-rules': { readonly ask: { readonly rules: NumberRules }; readonly answer: PoolPreview };
  readonly 'use-rules': { readonly ask: { readonly rules: NumberRules; readonly gradeTable: GradeTable }; readonly answer: null };
  readonly stats: { readonly ask: null; readonly answer: MirrorState };
  readonly close: { readonly ask: null; readonly answer: null };
};

export type CallName = keyof WorkerCalls;

/** On the wire to the worker. */
export type WorkerRequest = { readonly [K in CallName]: { readonly id: number; readonly call: K; readonly ask: WorkerCalls[K]['ask'] } }[CallName];

/** On the wire back; `state` travels with each answer, `id` 0 is the greeting once the mirror is open. */
export type WorkerAnswer = { readonly id: number; readonly state: MirrorState; readonly result: Result<unknown, PoolFailure> };
