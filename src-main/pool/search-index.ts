import { assert } from '#domain/assert.ts';
import { GRADES, type Grade, type NumberRules } from '#domain/number/number-rules.ts';
import type { NumberQuery } from '#domain/number/number-query.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { andCount, andInto, fillBitmap, makeBitmaps, orAndInto, setBit, type Bitmaps, type Operand } from './bitmaps.ts';
import { digitSlot, hasSlot, pairSlot, planFor, SHARED_SLOTS, type SuffixPlan } from './query-plan.ts';
import { rankedPage, type FoundNumber } from './ranked-page.ts';
import { orderSuffixes, type SuffixOrder } from './suffix-order.ts';

/** Exact count, count per grade (whatever grades were asked for), and one page in rank order. */
export type Found = { readonly total: number; readonly perGrade: ReadonlyMap<Grade, number>; readonly page: readonly FoundNumber[] };

/** The searchable pool; `busy` tells for a segment's index and a suffix whether the number cannot be had. */
export type SearchIndex = {
  readonly search: (query: NumberQuery, page: { readonly offset: number; readonly limit: number }) => Found;
  readonly reload: (busy: (segment: number, suffix: number) => boolean) => void;
  readonly setFree: (segment: number, suffix: number, free: boolean) => void;
};

/** Most terms with alternatives that a query can have; each needs a slot while it is evaluated. */
const ALTERNATIVES = 12;

export function buildSearchIndex(heads: readonly string[], rules: NumberRules): SearchIndex {
  const order = orderSuffixes(heads, rules);
  const freeSlot = (segment: number): number => SHARED_SLOTS + segment;
  const hitSlot = (segment: number): number => SHARED_SLOTS + heads.length + segment;
  const scratch = SHARED_SLOTS + 2 * heads.length;
  const bitmaps = makeBitmaps(scratch + ALTERNATIVES + 2, order.positions);
  writeDigits(bitmaps, order);

  const search: SearchIndex['search'] = (query, page) => {
    const counts = heads.map(() => order.groups.map(() => 0));
    let evaluated = '';
    heads.forEach((head, segment) => {
      const plan = planFor(query, head);
      if (!plan) return;
      if (plan.key !== evaluated) evaluate(bitmaps, plan, scratch);
      evaluated = plan.key;
      order.groups.forEach(({ start, end }, group) => {
        (counts[segment] as number[])[group] = andCount(bitmaps, hitSlot(segment), scratch, freeSlot(segment), start >>> 5, end >>> 5);
      });
    });
    const perGrade = countGrades(order, counts);
    const grades = query.grades.length === 0 ? GRADES : GRADES.filter((grade) => query.grades.includes(grade));
    const total = grades.reduce((sum, grade) => sum + (perGrade.get(grade) ?? 0), 0);
    return { total, perGrade, page: rankedPage({ order, bitmaps, counts, hitSlot, heads, grades, ...page }) };
  };

  return {
    search,
    reload: (busy) => {
      heads.forEach((_, segment) => {
        fillBitmap(bitmaps, freeSlot(segment), 0);
        for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
          if (!busy(segment, suffix)) setBit(bitmaps, freeSlot(segment), order.positionOf[suffix] as number, true);
        }
      });
    },
    setFree: (segment, suffix, free) => setBit(bitmaps, freeSlot(segment), order.positionOf[suffix] as number, free),
  };
}

function writeDigits(bitmaps: Bitmaps, { suffixAt, positions }: SuffixOrder): void {
  const digits = new Uint8Array(6);
  for (let position = 0; position < positions; position += 1) {
    let rest = suffixAt[position] as number;
    if (rest < 0) continue;
    for (let place = 5; place >= 0; place -= 1) {
      digits[place] = rest % 10;
      rest = (rest / 10) | 0;
    }
    for (let place = 0; place < 6; place += 1) {
      const digit = digits[place] as number;
      setBit(bitmaps, digitSlot(place, digit), position, true);
      setBit(bitmaps, hasSlot(digit), position, true);
      for (let later = place + 1; later < 6; later += 1) if (digits[later] === digit) setBit(bitmaps, pairSlot(place, later), position, true);
    }
  }
}

/** scratch = the suffixes that the plan allows; alternatives take the slots after it, the last slot is spare. */
function evaluate(bitmaps: Bitmaps, plan: SuffixPlan, scratch: number): void {
  assert(plan.anyOf.length <= ALTERNATIVES, 'search: more terms than the query allows');
  const operands: Operand[] = [...plan.all];
  plan.anyOf.forEach((alternatives, index) => {
    const slot = scratch + 1 + index;
    fillBitmap(bitmaps, slot, 0);
    for (const each of alternatives) orAndInto(bitmaps, slot, each, scratch + 1 + ALTERNATIVES);
    operands.push({ slot, not: false });
  });
  andInto(bitmaps, scratch, operands);
}

function countGrades({ groups }: SuffixOrder, counts: readonly (readonly number[])[]): ReadonlyMap<Grade, number> {
  const perGrade = new Map<Grade, number>(GRADES.map((grade) => [grade, 0]));
  groups.forEach(({ grades }, group) => {
    grades.forEach((grade, segment) => perGrade.set(grade, (perGrade.get(grade) ?? 0) + (counts[segment]?.[group] ?? 0)));
  });
  return perGrade;
}
