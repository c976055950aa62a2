import { lookOfSeven } from '#domain/number/meaning/looks-special.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { setBit } from './bitmaps.ts';
import type { IndexParts } from './index-parts.ts';

/** Finds out which ordinary numbers look special, some positions at a time, so that an idle worker does it before anyone asks; true when all are known. */
export function looksReader({ heads, rules, order, slots, bitmaps }: IndexParts): (positions: number) => boolean {
  let next = 0;
  const read = (segment: number, first: number, last: number): void => {
    const own = Number(heads[segment]?.[3]) * SEGMENT_SIZE;
    for (let position = first; position < last; position += 1) {
      const suffix = order.suffixAt[position] as number;
      if (suffix >= 0 && lookOfSeven(own + suffix, rules) !== null) setBit(bitmaps, slots.looks(segment), position, true);
    }
  };
  return (positions) => {
    const end = Math.min(order.positions, next + positions);
    for (const group of order.groups) {
      const [first, last] = [Math.max(next, group.start), Math.min(end, group.end)];
      group.grades.forEach((grade, segment) => {
        if (grade === 9) read(segment, first, last);
      });
    }
    next = end;
    return next === order.positions;
  };
}
