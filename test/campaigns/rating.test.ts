import { expect, test } from 'vitest';
import { rateByEngine } from './rating/engine-rater.ts';
import { MUTANTS } from './rating/mutants.ts';
import { playRatings } from './rating/play-rating.ts';

test('the engine and the blind second rater agree on 500 generated cases to the li', () => {
  const { runs, violations, tally } = playRatings(rateByEngine, { seed: 4, runs: 500 });
  expect(violations).toEqual([]);
  expect(runs).toBe(500);
  expect(Math.min(...Object.values(tally))).toBeGreaterThan(0);
}, 120_000);

test.each(MUTANTS)('the campaign sees $name', ({ rate }) => {
  expect(playRatings(rate, { seed: 4, runs: 500, most: 1 }).violations).toHaveLength(1);
}, 120_000);
