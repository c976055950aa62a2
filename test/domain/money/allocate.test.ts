import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#domain/money/allocate.ts';
import { exactProduct, fractionToFen } from '#domain/money/round-fraction.ts';
import { roundToFen } from '#domain/money/money.ts';

describe('sharing an amount', () => {
  it('gives the rest to the largest remainders, ties to the first', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(10, [5, 0, 6])).toEqual([5, 0, 5]);
    expect(allocate(7, [10, -3])).toEqual([10, -3]);
    expect(allocate(0, [])).toEqual([]);
  });
  it('loses nothing and stays within one of the exact share', () => {
    const weight = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.array(weight, { minLength: 1 }), (amount, weights) => {
      const sum = weights.reduce((a, b) => a + b, 0);
      fc.pre(sum !== 0);
      const shares = allocate(amount, weights);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(amount);
      shares.forEach((share, at) => expect(Math.abs(share * sum - amount * (weights[at] ?? 0))).toBeLessThan(Math.abs(sum)));
    }));
  });
});

describe('an exact fraction', () => {
  it.each([[149, 10, 10], [150, 10, 20], [-149, 10, -10], [-150, 10, -20], [0, 7, 0], [49, 10, 0], [-49, 10, 0]])('%i ÷ %i = %i', (top, below, li) => {
    expect(fractionToFen(top, below)).toBe(li);
  });
  it('rounds once, as whole fen do', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1000 }), (li, below) => {
      expect(fractionToFen(li * below, below)).toBe(roundToFen(li));
      expect(Math.abs(fractionToFen(li, below) * below - li)).toBeLessThanOrEqual(5 * below);
    }));
  });
  it('refuses what is no longer exact', () => expect(() => exactProduct(2 ** 30, 2 ** 30)).toThrow());
});
