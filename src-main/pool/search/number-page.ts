import { hasBit, type Bitmaps } from '../index/bitmaps.ts';
import { nextBit } from './ranked-page.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import type { SuffixOrder } from '../index/suffix-order.ts';

/** Hits of one segment, and how many there are. */
export type SegmentHits = { readonly head: string; readonly slot: number; readonly count: number };

const FEW = 8192;

/** The page by ascending digits: few hits are collected and sorted, many are met soon by asking suffix after suffix. */
export function numberPage(bitmaps: Bitmaps, order: SuffixOrder, segments: readonly SegmentHits[], offset: number, limit: number): readonly string[] {
  const page: string[] = [];
  let skip = offset;
  for (const segment of segments.toSorted((a, b) => (a.head < b.head ? -1 : 1))) {
    if (page.length >= limit) break;
    if (segment.count <= skip) {
      skip -= segment.count;
      continue;
    }
    const wanted = limit - page.length;
    const suffixes = segment.count <= FEW ? sorted(bitmaps, order, segment).slice(skip, skip + wanted) : walked(bitmaps, order, segment, skip, wanted);
    for (const suffix of suffixes) page.push(segment.head + String(suffix).padStart(6, '0'));
    skip = 0;
  }
  return page;
}

function sorted({ words, length }: Bitmaps, { suffixAt }: SuffixOrder, { slot, count }: SegmentHits): Int32Array {
  const found = new Int32Array(count);
  const base = slot * length;
  const next = nextBit((at) => words[base + at] as number, 0, length);
  for (let index = 0; index < count; index += 1) found[index] = suffixAt[next()] as number;
  return found.sort();
}

function walked(bitmaps: Bitmaps, { positionOf }: SuffixOrder, { slot }: SegmentHits, skip: number, take: number): number[] {
  const found: number[] = [];
  let left = skip;
  for (let suffix = 0; suffix < SEGMENT_SIZE && found.length < take; suffix += 1) {
    if (!hasBit(bitmaps, slot, positionOf[suffix] as number)) continue;
    if (left > 0) left -= 1;
    else found.push(suffix);
  }
  return found;
}
