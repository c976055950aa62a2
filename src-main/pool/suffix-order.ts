import { compiledRules, downgraded, downgradesFor, type CompiledRules } from '#domain/number/compiled-rules.ts';
import { NOWHERE, placeAt, placeLength } from '#domain/number/find-rule.ts';
import { memorabilityScale } from '#domain/number/memorability.ts';
import type { Grade, NumberRule, NumberRules } from '#domain/number/number-rules.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';

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
  const grades = heads.map((head) => gradesOf(head, rules));
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

/** Rank of the best rule so far by suffix, and the grade that it leads to. */
type Graded = { readonly ranks: Uint8Array; readonly grades: Uint8Array };

const NO_RULE = 255;

/** The grade of every number of a segment: listed tails touch few numbers each, only the other rules are looked for in every number. */
export function gradesOf(head: string, rules: NumberRules): Uint8Array {
  const graded: Graded = { ranks: new Uint8Array(SEGMENT_SIZE).fill(NO_RULE), grades: new Uint8Array(SEGMENT_SIZE).fill(9) };
  const compiled = compiledRules(rules);
  writeTails(graded, head, rules, compiled);
  if (compiled.finders.length > 0) lookInEach(graded, head, rules, compiled);
  return graded.grades;
}

function writeTails({ ranks, grades }: Graded, head: string, { rules }: NumberRules, { tails, rankOf, downgrades }: CompiledRules): void {
  for (const [tail, hits] of tails) {
    if (tail.length === 7 && tail[0] !== head[3]) continue;
    const best = hits.reduce((a, b) => ((rankOf[b.ruleIndex] as number) < (rankOf[a.ruleIndex] as number) ? b : a));
    const rank = rankOf[best.ruleIndex] as number;
    const grade = downgraded((rules[best.ruleIndex] as NumberRule).grade, downgradesFor(downgrades, best.seen));
    const step = Math.min(SEGMENT_SIZE, 10 ** tail.length);
    for (let suffix = Number(tail.slice(-6)); suffix < SEGMENT_SIZE; suffix += step) {
      if (rank >= (ranks[suffix] as number)) continue;
      ranks[suffix] = rank;
      grades[suffix] = grade;
    }
  }
}

function lookInEach({ ranks, grades }: Graded, head: string, { rules }: NumberRules, { finders, downgrades }: CompiledRules): void {
  const digits = Uint8Array.of(Number(head[3]), 0, 0, 0, 0, 0, 0);
  for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
    for (const { ruleIndex, rank, find } of finders) {
      if (rank >= (ranks[suffix] as number)) break;
      const place = find(digits);
      if (place === NOWHERE) continue;
      const seen = digits.subarray(placeAt(place), placeAt(place) + placeLength(place)).join('');
      grades[suffix] = downgraded((rules[ruleIndex] as NumberRule).grade, downgradesFor(downgrades, seen));
      break;
    }
    countUp(digits);
  }
}

function countUp(digits: Uint8Array): void {
  let place = 6;
  while (place > 0 && digits[place] === 9) {
    digits[place] = 0;
    place -= 1;
  }
  (digits[place] as number) += 1;
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
