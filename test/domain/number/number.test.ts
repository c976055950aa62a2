import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from '#domain/number/number.ts';
import { SEGMENTS } from './segments.ts';

describe('reading a whole number', () => {
  it.each(['4006008899', '400-600-8899', '400 6008 899', '4006-008-899', '４００－６００－８８９９', '\ufeff400–600–8899 '])('%s reads as one number', (text) => {
    expect(parseNumber(text, SEGMENTS)).toEqual({ ok: true, value: '4006008899' });
  });

  it('shows one grouping', () => expect(formatNumber('4006008899')).toBe('400-600-8899'));

  it.each([
    ['4008123456', { code: 'other-carrier', head: '4008', ownerName: '中国电信' }],
    ['4001234567', { code: 'other-carrier', head: '4001', ownerName: '中国移动' }],
    ['4003234567', { code: 'unallocated-segment', head: '4003' }],
    ['400600889', { code: 'not-a-400-number', length: 9 }],
    ['40060088990', { code: 'not-a-400-number', length: 11 }],
    ['8006008899', { code: 'not-a-400-number', length: 10 }],
    ['400600889九', { code: 'not-a-400-number', length: 10 }],
  ])('%s is refused', (text, error) => {
    expect(parseNumber(text, SEGMENTS)).toEqual({ ok: false, error });
  });
});
