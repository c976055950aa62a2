import type { Li } from '../../money/money.ts';
import type { BillItem, BillLine } from '../bill.ts';
import type { Counted } from '../catalogue.ts';

const COUNTED_AS: Readonly<Partial<Record<BillItem, Counted>>> = { calls: 'calls', 'call-cap': 'calls', 'monthly-fee': 'package-fee', 'minimum-top-up': 'minimum-top-up' };

/** What of a bill's lines counts towards a minimum or a commitment (tariff-rules.md 3.5, 5.2). */
export function countedLi(lines: readonly BillLine[], counts: readonly Counted[]): Li {
  let sum = 0;
  for (const { item, li } of lines) {
    const as = COUNTED_AS[item];
    if (as !== undefined && counts.includes(as)) sum += li;
  }
  return sum;
}
