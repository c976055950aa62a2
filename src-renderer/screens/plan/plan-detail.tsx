import type { ReactNode } from 'react';
import type { PlanOffer, PlanView } from '#contract/plans.ts';
import { mayChooseMinimum, planRefusal, planText, ratesText } from '../../text/plan.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import type { PlanDeskState } from './plan-desk.ts';
import { AddOns, MinimumChooser } from './plan-extras.tsx';
import { QuoteLines } from './quote-lines.tsx';

/** What the plan under the cursor costs. Once chosen it shows main's quote with the add-ons in it. */
export function PlanDetail({ offer, chosen, desk, disabled, onToggle, onMinimum }: {
  readonly offer: PlanOffer;
  readonly chosen: PlanView | null;
  readonly desk: PlanDeskState;
  readonly disabled: boolean;
  readonly onToggle: (addOnId: string) => void;
  readonly onMinimum: (minimumLi: number | null) => void;
}): ReactNode {
  const quote = chosen?.quote ?? offer.quote;
  return (
    <section className="plan-detail scroll" aria-label={planText.detail}>
      <header className="pane-head"><h3>{offer.name}</h3><span className="hint">{ratesText(offer.rates)}</span></header>
      {offer.refusal ? <p><StatusWord tone="error">{planText.refusedWord}：{planRefusal(offer.refusal)}</StatusWord></p> : null}
      {quote ? <QuoteLines quote={quote} addOns={desk.addOns} /> : null}
      {offer.quote && mayChooseMinimum(offer.quote) ? <MinimumChooser key={`${offer.planId} ${chosen ? chosen.minimumLi : desk.minimumLi}`} fromLi={offer.quote.monthlyMinimumLi} minimumLi={chosen ? chosen.minimumLi : desk.minimumLi} disabled={disabled} onChoose={onMinimum} /> : null}
      {offer.refusal ? null : (
        <>
          <h4>{planText.addOns}{chosen ? null : <small className="hint"> {planText.later}</small>}</h4>
          <AddOns addOns={desk.addOns} picked={desk.addOnIds} disabled={disabled} onPick={onToggle} />
        </>
      )}
      {offer.note ? <p className="hint">{offer.note}</p> : null}
    </section>
  );
}
