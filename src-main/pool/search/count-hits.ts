import type { NumberFilter } from '#domain/number/query/number-filter.ts';
import type { QueryTerm } from '#domain/number/query/number-query.ts';
import { GRADES, type Grade } from '#domain/number/grade/number-rules.ts';
import { andCount, type Operand } from '../index/bitmaps.ts';
import { evaluator } from './evaluate-query.ts';
import type { IndexParts } from '../index/index-parts.ts';
import { affordable } from '../index/money-classes.ts';

/** Hits by segment and group of the order. The hits themselves stand in the segments' bitmaps, which mean nothing where a count is 0. */
export type HitCounts = readonly (readonly number[])[];

/** Evaluates the terms and the filter; `open` are places (0–6) whose digit may be any other. */
export function countHits(parts: IndexParts, terms: readonly QueryTerm[], filter: NumberFilter, open: readonly number[]): HitCounts {
  const { heads, order, floors, slots, bitmaps, money } = parts;
  const fits = evaluator(parts, terms, () => open);
  const tooDear = new Map(GRADES.map((grade) => [grade, floors.flatMap((floorLi, index) => (affordable(grade, floorLi, filter, money) ? [] : [index]))]));
  return heads.map((_, segment) => {
    if (!fits(segment)) return order.groups.map(() => 0);
    const had = filter.leasedOnly ? slots.leased(segment) : slots.free(segment);
    const usual = [slots.fits, had, ...(filter.looksSpecial ? [slots.looks(segment)] : [])].map((slot): Operand => ({ slot, not: false }));
    return order.groups.map(({ grades, start, end }) => {
      const dear = tooDear.get(grades[segment] as Grade) ?? [];
      if (dear.length === floors.length) return 0;
      const operands = [...usual, ...dear.map((index): Operand => ({ slot: slots.headFloor(segment, index), not: true }))];
      return andCount(bitmaps, slots.hits(segment), operands, start >>> 5, end >>> 5);
    });
  });
}

export function countsPerGrade({ order }: IndexParts, counts: HitCounts): ReadonlyMap<Grade, number> {
  const perGrade = new Map<Grade, number>(GRADES.map((grade) => [grade, 0]));
  order.groups.forEach(({ grades }, group) => {
    grades.forEach((grade, segment) => perGrade.set(grade, (perGrade.get(grade) ?? 0) + (counts[segment]?.[group] ?? 0)));
  });
  return perGrade;
}
