import { memorabilityScale } from '#domain/number/memorability.ts';
import type { Grade, NumberRules } from '#domain/number/number-rules.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';
import { gradeSegment } from './grade-segment.ts';

/** Suffixes that have the same grade in each segment, and the positions they take. */
export type Group = { readonly grades: readonly Grade[]; readonly start: number; readonly end: number };

/**
 * One order of the million suffixes for all segments: by group, then memorability, then digits. A grade is thus a few
 * ranges of positions, so that counts per grade are popcounts and a ranked page is a walk over set bits.
 */
export type SuffixOrder = {
  readonly groups: readonly Group[];
  /** A multiple of 32; gaps between groups hold no suffix. */
  readonly positions: number;
  readonly positionOf: Int32Array;
  readonly suffixAt: Int32Array;
  readonly score: Uint16Array;
};

export function orderSuffixes(heads: readonly string[], rules: NumberRules): SuffixOrder {
  const grades = heads.map((head) => gradeSegment(head, rules).grades);
  const { groupOf, tuples } = groupSuffixes(grades);
  const scale = memorabilityScale(rules.memorable);
  const score = new Uint16Array(SEGMENT_SIZE);
  for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) score[suffix] = scale(suffix);
  const sizes = new Int32Array(tuples.length);
  for (const group of groupOf) (sizes[group] as number) += 1;
  const groups: Group[] = [];
  let start = 0;
  tuples.forEach((tuple, index) => {
    const end = start + ((sizes[index] as number) + 31 & ~31);
    groups.push({ grades: tuple, start, end });
    start = end;
  });
  const { positionOf, suffixAt } = place(groups, groupOf, score, start);
  return { groups, positions: start, positionOf, suffixAt, score };
}

function groupSuffixes(grades: readonly Uint8Array[]): { groupOf: Uint16Array; tuples: Grade[][] } {
  const groupOf = new Uint16Array(SEGMENT_SIZE);
  const known = new Map<number, number>();
  const tuples: Grade[][] = [];
  for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
    let key = 0;
    for (const each of grades) key = key * 10 + (each[suffix] as number);
    let group = known.get(key);
    if (group === undefined) {
      group = tuples.length;
      known.set(key, group);
      tuples.push(grades.map((each) => each[suffix] as Grade));
    }
    groupOf[suffix] = group;
  }
  return { groupOf, tuples };
}

/** A stable counting sort by score, highest first, inside each group. */
function place(groups: readonly Group[], groupOf: Uint16Array, score: Uint16Array, positions: number) {
  const SCORES = 65_536;
  const next = new Int32Array(groups.length * SCORES);
  const keyOf = (suffix: number): number => (groupOf[suffix] as number) * SCORES + (SCORES - 1 - (score[suffix] as number));
  for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) (next[keyOf(suffix)] as number) += 1;
  groups.forEach(({ start }, group) => {
    let at = start;
    for (let key = group * SCORES; key < (group + 1) * SCORES; key += 1) {
      const count = next[key] as number;
      next[key] = at;
      at += count;
    }
  });
  const positionOf = new Int32Array(SEGMENT_SIZE);
  const suffixAt = new Int32Array(positions).fill(-1);
  for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
    const key = keyOf(suffix);
    const position = next[key] as number;
    next[key] = position + 1;
    positionOf[suffix] = position;
    suffixAt[position] = suffix;
  }
  return { positionOf, suffixAt };
}
