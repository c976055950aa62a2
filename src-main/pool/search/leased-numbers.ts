import type { NumberDigits } from '#domain/number/number.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { fillBitmap, hasBit, setBit } from '../index/bitmaps.ts';
import type { IndexParts } from '../index/index-parts.ts';
import { placeOf } from '../mirror.ts';

/** Runs an action while the numbers of this PC's lease can be had, whatever the mirror says of them. */
export function withLeased<T>({ heads, order, slots, bitmaps }: IndexParts, leased: readonly NumberDigits[], action: () => T): T {
  const lent = leased.flatMap((digits) => {
    const place = placeOf(digits, heads);
    return place === null ? [] : [{ segment: Math.floor(place / SEGMENT_SIZE), position: order.positionOf[place % SEGMENT_SIZE] as number }];
  });
  const added = lent.filter(({ segment, position }) => !hasBit(bitmaps, slots.free(segment), position));
  heads.forEach((_, segment) => fillBitmap(bitmaps, slots.leased(segment), 0));
  for (const { segment, position } of lent) setBit(bitmaps, slots.leased(segment), position, true);
  for (const { segment, position } of added) setBit(bitmaps, slots.free(segment), position, true);
  const done = action();
  for (const { segment, position } of added) setBit(bitmaps, slots.free(segment), position, false);
  return done;
}
