import { SEGMENT_BYTES, SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { mark } from './bitmap.ts';
import { segmentHeads, type NumberSpace } from './number-space.ts';

/** Share of the pool that was sold before our time. */
const seededShare = 0.35;

const mixed = (value: number): number => {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** One whole segment's bitmap each: numbers in use from the start (the same for the same seed) and those outside a small pool. */
export function seededUse(space: NumberSpace, seed: number): readonly Uint8Array[] {
  const threshold = seededShare * 2 ** 32;
  return segmentHeads.map((_, segment) => {
    const bitmap = new Uint8Array(SEGMENT_BYTES);
    const salt = mixed(Math.imul(seed, 0x9e3779b1) + segment);
    for (let suffix = 0; suffix < space.perSegment; suffix += 1) if (mixed(suffix ^ salt) < threshold) mark(bitmap, suffix);
    for (let suffix = space.perSegment; suffix < SEGMENT_SIZE; suffix += 1) mark(bitmap, suffix);
    return bitmap;
  });
}
