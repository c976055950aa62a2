import type { SortOrder } from '#domain/number/query/number-filter.ts';
import type { Grade } from '#domain/number/grade/number-rules.ts';
import type { HitCounts } from './count-hits.ts';
import type { IndexParts } from '../index/index-parts.ts';
import { priceClasses, type PriceClass } from '../index/money-classes.ts';
import { numberPage } from './number-page.ts';
import { countWithin, rankedPage, type FoundNumber, type Run, type Tier } from './ranked-page.ts';

type Wanted = { readonly grades: readonly Grade[]; readonly sort: SortOrder; readonly offset: number; readonly limit: number };

/** The wanted part of what `countHits` found. */
export function resultPage(parts: IndexParts, counts: HitCounts, { grades, sort, offset, limit }: Wanted): readonly FoundNumber[] {
  if (sort === 'number') return byNumber(parts, counts, grades, offset, limit);
  const classes = sort === 'price' ? priceClasses(grades, parts.floors, parts.money) : grades.map((grade): PriceClass => [{ grade, headFloor: null }]);
  return rankedPage({ ...parts, tiers: classes.map((each) => tierOf(parts, counts, each)), offset, limit });
}

function tierOf({ order, slots, bitmaps, floors }: IndexParts, counts: HitCounts, members: PriceClass): Tier {
  return order.groups.map((group, index): Run => {
    const [first, last] = [group.start >>> 5, group.end >>> 5];
    const sources = group.grades.flatMap((grade, segment) => members.filter((member) => member.grade === grade).map(({ headFloor }) => {
      const within = headFloor === null || floors.length === 1 ? null : slots.headFloor(segment, headFloor);
      const all = counts[segment]?.[index] ?? 0;
      return { segment, grade, slot: slots.hits(segment), within, count: within === null || all === 0 ? all : countWithin(bitmaps, slots.hits(segment), within, first, last) };
    }));
    return { first, last, sources: sources.filter(({ count }) => count > 0) };
  });
}

/** Hits outside the asked grades are taken out first: by digits the grades stand among each other. */
function byNumber({ heads, order, slots, bitmaps }: IndexParts, counts: HitCounts, asked: readonly Grade[], offset: number, limit: number): readonly FoundNumber[] {
  const segments = heads.map((head, segment) => {
    let count = 0;
    order.groups.forEach(({ grades, start, end }, group) => {
      const here = asked.includes(grades[segment] as Grade) ? (counts[segment]?.[group] ?? 0) : 0;
      count += here;
      const base = slots.hits(segment) * bitmaps.length;
      if (here === 0) bitmaps.words.fill(0, base + (start >>> 5), base + (end >>> 5));
    });
    return { head, slot: slots.hits(segment), count };
  });
  return numberPage(bitmaps, order, segments, offset, limit).map((digits) => {
    const position = order.positionOf[Number(digits.slice(4))] as number;
    const group = order.groups.find(({ end }) => position < end);
    return { digits, grade: group?.grades[heads.indexOf(digits.slice(0, 4))] as Grade };
  });
}
