import { NO_FILTER, type NumberFilter, type SortOrder } from '#domain/number/query/number-filter.ts';
import type { NumberQuery, QueryTerm } from '#domain/number/query/number-query.ts';
import type { NumberDigits } from '#domain/number/number.ts';
import { GRADES, type Grade, type NumberRules } from '#domain/number/grade/number-rules.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { anyBit, fillBitmap, setBit } from '../index/bitmaps.ts';
import { countHits, countsPerGrade } from './count-hits.ts';
import { evaluator } from './evaluate-query.ts';
import { buildIndexParts } from '../index/index-parts.ts';
import { withLeased } from './leased-numbers.ts';
import { looksReader } from '../index/looks-reader.ts';
import type { PoolMoney } from '../index/money-classes.ts';
import type { FoundNumber } from './ranked-page.ts';
import { resultPage } from './result-page.ts';

/** Which part of a result is wanted, in which order, and what is asked beside the words. */
export type SearchPage = {
  readonly offset: number;
  readonly limit: number;
  readonly sort?: SortOrder;
  readonly filter?: NumberFilter;
  /** Numbers of this PC's lease: they can be had whatever the mirror says. */
  readonly leased?: readonly NumberDigits[];
  /** Places (0–6 after 400) whose digit may be any other. */
  readonly open?: readonly number[];
};

/** Exact count, count per grade (whatever grades were asked for), and one page in order. */
export type Found = { readonly total: number; readonly perGrade: ReadonlyMap<Grade, number>; readonly page: readonly FoundNumber[] };

/** The searchable pool; `busy` tells for a segment's index and a suffix whether the number cannot be had. */
export type SearchIndex = {
  readonly search: (query: NumberQuery, page: SearchPage) => Found;
  /** False when no number can fit the terms, had or not, whatever its digit after 400. */
  readonly possible: (terms: readonly QueryTerm[]) => boolean;
  readonly reload: (busy: (segment: number, suffix: number) => boolean) => void;
  readonly setFree: (segment: number, suffix: number, free: boolean) => void;
  /** Reads so many more positions for what looks special; true when all are read. A search that needs the rest reads it itself. */
  readonly readLooks: (positions: number) => boolean;
  readonly bytes: number;
};

const EVERY_HEAD = Array.from({ length: 10 }, (_, digit) => `400${digit}`);

export function buildSearchIndex(heads: readonly string[], rules: NumberRules, money: PoolMoney): SearchIndex {
  const parts = buildIndexParts(heads, rules, money);
  const { order, slots, bitmaps } = parts;
  const readLooks = looksReader(parts);

  const search: SearchIndex['search'] = (query, { offset, limit, sort = 'memorable', filter = NO_FILTER, leased = [], open = [] }) => {
    if (filter.looksSpecial) readLooks(order.positions);
    const count = () => countHits(parts, query.terms, filter, open);
    const counts = leased.length > 0 || filter.leasedOnly ? withLeased(parts, leased, count) : count();
    const perGrade = countsPerGrade(parts, counts);
    const grades = query.grades.length === 0 ? GRADES : GRADES.filter((grade) => query.grades.includes(grade));
    const total = grades.reduce((sum, grade) => sum + (perGrade.get(grade) ?? 0), 0);
    return { total, perGrade, page: total > offset ? resultPage(parts, counts, { grades, sort, offset, limit }) : [] };
  };

  return {
    search,
    possible: (terms) => {
      // Fours from the first digit on are kept for our own heads only: with the first digit open they count as possible.
      const fits = evaluator({ ...parts, heads: EVERY_HEAD }, terms, (term) => (term.kind === 'four' ? [0] : []));
      return EVERY_HEAD.some((_, digit) => fits(digit) && anyBit(bitmaps, slots.fits));
    },
    readLooks,
    reload: (busy) => {
      heads.forEach((_, segment) => {
        fillBitmap(bitmaps, slots.free(segment), 0);
        for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
          if (!busy(segment, suffix)) setBit(bitmaps, slots.free(segment), order.positionOf[suffix] as number, true);
        }
      });
    },
    setFree: (segment, suffix, free) => setBit(bitmaps, slots.free(segment), order.positionOf[suffix] as number, free),
    bytes: bitmaps.words.byteLength + order.positionOf.byteLength + order.suffixAt.byteLength + order.score.byteLength,
  };
}
