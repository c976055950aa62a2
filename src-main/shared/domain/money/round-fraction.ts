import { assert } from '../assert.ts';
import type { Li } from './money.ts';

/** A product of whole numbers that is still exact; beyond 2^53 it is a bug of whoever allowed such amounts. */
export function exactProduct(...factors: readonly number[]): number {
  const product = factors.reduce((a, b) => a * b, 1);
  assert(Number.isSafeInteger(product), 'exactProduct: no exact whole number');
  return product;
}

/** An exact fraction of 厘 rounded once, half up by its absolute value, to whole fen (in 厘). */
export function fractionToFen(numerator: number, denominator: number): Li {
  assert(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && denominator > 0, 'fractionToFen: not a fraction of whole numbers');
  const [size, unit] = [Math.abs(numerator), exactProduct(denominator, 10)];
  const rest = size % unit;
  const fen = (size - rest) / unit + (rest * 2 >= unit ? 1 : 0);
  return fen === 0 ? 0 : Math.sign(numerator) * fen * 10;
}
