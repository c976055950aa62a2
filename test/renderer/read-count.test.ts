import { describe, expect, it } from 'vitest';
import { readCount } from '../../src-renderer/ui/form/read-count.ts';

describe('readCount', () => {
  it.each([['2000', 2000], ['2,000', 2000], ['１２００', 1200], [' 12 ', 12], ['0', 0], ['10,000,000', 10_000_000]])('reads %s as %i', (text, count) => {
    expect(readCount(text, 0, 10_000_000)).toBe(count);
  });

  it.each([[''], ['12.7'], ['-500'], ['abc'], ['1e3'], ['10000001'], ['99999999999'], ['12分']])('refuses «%s» instead of making it another number', (text) => {
    expect(readCount(text, 0, 10_000_000)).toBeNull();
  });

  it('refuses what is below the least', () => { expect(readCount('0', 1, 1000)).toBeNull(); });
});
