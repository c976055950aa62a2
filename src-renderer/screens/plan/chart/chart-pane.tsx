import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { PlanComparison, PlanOffer, Sensitivity } from '#contract/plans.ts';
import { amount } from '../../../text/formats.ts';
import { changeText, comparisonText as words, stretchText, switchText } from '../../../text/plan-comparison.ts';
import { drawnPlans } from './chart-frame.ts';
import { realChanges } from './real-changes.ts';

const CostChart = lazy(async () => ({ default: (await import('./cost-chart.tsx')).CostChart }));

/** The chart, and beside it in words where another plan becomes the cheapest and what happens if the calls change. */
export function ChartPane({ comparison, offers, current }: { readonly comparison: PlanComparison; readonly offers: readonly PlanOffer[]; readonly current: string | null }): ReactNode {
  const order = useMemo(() => offers.map((offer) => offer.planId), [offers]);
  const nameOf = (planId: string): string => comparison.plans.find((plan) => plan.planId === planId)?.name ?? planId;
  const { usage, switches, cheapestPlanId } = comparison;
  const drawn = drawnPlans(comparison, current);
  if (drawn.length === 0) return <p className="chart-wait hint">{words.noChart}</p>;
  const here = comparison.plans.find((plan) => plan.planId === current);
  const inWords = [here?.cost ? `${here.name}，${words.customer(usage.minutes, here.cost.monthLi)}` : '', ...switches.map((point) => switchText(point, nameOf))].filter(Boolean).join('；');
  return (
    <div className="chart-pane">
      <figure>
        <figcaption><strong>{words.chart}</strong> <span className="hint">{words.chartNote(drawn.length)}</span></figcaption>
        <Suspense fallback={<p className="chart-wait hint" role="status">{words.chartWait}</p>}><CostChart comparison={comparison} order={order} current={current} label={`${words.chart}。${inWords}`} /></Suspense>
      </figure>
      <aside className="what-if scroll" aria-label={words.thenTitle}>
        <ul className="stretch">{stretchText(switches, usage.minutes, cheapestPlanId, nameOf).map((line) => <li key={line}>{line}</li>)}</ul>
        <h3>{words.sensitivity}</h3>
        <ul>{realChanges(comparison).map((one) => <Change key={one.code} one={one} todays={cheapestPlanId} nameOf={nameOf} />)}</ul>
      </aside>
    </div>
  );
}

function Change({ one, todays, nameOf }: { readonly one: Sensitivity; readonly todays: string | null; readonly nameOf: (planId: string) => string }): ReactNode {
  const same = one.cheapestPlanId === todays;
  return (
    <li title={same || one.todaysCheapestMonthLi === null || todays === null ? undefined : words.instead(nameOf(todays), one.todaysCheapestMonthLi)}>
      <span>{changeText(one)}</span>
      {one.cheapestPlanId === null ? <span>{words.noneThen}</span> : same ? <span className="success-text">{words.still}</span> : <strong className="ellipsis">{nameOf(one.cheapestPlanId)}</strong>}
      <span>{one.monthLi === null ? '' : amount(one.monthLi)}</span>
    </li>
  );
}
