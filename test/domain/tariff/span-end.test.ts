import { describe, expect, it } from 'vitest';
import { anniversary, spanEnd } from '#domain/tariff/span-end.ts';

describe('a span of months', () => {
  it.each([
    ['2026-01-15', 24, '2028-01-14'], ['2024-02-29', 24, '2026-02-28'], ['2024-02-29', 48, '2028-02-28'], ['2026-08-31', 6, '2027-02-28'], ['2026-12-01', 12, '2027-11-30'],
    ['2026-01-31', 1, '2026-02-28'], ['2026-01-30', 13, '2027-02-28'], ['2026-03-31', 1, '2026-04-30'], ['2026-01-01', 1, '2026-01-31'], ['2026-05-31', 2, '2026-07-30'],
  ])('%s and %i months end on %s', (from, months, end) => expect(spanEnd(from, months)).toBe(end));
  it('29 February has its anniversary on 1 March, the day after its span ends, and on itself in a leap year', () => {
    expect([12, 24, 48].map((months) => anniversary('2024-02-29', months))).toEqual(['2025-03-01', '2026-03-01', '2028-02-29']);
  });
});
