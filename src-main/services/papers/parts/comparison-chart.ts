import type { ComparedPlan, PlanComparison } from '#contract/plans.ts';
import type { ComparisonChart } from '#domain/agreement/comparison-paper.ts';
import { assert } from '#domain/assert.ts';

/** A plan that can be had. */
export type Priced = ComparedPlan & { readonly cost: NonNullable<ComparedPlan['cost']> };

const STEP = 500;

/** Lines of the listed plans by their exact vertices, the customer's point on the chosen plan (or the cheapest), and the points of change in sight. */
export function comparisonChart({ usage, limitMinutes, switches }: PlanComparison, shown: readonly Priced[], chosenId: string | null): ComparisonChart {
  const next = switches.find(({ minutes }) => minutes > usage.minutes)?.minutes ?? 0;
  const wanted = Math.max(1000, usage.minutes * 2, next * 1.2);
  const limit = Math.min(limitMinutes, Math.ceil(wanted / STEP) * STEP);
  const mine = shown.find(({ planId }) => planId === chosenId) ?? shown[0];
  const ids = new Set(shown.map(({ planId }) => planId));
  return {
    limitMinutes: limit, customer: { minutes: usage.minutes, month: mine?.cost.monthLi ?? 0 },
    lines: shown.map(({ line }, plan) => ({ plan, vertices: line.map(({ minutes, monthLi }) => ({ milliMinutes: whole(minutes * 1000), month: whole(monthLi) })) })),
    switchMinutes: switches.filter(({ minutes, fromPlanId, toPlanId }) => minutes <= limit && ids.has(fromPlanId) && ids.has(toPlanId)).map(({ minutes, monthLi }) => ({ minutes, month: monthLi })),
  };
}

/** A drawing needs no more; the paper's digest takes whole numbers only. */
function whole(value: number): number {
  assert(Number.isFinite(value) && value >= 0, 'comparisonChart: not a place on the chart');
  return Math.round(value);
}
