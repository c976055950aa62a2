import { expect, test } from 'vitest';
import { rateByEngine } from './rating/engine-rater.ts';
import { makeCase } from './rating/make-case.ts';
import { MUTANTS } from './rating/mutants.ts';
import { playRatings } from './rating/play-rating.ts';
import type { RatingCase } from './rating/rating-case.ts';
import { mayChoose, planOf } from './rating/second/service.ts';

test('the engine and the blind second rater agree on 500 generated cases to the li', () => {
  const { runs, violations, tally } = playRatings(rateByEngine, { seed: 4, runs: 500 });
  expect(violations).toEqual([]);
  expect(runs).toBe(500);
  expect(Math.min(...Object.values(tally))).toBeGreaterThan(0);
}, 120_000);

test.each(MUTANTS)('the campaign sees $name', ({ rate }) => {
  expect(playRatings(rate, { seed: 4, runs: 500, most: 1 }).violations).toHaveLength(1);
}, 120_000);

const quotedByEngine = (input: RatingCase): boolean => {
  try {
    return rateByEngine(input).minimumLi >= (input.chosenMinimumLi ?? 0);
  } catch (error) {
    if (error instanceof Error && error.message === 'rateByEngine: the plan has no quote') return false;
    throw error;
  }
};

test('the engine refuses a chosen minimum exactly where the rules do, at both ends of the range and for plans without one', () => {
  const seen = { allowed: 0, refused: 0 };
  for (let index = 0; index < 400; index += 1) {
    const input = { ...makeCase(4, index), comparison: null };
    const { hallMinimumLi } = input.gradeTable.grades.find(({ grade }) => grade === input.grade)!;
    for (const chosenMinimumLi of [hallMinimumLi - 10, hallMinimumLi, 359_990, 360_000, 600_000, 3_000_000, 3_000_010]) {
      const allowed = mayChoose(input, planOf(input.catalogue, input.planId), chosenMinimumLi);
      seen[allowed ? 'allowed' : 'refused'] += 1;
      expect({ index, chosenMinimumLi, quoted: quotedByEngine({ ...input, chosenMinimumLi }) }).toEqual({ index, chosenMinimumLi, quoted: allowed });
    }
  }
  expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(100);
}, 120_000);
