import type { ReactNode } from 'react';
import type { BillLine, TermBill } from '#domain/tariff/bill.ts';
import { billLineName, billLineRule, billText, payText, periodText } from '../../text/bill.ts';
import { Money } from '../../ui/money.tsx';

/** One bill: each line with the rule that made it, the sum, and who pays it. */
export function BillDetail({ term, at }: { readonly term: TermBill; readonly at: number }): ReactNode {
  const bill = term.bills[at];
  const lines = bill?.lines ?? term.start;
  return (
    <section aria-live="polite" aria-label={bill ? periodText(bill.period) : billText.start}>
      <h3>{bill ? periodText(bill.period) : billText.start}</h3>
      <ul className="bill-lines">
        {lines.map((line) => <Line key={`${line.item} ${line.addOnId ?? ''} ${line.ruleId}`} line={line} />)}
        <li className="bill-total"><strong>{billText.total}</strong><Money li={bill?.totalLi ?? lines.reduce((sum, line) => sum + line.li, 0)} size={16} sign /></li>
      </ul>
      {bill ? <p>{payText(bill)}</p> : null}
      {bill && bill.byCashLi + bill.byBonusLi + bill.cashLeftLi > 0 ? <p className="hint">{billText.left(bill.cashLeftLi, bill.bonusLeftLi)}</p> : null}
    </section>
  );
}

const Line = ({ line }: { readonly line: BillLine }): ReactNode => (
  <li><span>{billLineName(line)} <small>{billLineRule(line)}</small></span><Money li={line.li} size={13} /></li>
);
