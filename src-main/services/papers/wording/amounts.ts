import { type Li, formatYuan, LI_PER_YUAN } from '#domain/money/money.ts';
import type { QuoteWhen } from '#domain/tariff/quote.ts';

/** 1,500.00元 */
export const yuanWords = (li: Li): string => `${formatYuan(li)}元`;

/** 1,500.00元／月 */
export const perMonth = (li: Li): string => `${yuanWords(li)}／月`;

/** A price of a minute, which may have a third decimal: 0.30, 0.155. */
export const minutePrice = (li: Li): string => (li % 10 === 0 ? formatYuan(li) : (li / LI_PER_YUAN).toFixed(3));

/** Unit behind an amount that comes again: ／月, ／年, or nothing. */
export const unitOf = (when: QuoteWhen): string => (when === 'monthly' ? '／月' : when === 'yearly' ? '／年' : '');
