import type { Grade } from '#domain/number/grade/number-rules.ts';
import { popcount, type Bitmaps } from '../index/bitmaps.ts';
import type { SuffixOrder } from '../index/suffix-order.ts';

/** A number in the order that was asked for. */
export type FoundNumber = { readonly digits: string; readonly grade: Grade };

/** The part of a result that lies in one range of positions: for each segment its hits, and with `within` only those of a second bitmap. */
export type Run = {
  readonly first: number;
  readonly last: number;
  readonly sources: readonly { readonly segment: number; readonly slot: number; readonly within: number | null; readonly grade: Grade; readonly count: number }[];
};

/** Runs that are read as one list, the easiest to remember first. */
export type Tier = readonly Run[];

type PageInput = { readonly order: SuffixOrder; readonly bitmaps: Bitmaps; readonly heads: readonly string[]; readonly tiers: readonly Tier[]; readonly offset: number; readonly limit: number };
type Hit = { readonly position: number; readonly segment: number; readonly grade: Grade };

/** Tier after tier; in a tier the easiest to remember, then digits, then the order of the segments. */
export function rankedPage({ tiers, offset, limit, order, bitmaps, heads }: PageInput): readonly FoundNumber[] {
  const page: FoundNumber[] = [];
  let skip = offset;
  for (const tier of tiers) {
    if (page.length >= limit) break;
    const runs = tier.filter(({ sources }) => sources.some(({ count }) => count > 0));
    const here = runs.reduce((sum, { sources }) => sum + sources.reduce((part, { count }) => part + count, 0), 0);
    const [only] = runs;
    if (!only || here <= skip) {
      skip -= here;
      continue;
    }
    const hits = runs.length === 1 ? walk(bitmaps, only, skip, limit - page.length) : merge(bitmaps, order, runs, skip, limit - page.length);
    for (const { position, segment, grade } of hits) page.push({ digits: heads[segment] + String(order.suffixAt[position]).padStart(6, '0'), grade });
    skip = 0;
  }
  return page;
}

/** How many bits are set in both bitmaps over a range of words. */
export function countWithin({ words, length }: Bitmaps, slot: number, within: number, first: number, last: number): number {
  const [a, b] = [slot * length, within * length];
  let count = 0;
  for (let at = first; at < last; at += 1) {
    const word = words[a + at]! & words[b + at]!;
    if (word !== 0) count += popcount(word);
  }
  return count;
}

/** Reads one range in order, passing over whole words while there is something to skip. */
function walk({ words, length }: Bitmaps, { first, last, sources }: Run, skip: number, take: number): Hit[] {
  const found: Hit[] = [];
  const read = sources.map((source) => wordReader(words, length, source));
  const here = read.map(() => 0);
  let left = skip;
  for (let at = first; at < last && found.length < take; at += 1) {
    let any = 0;
    let count = 0;
    for (let index = 0; index < read.length; index += 1) {
      const word = (read[index] as (at: number) => number)(at);
      here[index] = word;
      any |= word;
      count += word === 0 ? 0 : popcount(word);
    }
    if (count <= left) {
      left -= count;
      continue;
    }
    for (; any !== 0 && found.length < take; any &= any - 1) {
      const bit = lowestBit(any);
      sources.forEach(({ segment, grade }, index) => {
        if (((here[index] as number) >>> bit & 1) === 0) return;
        if (left > 0) left -= 1;
        else if (found.length < take) found.push({ position: at * 32 + bit, segment, grade });
      });
    }
  }
  return found;
}

/** Reads several ranges as one list: always the best of what each has next. */
function merge({ words, length }: Bitmaps, { suffixAt, score }: SuffixOrder, runs: readonly Run[], skip: number, take: number): Hit[] {
  const cursors = runs.flatMap(({ first, last, sources }) => sources.filter(({ count }) => count > 0)
    .map((source) => ({ ...source, next: nextBit(wordReader(words, length, source), first, last), position: -1, rank: 0 })));
  const advance = (cursor: (typeof cursors)[number]): void => {
    cursor.position = cursor.next();
    const suffix = cursor.position < 0 ? 0 : (suffixAt[cursor.position] as number);
    cursor.rank = cursor.position < 0 ? -Infinity : ((score[suffix] as number) * 1_000_000 + (999_999 - suffix)) * 10 - cursor.segment;
  };
  cursors.forEach(advance);
  const found: Hit[] = [];
  for (let passed = 0; found.length < take; passed += 1) {
    let best = cursors[0] as (typeof cursors)[number];
    for (const cursor of cursors) if (cursor.rank > best.rank) best = cursor;
    if (best.position < 0) break;
    if (passed >= skip) found.push({ position: best.position, segment: best.segment, grade: best.grade });
    advance(best);
  }
  return found;
}

function wordReader(words: Int32Array, length: number, { slot, within }: { readonly slot: number; readonly within: number | null }): (at: number) => number {
  const base = slot * length;
  if (within === null) return (at) => words[base + at] as number;
  const other = within * length;
  return (at) => (words[base + at] as number) & (words[other + at] as number);
}

/** The positions of set bits one after another, −1 at the end. */
export function nextBit(read: (at: number) => number, first: number, last: number): () => number {
  let at = first - 1;
  let word = 0;
  return () => {
    while (word === 0) {
      at += 1;
      if (at >= last) return -1;
      word = read(at);
    }
    const bit = lowestBit(word);
    word &= word - 1;
    return at * 32 + bit;
  };
}

const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
