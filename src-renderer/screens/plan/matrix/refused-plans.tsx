import type { ReactNode } from 'react';
import type { ComparedPlan } from '#contract/plans.ts';
import { planRefusal } from '../../../text/plan.ts';

/** The plans that cannot be had, each with its reason; those for the same reason stand together. */
export function RefusedPlans({ plans }: { readonly plans: readonly ComparedPlan[] }): ReactNode {
  const reasons = [...new Set(plans.map(reasonOf))];
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>{plans.filter((plan) => reasonOf(plan) === reason).map((plan) => <strong key={plan.planId}>{plan.name}</strong>)}<span>{reason}</span></li>
      ))}
    </ul>
  );
}

const reasonOf = ({ refusal }: ComparedPlan): string => planRefusal(refusal ?? { code: 'plan-not-priced' });
