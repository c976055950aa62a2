import { compiledRules, downgraded, downgradesFor, type CompiledRules } from '#domain/number/grade/compiled-rules.ts';
import { NOWHERE, placeAt, placeLength } from '#domain/number/grade/find-rule.ts';
import type { NumberRule, NumberRules } from '#domain/number/grade/number-rules.ts';
import { SEGMENT_SIZE } from '#domain/number/pool-snapshot.ts';

/** Rank of the winning rule of each suffix (NO_RULE: none), and the grade that it leads to. */
export type GradedSegment = { readonly ranks: Uint8Array; readonly grades: Uint8Array };

/** More than any rank: a table has at most 200 rules. */
export const NO_RULE = 255;

/** Grades every number of a segment: listed tails touch few numbers each, only the other rules are looked for in every number. */
export function gradeSegment(head: string, rules: NumberRules): GradedSegment {
  const graded: GradedSegment = { ranks: new Uint8Array(SEGMENT_SIZE).fill(NO_RULE), grades: new Uint8Array(SEGMENT_SIZE).fill(9) };
  const compiled = compiledRules(rules);
  writeTails(graded, head, rules, compiled);
  if (compiled.finders.length > 0) lookInEach(graded, head, rules, compiled);
  return graded;
}

function writeTails({ ranks, grades }: GradedSegment, head: string, { rules }: NumberRules, { tails, rankOf, downgrades }: CompiledRules): void {
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

function lookInEach({ ranks, grades }: GradedSegment, head: string, { rules }: NumberRules, { finders, downgrades }: CompiledRules): void {
  const digits = Uint8Array.of(Number(head[3]), 0, 0, 0, 0, 0, 0);
  for (let suffix = 0; suffix < SEGMENT_SIZE; suffix += 1) {
    for (const { ruleIndex, rank, find } of finders) {
      if (rank >= (ranks[suffix] as number)) break;
      const place = find(digits);
      if (place === NOWHERE) continue;
      const seen = digits.subarray(placeAt(place), placeAt(place) + placeLength(place)).join('');
      ranks[suffix] = rank;
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
