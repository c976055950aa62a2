import { describe, expect, it } from 'vitest';
import { readAmount, readNetAmount } from '../../src-renderer/ui/form/read-amount.ts';

describe('readAmount', () => {
  it.each([
    ['1180', 1_180_000], ['1,180.00', 1_180_000], ['1180.5', 1_180_500], ['0.01', 10], ['１１８０．０５', 1_180_050], [' ¥ 20 元', 20_000], ['0', 0], ['99999999.99', 99_999_999_990],
  ])('reads %s as %i li', (text, li) => { expect(readAmount(text)).toBe(li); });

  it.each([[''], ['.5'], ['1.005'], ['-1'], ['1e3'], ['12.'], ['1180元5'], ['123456789']])('refuses «%s»', (text) => {
    expect(readAmount(text)).toBeNull();
  });
});

describe('readNetAmount', () => {
  it.each([['380', 380_000], ['-380', -380_000], ['−1,080.00', -1_080_000], ['－１．５', -1500], ['- 20', -20_000]])('reads %s as %i li', (text, li) => { expect(readNetAmount(text)).toBe(li); });

  it('a minus before nothing is nothing', () => { expect(readNetAmount('-0')).toBe(0); });

  it.each([['--1'], ['-'], ['1-'], ['']])('refuses «%s»', (text) => { expect(readNetAmount(text)).toBeNull(); });
});
