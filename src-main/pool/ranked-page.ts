import type { Grade } from '#domain/number/number-rules.ts';
import { popcount, type Bitmaps } from './bitmaps.ts';
import type { SuffixOrder } from './suffix-order.ts';

/** A number in rank order. */
export type FoundNumber = { readonly digits: string; readonly grade: Grade };

/** The hits of a search as bitmaps with their counts by segment and group, and which page of them is wanted. */
export type PageInput = {
  readonly order: SuffixOrder;
  readonly bitmaps: Bitmaps;
  readonly counts: readonly (readonly number[])[];
  readonly hitSlot: (segment: number) => number;
  readonly heads: readonly string[];
  readonly grades: readonly Grade[];
  readonly offset: number;
  readonly limit: number;
};

/** Best grade first, then the easiest to remember, then digits, then the order of the segments. */
export function rankedPage(input: PageInput): readonly FoundNumber[] {
  const { order, counts, grades, limit, heads } = input;
  const page: FoundNumber[] = [];
  let skip = input.offset;
  for (const grade of grades) {
    if (page.length >= limit) break;
    const runs = order.groups
      .map((group, index) => ({ group, segments: heads.map((_, segment) => segment).filter((segment) => group.grades[segment] === grade && (counts[segment]?.[index] ?? 0) > 0), index }))
      .filter(({ segments }) => segments.length > 0);
    const here = runs.reduce((sum, { segments, index }) => sum + segments.reduce((part, segment) => part + (counts[segment]?.[index] ?? 0), 0), 0);
    if (here <= skip) {
      skip -= here;
      continue;
    }
    const wanted = limit - page.length;
    const found = runs.length === 1
      ? runs.flatMap((run) => walk(input, run, skip, wanted))
      : runs.flatMap((run) => walk(input, run, 0, skip + wanted)).sort(byRank(order)).slice(skip, skip + wanted);
    for (const { suffix, segment } of found) page.push({ digits: heads[segment] + String(suffix).padStart(6, '0'), grade });
    skip = 0;
  }
  return page;
}

type Run = { readonly group: { readonly start: number; readonly end: number }; readonly segments: readonly number[] };
type Hit = { readonly suffix: number; readonly segment: number };

/** Reads hits of a group in order, passing over whole words while there is something to skip. */
function walk({ bitmaps, order, hitSlot }: PageInput, { group, segments }: Run, skip: number, take: number): Hit[] {
  const found: Hit[] = [];
  const bases = segments.map((segment) => hitSlot(segment) * bitmaps.length);
  let left = skip;
  for (let at = group.start >>> 5; at < group.end >>> 5 && found.length < take; at += 1) {
    let any = 0;
    let count = 0;
    for (const base of bases) {
      const word = bitmaps.words[base + at] as number;
      any |= word;
      count += word === 0 ? 0 : popcount(word);
    }
    if (count <= left) {
      left -= count;
      continue;
    }
    for (; any !== 0 && found.length < take; any &= any - 1) {
      const bit = 31 - Math.clz32(any & -any);
      bases.forEach((base, index) => {
        if (((bitmaps.words[base + at] as number) >>> bit & 1) === 0) return;
        if (left > 0) left -= 1;
        else if (found.length < take) found.push({ suffix: order.suffixAt[at * 32 + bit] as number, segment: segments[index] as number });
      });
    }
  }
  return found;
}

const byRank = ({ score }: SuffixOrder) => (a: Hit, b: Hit): number =>
  (score[b.suffix] as number) - (score[a.suffix] as number) || a.suffix - b.suffix || a.segment - b.segment;
