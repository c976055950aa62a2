import type { PlanComparison, Sensitivity } from '#contract/plans.ts';

/** The changed assumptions that are changes: shares that are at their end already, or no minutes to double, say nothing. */
export const realChanges = ({ sensitivity, usage }: Pick<PlanComparison, 'sensitivity' | 'usage'>): readonly Sensitivity[] =>
  sensitivity.filter((one) => one.minutes !== usage.minutes || one.localPercent !== usage.localPercent || one.mobilePercent !== usage.mobilePercent);
