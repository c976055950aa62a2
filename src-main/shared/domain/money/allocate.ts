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
  const shares = weights.map((weight) => floorShare(exactProduct(amount, weight), sum));
  const left = amount - shares.reduce((total, { whole }) => total + whole, 0);
  const lucky = new Set(shares.map(({ rest }, at) => ({ rest, at })).toSorted((a, b) => b.rest - a.rest || a.at - b.at).slice(0, left).map(({ at }) => at));
  return shares.map(({ whole }, at) => whole + (lucky.has(at) ? 1 : 0));
}

/** The share rounded down, and what is left of it as a part of |sum|. */
function floorShare(product: number, sum: number): { readonly whole: number; readonly rest: number } {
  const [top, unit] = sum < 0 ? [-product, -sum] : [product, sum];
  const rest = ((top % unit) + unit) % unit;
  return { whole: (top - rest) / unit || 0, rest };
}
