import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { BillPreview } from '#contract/plans.ts';
import { billText, callerCostText, commitmentText, exitText, spanNote } from '../../text/bill.ts';
import { yuanSign } from '../../text/formats.ts';
import { Money } from '../../ui/money.tsx';
import type { Bills } from './use-bill-preview.ts';

/** The whole term: what it comes to, the commitment, what leaving early costs, and what the caller pays. */
export function TermFacts({ preview: { term, termMonths, callerCost }, shown }: { readonly preview: BillPreview; readonly shown: Bills }): ReactNode {
  const { exit, exitOn, leave } = shown;
  const note = spanNote(term.bills);
  const bonusUsed = term.chargesLi - term.costLi;
  return (
    <>
      <section aria-label={billText.term(termMonths)}>
        <h3>{billText.term(termMonths)}</h3>
        <dl className="bill-sums">
          {bonusUsed > 0 ? <><dt>{billText.charges}</dt><dd><Money li={term.chargesLi} size={13} /></dd><dt>{billText.bonusUsed}</dt><dd><Money li={-bonusUsed} size={13} /></dd></> : null}
          <dt>{billText.cost}</dt><dd><strong>{yuanSign(term.costLi)}</strong></dd>
        </dl>
        {term.bonusLapsedLi > 0 ? <p className="hint">{billText.lapsed(term.bonusLapsedLi)}</p> : null}
        {note === null ? null : <p className="hint">{note}</p>}
        <p>{commitmentText(term.commitment, term.bills)}</p>
      </section>
      <section aria-label={billText.exit}>
        <h3>{billText.exit}</h3>
        <label className="bill-exit"><span>{billText.exitOn}</span>
          <DatePicker size="small" id="exit-on" value={exitOn === null ? null : dayjs(exitOn)} minDate={dayjs(term.openedOn)} maxDate={dayjs(term.endsOn)} onChange={(day) => leave(day?.format('YYYY-MM-DD') ?? null)} />
        </label>
        <p aria-live="polite">{exit ? exitText(exit.term) : <span className="hint">{billText.exitPick}</span>}</p>
      </section>
      <section aria-label={billText.caller}>
        <h3>{billText.caller}</h3>
        <ul className="bill-caller">{callerCost.map((one) => <li key={one}>{callerCostText[one]}</li>)}</ul>
      </section>
    </>
  );
}
