import * as fc from 'fast-check';
import { sortOrders, type NumberFilter } from '#domain/number/query/number-filter.ts';
import { parseNumberQuery, type NumberQuery } from '#domain/number/query/number-query.ts';
import type { Segment } from '#domain/number/number.ts';
import { GRADES } from '#domain/number/grade/number-rules.ts';
import { queryWords } from '../../domain/number/query/query-words.ts';
import type { SearchPage } from '../../../src-main/pool/search/search-index.ts';

export type SearchQuestion = { readonly text: string; readonly query: NumberQuery; readonly page: SearchPage };

const money = fc.constantFrom(null, null, null, 0, 50_000, 360_000, 500_000, 800_000, 1_080_000, 1_500_000, 3_000_000);
const rarely = fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0);
const filter: fc.Arbitrary<NumberFilter> = fc.record({ minimumAtMostLi: money, prepayAtMostLi: money, looksSpecial: rarely, leasedOnly: rarely });

/** Questions as the screen can ask them, of readable words; `leasable` are the numbers a lease may hold. */
export function searchQuestions(segments: readonly Segment[], leasable: readonly string[]): fc.Arbitrary<SearchQuestion> {
  const words = fc.array(queryWords, { maxLength: 3 }).map((each) => each.join(' ')).filter((text) => parseNumberQuery(text, segments).ok);
  const page = fc.record({ offset: fc.oneof(fc.constant(0), fc.nat(400)), limit: fc.constant(20), sort: fc.constantFrom(...sortOrders), filter: fc.option(filter, { nil: undefined }), leased: fc.subarray([...leasable]) });
  return fc.tuple(words, fc.subarray([...GRADES]), rarely, page).map(([text, grades, byGrade, asked]): SearchQuestion => {
    const parsed = parseNumberQuery(text, segments);
    const query = parsed.ok ? parsed.value : { terms: [], grades: [] };
    const { filter: by, ...rest } = asked;
    return { text, query: byGrade ? { ...query, grades } : query, page: by ? { ...rest, filter: by } : rest };
  });
}
