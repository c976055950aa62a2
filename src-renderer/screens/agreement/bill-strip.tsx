import type { ReactNode } from 'react';
import type { BillPreview } from '#contract/plans.ts';
import { billText, callerCostLine, payText, periodText } from '../../text/bill.ts';
import { yuanSign } from '../../text/formats.ts';
import { QuietButton } from '../../ui/quiet-button.tsx';

/** The next whole month's bill and the term in one line, what the caller pays in another where there is room. */
export function BillStrip({ preview, open, onToggle }: { readonly preview: BillPreview; readonly open: boolean; readonly onToggle: () => void }): ReactNode {
  const { term, next, termMonths, callerCost } = preview;
  const bill = term.bills[next];
  return (
    <section className="bill-strip" aria-label={billText.title}>
      <p className="ellipsis">
        {bill ? <><span className="quiet">{billText.strip}（{periodText(bill.period)}）</span> <strong>{yuanSign(bill.totalLi)}</strong>，{payText(bill)}</> : null}
        <span className="bill-strip-term"><span className="quiet">{billText.term(termMonths)}</span> <strong>{yuanSign(term.costLi)}</strong></span>
      </p>
      <p className="bill-strip-caller ellipsis"><span className="quiet">{billText.caller}：</span>{callerCostLine(callerCost)}</p>
      <QuietButton small label={open ? billText.close : billText.open} keys="B" onClick={onToggle} />
    </section>
  );
}
