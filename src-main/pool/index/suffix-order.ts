import { memorabilityScale } from '#domain/number/memorability.ts';
import type { Grade, NumberRules } from '#domain/number/grade/number-rules.ts';
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

/** Two stable counting sorts: by score, highest first, then by group. */
function place(groups: readonly Group[], groupOf: Uint16Array, score: Uint16Array, positions: number) {
  const TOP = 65_535;
  const rankAt = new Int32Array(TOP + 2);
  for (const each of score) (rankAt[TOP - each + 1] as number) += 1;
  for (let rank = 1; rank <= TOP; rank += 1) (rankAt[rank] as number) += rankAt[rank - 1] as number;
  const ranked = new Int32Array(SEGMENT_SIZE);
  for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
    const rank = TOP - (score[suffix] as number);
    ranked[rankAt[rank] as number] = suffix;
    (rankAt[rank] as number) += 1;
  }
  const next = Int32Array.from(groups, ({ start }) => start);
  const positionOf = new Int32Array(SEGMENT_SIZE);
  const suffixAt = new Int32Array(positions).fill(-1);
  for (const suffix of ranked) {
    const group = groupOf[suffix] as number;
    const position = next[group] as number;
    next[group] = position + 1;
    positionOf[suffix] = position;
    suffixAt[position] = suffix;
  }
  return { positionOf, suffixAt };
}
