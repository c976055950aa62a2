import type { Failure } from '#contract/failures.ts';
import type { NumberHit, NumberSearch, PoolStatus } from '#contract/numbers.ts';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import { parseNumberQuery } from '#domain/number/number-query.ts';
import type { Grade } from '#domain/number/number-rules.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { hitOf } from './hit-of.ts';

type Question = { readonly text: string; readonly grades: readonly number[]; readonly offset: number; readonly limit: number };

/** Searches the local mirror of the pool: exact total, count per grade, one ranked page. Never waits for the network. */
export async function searchNumbers(context: ConsoleContext, { text, grades, offset, limit }: Question): Promise<Result<NumberSearch, Failure>> {
  const query = parseNumberQuery(text, context.reference.segments);
  if (!query.ok) {
    const { code, ...facts } = query.error;
    return refuse('query-not-understood', { why: code, ...facts });
  }
  const wanted = grades.length > 0 ? (grades as readonly Grade[]) : query.value.grades;
  const found = await context.pool.search({ ...query.value, grades: wanted }, { offset, limit });
  if (!found.ok) return refuse('pool-not-loaded', { why: found.error.code });
  const { total, perGrade, hits, elapsedMs } = found.value;
  return ok({ total, perGrade, elapsedMs, hits: hits.map((hit) => hitOf(context, hit.digits)) });
}

/** Three free numbers of the same kind, for a race that was lost; empty while the mirror has none. */
export async function alternativesTo(context: ConsoleContext, digits: string): Promise<readonly NumberHit[]> {
  const near = await context.pool.alternatives(digits, 3);
  return near.ok ? near.value.map((hit) => hitOf(context, hit.digits)) : [];
}

/** Whether the mirror is there, and how old it is. */
export function poolStatus(context: Pick<ConsoleContext, 'pool'>): PoolStatus {
  const { loaded, count, syncedAt } = context.pool.status();
  return { loaded, free: count, syncedAt: syncedAt === null ? null : toInstant(syncedAt) };
}
