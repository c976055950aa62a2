import { expect, test } from 'vitest';
import type { Facts } from '#domain/facts.ts';
import type { QuoteLine, QuoteWhen } from '#domain/tariff/quote.ts';
import { discountWords, namedDiscount } from '../../../src-main/services/papers/wording/discount-words.ts';

const line = (when: QuoteWhen, facts: Facts): QuoteLine => ({ item: 'add-on', addOnId: 'a', ruleId: 'ADD-ON-MONTH', calc: { code: 'quantity-times', facts }, li: 120_000, when });

test.each<readonly [QuoteWhen, Facts, string]>([
  ['yearly', { waivedPeriods: 1, percentOff: 0, percentPeriods: 0 }, '首年免'], ['yearly', { waivedPeriods: 2, percentOff: 0, percentPeriods: 0 }, '前2年免'], ['monthly', { waivedPeriods: 1, percentOff: 0, percentPeriods: 0 }, '首月免'],
  ['monthly', { waivedPeriods: 0, percentOff: 50, percentPeriods: 3 }, '前3个月减50%'], ['monthly', { waivedPeriods: 2, percentOff: 20, percentPeriods: 10 }, '前2个月免，其后10个月减20%'],
  ['once', { waivedPeriods: 1, percentOff: 0, percentPeriods: 0 }, '免收'], ['now', { waivedPeriods: 0, percentOff: 30, percentPeriods: 1 }, '减30%'], ['monthly', { waivedPeriods: 0, percentOff: 0, percentPeriods: 0 }, ''],
  ['yearly', { waivedPeriods: 1 }, '首年免'],
])('%s %j', (when, facts, words) => expect(discountWords(line(when, facts))).toBe(words));

test('the annex names each promotion; one that the catalogue lost keeps its id', () => {
  const cheaper = line('monthly', { waivedPeriods: 1, percentOff: 20, percentPeriods: 2, promotion: 'first-month gone' });
  expect(namedDiscount(cheaper, { promotions: [{ id: 'first-month', name: '首月优惠' }] })).toBe('，首月免，其后2个月减20%（优惠：首月优惠、gone）');
  expect(namedDiscount(line('monthly', {}), { promotions: [] })).toBe('');
});
