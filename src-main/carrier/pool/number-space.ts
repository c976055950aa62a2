import { assert } from '#domain/assert.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';

/** Where a number lies: index of its segment and the suffix in it. */
export type Place = { readonly segment: number; readonly suffix: number };

/** Segments this carrier assigns from. */
export const segmentHeads: readonly string[] = ['4000', '4006'];

/** The numbers of the pool: the first `perSegment` suffixes of each segment. */
export type NumberSpace = {
  readonly size: number;
  readonly perSegment: number;
  readonly placeOf: (number: string) => Place | undefined;
  readonly numberAt: (place: Place) => string;
};

/** A pool of `size` numbers, shared evenly by the segments. */
export function numberSpace(size: number): NumberSpace {
  const perSegment = size / segmentHeads.length;
  assert(Number.isInteger(perSegment) && perSegment >= 1 && perSegment <= SEGMENT_SIZE, 'numberSpace: the size does not fit the segments');
  return {
    size,
    perSegment,
    placeOf(number) {
      const segment = segmentHeads.indexOf(number.slice(0, 4));
      const suffix = Number(number.slice(4));
      return segment >= 0 && /^\d{6}$/.test(number.slice(4)) && suffix < perSegment ? { segment, suffix } : undefined;
    },
    numberAt: ({ segment, suffix }) => `${segmentHeads[segment]}${String(suffix).padStart(6, '0')}`,
  };
}
