import type { Li } from '../../money/money.ts';
import type { BillItem, BillLine } from '../bill.ts';
import type { Counted } from '../catalogue.ts';

const ITEMS: Readonly<Record<Counted, readonly BillItem[]>> = { calls: ['calls', 'call-cap'], 'package-fee': ['monthly-fee'], 'minimum-top-up': ['minimum-top-up'] };

/** What of a bill's lines counts towards a minimum or a commitment (tariff-rules.md 3.5, 5.2). */
export function countedLi(lines: readonly BillLine[], counts: readonly Counted[]): Li {
  const items = counts.flatMap((each) => ITEMS[each]);
  return lines.reduce((sum, { item, li }) => (items.includes(item) ? sum + li : sum), 0);
}
