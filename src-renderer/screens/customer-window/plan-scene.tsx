import type { ReactNode } from 'react';
import type { CustomerScene, ShownPlan } from '#contract/shortlist.ts';
import { formatYuan } from '#domain/money/money.ts';
import { customerWindowText as words } from '../../text/customer-window.ts';

type Scene = Extract<CustomerScene, { readonly kind: 'plans' }>;

/** Plans side by side, large: what each costs a month by what the customer said, and over the term. */
export function PlanScene({ scene }: { readonly scene: Scene }): ReactNode {
  const { minutes, localPercent, mobilePercent } = scene;
  return (
    <main className="shown">
      <h1>{words.plansTitle(scene.hallName)}</h1>
      <p className="shown-usage">{words.usage(minutes, localPercent, mobilePercent)}{scene.byCalls ? words.byCalls : scene.asked ? '' : words.usual}</p>
      <div className="shown-grid" data-count={scene.plans.length}>
        {scene.plans.map((plan, index) => <PlanCard key={plan.planId} plan={plan} place={index + 1} lit={plan.planId === scene.lit} termMonths={scene.termMonths} />)}
      </div>
      <footer>{words.plansFoot}</footer>
    </main>
  );
}

function PlanCard({ plan, place, lit, termMonths }: { readonly plan: ShownPlan; readonly place: number; readonly lit: boolean; readonly termMonths: number }): ReactNode {
  const { commitment } = plan;
  return (
    <article className="shown-number" data-lit={lit} aria-current={lit || undefined}>
      <header><span className="shown-place">{place}</span><strong>{plan.name}</strong>{plan.sample ? <span className="shown-state">{words.sample}</span> : null}</header>
      <p className="shown-digits shown-month">{formatYuan(plan.monthLi)}<small>{words.aMonth}</small></p>
      <dl>
        <dt>{words.firstYear}</dt><dd>{money(plan.yearLi)}</dd>
        <dt>{words.totalOf(termMonths)}</dt><dd>{money(plan.termLi)}</dd>
        <dt>{words.dueNow}</dt><dd>{money(plan.dueNowLi)}</dd>
        {plan.monthlyMinimumLi > 0 ? <><dt>{words.monthly}</dt><dd>{money(plan.monthlyMinimumLi)}</dd></> : null}
        {commitment ? <><dt>{words.commitment(commitment.months)}</dt><dd>{money(commitment.li)}</dd></> : null}
      </dl>
    </article>
  );
}

const money = (li: number): string => `${formatYuan(li)} ${words.yuan}`;
