import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { amount } from '../../text/formats.ts';
import { comparisonText as words } from '../../text/plan-comparison.ts';
import { ChartPane } from './chart/chart-pane.tsx';
import { CostMatrix } from './matrix/cost-matrix.tsx';
import { overCheapest } from './over-cheapest.ts';
import type { PlanDeskState } from './plan-desk.ts';
import { QuotePane } from './quote/quote-pane.tsx';

/** `table`: the columns, with the chart below where there is room; `chart`: the chart alone on a small screen; `quote`: the plan's own lines beside. */
export type PlanPane = 'table' | 'chart' | 'quote';

/** Matrix, chart and the quote of the plan under the cursor. */
export function ComparisonPanes({ view, desk, pane, disabled, onPane, onChoose, onMinimum }: {
  readonly view: CaseView;
  readonly desk: PlanDeskState;
  readonly pane: PlanPane;
  readonly disabled: boolean;
  readonly onPane: (pane: PlanPane) => void;
  readonly onChoose: () => void;
  readonly onMinimum: (minimumLi: number | null) => void;
}): ReactNode {
  const { comparison, offers, addOns, current } = desk;
  const offer = offers.find((one) => one.planId === current);
  const plan = comparison?.plans.find((one) => one.planId === current);
  if (!comparison) return null;
  return (
    <div className="plan-panes" data-pane={pane}>
      <div className="plan-main">
        <CostMatrix comparison={comparison} offers={offers} addOns={addOns} current={current} beside={pane === 'quote'} chosenId={view.plan?.planId ?? null} onStand={desk.stand} onChoose={onChoose} />
        <ChartPane comparison={comparison} offers={offers} current={current} />
      </div>
      {pane === 'quote' && offer ? (
        <QuotePane offer={offer} chosen={view.plan?.planId === offer.planId ? view.plan : null} addOns={addOns} minimumLi={desk.minimumLi} disabled={disabled} onMinimum={onMinimum} onClose={() => onPane('table')} />
      ) : null}
      <p className="visually-hidden" role="status">{plan?.cost ? `${plan.name}，${words.month} ${amount(plan.cost.monthLi)}，${plan.cost.overCheapestLi === 0 ? words.cheapest : words.over(overCheapest(comparison, plan).monthLi)}` : ''}</p>
    </div>
  );
}
