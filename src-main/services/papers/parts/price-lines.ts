import type { PriceLine } from '#domain/agreement/agreement-paper.ts';
import type { BillRule } from '#domain/tariff/bill.ts';
import type { PartMonthPolicy } from '#domain/tariff/bill/rate-term.ts';
import type { RateLine } from '#domain/tariff/catalogue.ts';
import type { Quote, QuoteLine } from '#domain/tariff/quote.ts';
import { yuanWords } from '../wording/amounts.ts';
import { calculationWords, itemWords, type QuoteNames, rateCalculationWords, rateItemWords, whenWords } from '../wording/quote-words.ts';

/** Rows of 附件一: what is due with the signature, then the prices of a minute, then what comes later; no amount but the quote's and the plan's. */
export function priceLines(quote: Quote, rates: readonly RateLine[], names: QuoteNames, partMonthFee: PartMonthPolicy['partMonthFee']): readonly PriceLine[] {
  const rowOf = (line: QuoteLine): PriceLine => ({
    item: itemWords(line, names), calculation: `${calculationWords(line, names)}${isFee(line) ? partMonthWords[partMonthFee] : ''}`, when: whenWords(line), dueToday: dueTodayOf(line), ruleIds: [line.ruleId],
  });
  const isNow = ({ when }: QuoteLine): boolean => when === 'now';
  return [
    ...quote.lines.filter(isNow).map(rowOf),
    ...rates.map((rate): PriceLine => ({
      item: rateItemWords(rate), calculation: `${rateCalculationWords(rate, names.plan)}${quote.commitment === null ? '' : '；计入承诺'}`, when: '每月账单', dueToday: null, ruleIds: [rateRules[rate.code]],
    })),
    ...capLines(names),
    ...quote.lines.filter((line) => !isNow(line)).map(rowOf),
  ];
}

const rateRules: Readonly<Record<RateLine['code'], BillRule>> = {
  any: 'RATE-ANY', local: 'RATE-LOCAL', fixed: 'RATE-FIXED', mobile: 'RATE-MOBILE', 'after-included': 'RATE-AFTER-INCLUDED',
};

const capLines = ({ plan: { callCapLi } }: QuoteNames): readonly PriceLine[] =>
  callCapLi === null ? [] : [{ item: '通话费封顶', calculation: `每月通话费最多${yuanWords(callCapLi)}`, when: '每月账单', dueToday: null, ruleIds: ['CALL-CAP' satisfies BillRule] }];

/** What comes again each month, whether anybody calls or not. */
const isFee = ({ item, when }: QuoteLine): boolean => when === 'monthly' && item !== 'monthly-minimum';

/** What such a fee is in the months of opening and end. */
const partMonthWords: Readonly<Record<PartMonthPolicy['partMonthFee'], string>> = { full: '；首尾月不折算', 'pro-rata-by-days': '；首尾月按天折算' };

/** What is charged never says 0.00; what is collected later says nothing. */
const dueTodayOf = ({ when, item, li }: QuoteLine): number | null => (when === 'now' || (item === 'monthly-minimum' && li === 0) ? li : null);

/** The parts of 今日应付; they add up to the quote's sum. */
export const dueTodayParts = (quote: Quote, names: QuoteNames): readonly { readonly label: string; readonly amount: number }[] =>
  quote.lines.filter(({ when, li }) => when === 'now' && li > 0).map((line) => ({ label: itemWords(line, names), amount: line.li }));
