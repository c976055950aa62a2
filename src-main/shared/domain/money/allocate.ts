import { assert } from '../assert.ts';
import { exactProduct } from './round-fraction.ts';

/**
 * Shares a whole amount by weights without losing any of it: each gets its exact share cut to a whole number, the rest goes one by
 * one to those with the largest remainder (ties: the first). Weights may be negative where their sum has the sign of the amount.
 */
export function allocate(amount: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  assert(sum !== 0 || amount === 0, 'allocate: an amount without weights');
  if (sum === 0) return weights.map(() => 0);
  return roundToSum(amount, weights.map((weight) => exactProduct(amount, weight) * Math.sign(sum)), Math.abs(sum));
}

/** Rounds fractions over one denominator to whole numbers that add up to `whole`, which is their exact sum rounded up or down: by largest remainder, ties the first. */
export function roundToSum(whole: number, numerators: readonly number[], denominator: number): readonly number[] {
  const cut = numerators.map((top) => {
    const rest = ((top % denominator) + denominator) % denominator;
    return { down: (top - rest) / denominator || 0, rest };
  });
  const left = whole - cut.reduce((total, { down }) => total + down, 0);
  assert(left >= 0 && left <= numerators.length, 'roundToSum: not the rounded sum of the fractions');
  const up = new Set(cut.map(({ rest }, at) => ({ rest, at })).toSorted((a, b) => b.rest - a.rest || a.at - b.at).slice(0, left).map(({ at }) => at));
  return cut.map(({ down }, at) => down + (up.has(at) ? 1 : 0));
}
