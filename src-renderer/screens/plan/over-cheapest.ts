import type { ComparedPlan, PlanComparison } from '#contract/plans.ts';

/** What a plan costs more than the cheapest, a month and over the term; nothing for the cheapest itself. */
export function overCheapest({ plans, cheapestPlanId }: PlanComparison, plan: ComparedPlan | undefined): { readonly monthLi: number; readonly termLi: number } {
  const cheapest = plans.find((one) => one.planId === cheapestPlanId)?.cost;
  if (!plan?.cost || !cheapest) return { monthLi: 0, termLi: 0 };
  return { monthLi: plan.cost.monthLi - cheapest.monthLi, termLi: plan.cost.overCheapestLi };
}
