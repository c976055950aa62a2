import type { Failure } from '#contract/failures.ts';
import type { Request } from '#contract/contract.ts';
import type { NumberHit, NumberSearch, PoolStatus } from '#contract/numbers.ts';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import { parseNumberQuery, type QueryFailure } from '#domain/number/query/number-query.ts';
import type { Grade } from '#domain/number/grade/number-rules.ts';
import { understoodTerms } from '#domain/number/query/understood-terms.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { hitOf } from './hit-of.ts';

/** Searches the local mirror of the pool: exact total, count per grade, one page in order, near misses when nothing fits. Never waits for the network. */
export async function searchNumbers(context: Pick<ConsoleContext, 'mode' | 'db' | 'reference' | 'pool'>, { text, grades, offset, limit, sort, ...filter }: Request<'numbers/search'>): Promise<Result<NumberSearch, Failure>> {
  const query = parseNumberQuery(text, context.reference.segments);
  if (!query.ok) return refuseQuery(query.error);
  const wanted = grades.length > 0 ? (grades as readonly Grade[]) : query.value.grades;
  const found = await context.pool.search({ ...query.value, grades: wanted }, { offset, limit, sort, filter, near: true });
  if (!found.ok) return refuse('pool-not-loaded', { why: found.error.code });
  const { total, perGrade, hits, elapsedMs, nearMisses, gaveUp } = found.value;
  const shown = (digits: string): NumberHit => hitOf(context, digits);
  return ok({
    total, perGrade, elapsedMs, gaveUp, understood: understoodTerms(query.value), hits: hits.map(({ digits }) => shown(digits)),
    nearMisses: nearMisses.map(({ digits, changed }) => ({ ...shown(digits), changed })),
  });
}

/** A number of another carrier is understood well: the customer hears whose it is. */
function refuseQuery(failure: QueryFailure): Result<never, Failure> {
  switch (failure.code) {
    case 'other-carrier':
      return refuse('number-not-orderable', { number: failure.head, ownerName: failure.ownerName });
    case 'unallocated-segment':
      return refuse('number-not-orderable', { number: failure.head });
    default:
      return refuse('query-not-understood', { why: failure.code, part: failure.term });
  }
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
