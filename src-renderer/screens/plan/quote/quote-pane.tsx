import type { ReactNode } from 'react';
import type { AddOnOffer, PlanOffer, PlanView } from '#contract/plans.ts';
import { mayChooseMinimum, planText, ratesText } from '../../../text/plan.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { MinimumChooser } from './minimum-chooser.tsx';
import { QuoteLines } from './quote-lines.tsx';

/** What the plan under the cursor costs, line by line. Once chosen it shows main's quote with the add-ons in it. */
export function QuotePane({ offer, chosen, addOns, minimumLi, disabled, onMinimum, onClose }: {
  readonly offer: PlanOffer;
  readonly chosen: PlanView | null;
  readonly addOns: readonly AddOnOffer[];
  readonly minimumLi: number | null;
  readonly disabled: boolean;
  readonly onMinimum: (minimumLi: number | null) => void;
  readonly onClose: () => void;
}): ReactNode {
  const quote = chosen?.quote ?? offer.quote;
  const minimum = chosen ? chosen.minimumLi : minimumLi;
  return (
    <section className="quote-pane scroll" aria-label={planText.detail}>
      <header className="pane-head"><h3>{offer.name}</h3><span className="hint ellipsis">{ratesText(offer.rates)}</span><span className="pane-extra"><QuietButton small label={words.back} keys="F7" onClick={onClose} /></span></header>
      {offer.quote && mayChooseMinimum(offer.quote) ? <MinimumChooser key={`${offer.planId} ${minimum}`} fromLi={offer.quote.monthlyMinimumLi} minimumLi={minimum} disabled={disabled} onChoose={onMinimum} /> : null}
      {quote ? <QuoteLines quote={quote} addOns={addOns} /> : null}
      {chosen ? null : <p className="hint">{planText.later(offer.perTerminal)}</p>}
      {offer.note ? <p className="hint">{offer.note}</p> : null}
    </section>
  );
}
