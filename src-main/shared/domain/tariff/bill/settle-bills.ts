import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Li } from '../../money/money.ts';
import type { Bill, BillItem, BillLine } from '../bill.ts';
import type { ChargedBill } from './commitment-line.ts';

/** What prepaid money has at the opening; the bonus pays bills that begin on or before `bonusUntil`. */
export type Prepaid = { readonly cashLi: Li; readonly bonusLi: Li; readonly bonusUntil: PlainDate };

const PAID_BY_PREPAYMENT: readonly BillItem[] = ['calls', 'call-cap', 'minimum-top-up', 'commitment-shortfall', 'early-exit'];

const sum = (lines: readonly BillLine[]): Li => lines.reduce((total, { li }) => total + li, 0);

/** Pays bill after bill: cash, then bonus, only for calls, minimum and commitment; the rest is the customer's (tariff-rules.md 7). */
export function settleBills(bills: readonly ChargedBill[], prepaid: Prepaid): readonly Bill[] {
  let { cashLi, bonusLi } = prepaid;
  return bills.map(({ period, lines }) => {
    const due = Math.max(0, sum(lines.filter(({ item }) => PAID_BY_PREPAYMENT.includes(item))));
    if (period.from > prepaid.bonusUntil) bonusLi = 0;
    const byCashLi = Math.min(cashLi, due);
    const byBonusLi = Math.min(bonusLi, due - byCashLi);
    cashLi -= byCashLi;
    bonusLi -= byBonusLi;
    const totalLi = sum(lines);
    return { period, lines, totalLi, byCashLi, byBonusLi, payableLi: totalLi - byCashLi - byBonusLi, cashLeftLi: cashLi, bonusLeftLi: bonusLi };
  });
}
