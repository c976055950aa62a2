import { type Li, roundToFen } from '../../money/money.ts';
import { exactProduct, fractionToFen } from '../../money/round-fraction.ts';
import type { BillLine, BillPeriod } from '../bill.ts';
import type { PartMonthPolicy } from './rate-term.ts';

/** The minimum that a month asks for: in a part month by its days, in full, or none (tariff-rules.md 3.5). */
export function minimumOfMonth(monthlyMinimumLi: Li, { days, daysInMonth }: BillPeriod, { partMonthMinimum }: PartMonthPolicy): Li {
  if (days === daysInMonth || partMonthMinimum === 'full') return monthlyMinimumLi;
  return partMonthMinimum === 'actual' ? 0 : fractionToFen(exactProduct(monthlyMinimumLi, days), daysInMonth);
}

/** What the month's minimum exceeds what counts towards it; no line when nothing is to be topped up. */
export function topUpLines(minimumLi: Li, countedLi: Li, { days, daysInMonth }: BillPeriod): readonly BillLine[] {
  const li = roundToFen(Math.max(0, minimumLi - countedLi));
  return li === 0 ? [] : [{ item: 'minimum-top-up', ruleId: 'MINIMUM-TOP-UP', addOnId: null, li, facts: { minimumLi, countedLi, days, daysInMonth } }];
}
