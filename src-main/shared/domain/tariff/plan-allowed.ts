import type { Facts } from '../facts.ts';
import type { Grade } from '../number/grade/number-rules.ts';
import { sevenOf, type NumberDigits } from '../number/number.ts';
import { fail, ok, type Result } from '../result.ts';
import type { AddOn, Plan } from './catalogue.ts';

/** Why a plan cannot be sold here, today, for this number; the facts are for the text layer. */
export type PlanRefusal = {
  readonly code:
    | 'priced-by-hall' | 'tiers-incomplete' | 'not-yet-sold' | 'no-longer-sold' | 'region-not-served'
    | 'number-lacks-area-code' | 'grade-not-allowed' | 'head-not-allowed';
  readonly facts: Facts;
};

/** Where the hall stands: administrative code (110000) and telephone area code (010). */
export type HallPlace = { readonly regionCode: string; readonly areaCode: string };

/** What a plan is judged against; `onDate` is the local day, `YYYY-MM-DD`. */
export type PlanContext = { readonly digits: NumberDigits; readonly grade: Grade; readonly hall: HallPlace; readonly onDate: string };

/** Decides whether a plan may be chosen; the first reason that stands in the way is told. */
export function planAllowed(plan: Plan, { digits, grade, hall, onDate }: PlanContext): Result<Plan, PlanRefusal> {
  if (!plan.sellable) return fail({ code: plan.unsellableReason ?? 'tiers-incomplete', facts: {} });
  if (onDate < plan.effectiveFrom) return fail({ code: 'not-yet-sold', facts: { from: plan.effectiveFrom } });
  if (plan.effectiveTo !== null && onDate > plan.effectiveTo) return fail({ code: 'no-longer-sold', facts: { until: plan.effectiveTo } });
  if (plan.regions !== null && !plan.regions.includes(hall.regionCode)) {
    return fail({ code: 'region-not-served', facts: { hallRegion: hall.regionCode, regions: plan.regions.join(' ') } });
  }
  if (plan.numberMust === 'contain-area-code' && !sevenOf(digits).includes(hall.areaCode)) {
    return fail({ code: 'number-lacks-area-code', facts: { areaCode: hall.areaCode } });
  }
  if (plan.grades !== null && !plan.grades.includes(grade)) return fail({ code: 'grade-not-allowed', facts: { grade, grades: plan.grades.join(' ') } });
  if (plan.heads !== null && !plan.heads.some((head) => digits.startsWith(head))) return fail({ code: 'head-not-allowed', facts: { heads: plan.heads.join(' ') } });
  return ok(plan);
}

/** Why a set of add-ons cannot be bought together with a plan. */
export type AddOnRefusal = { readonly code: 'add-on-included' | 'add-ons-exclude' | 'add-on-needs'; readonly facts: Facts };

/** Refuses what the plan already includes (it would be paid twice), pairs that exclude each other (彩铃 and IVR), and what needs a plan or add-on that is not there. */
export function addOnsAllowed(plan: Plan, addOns: readonly AddOn[]): Result<readonly AddOn[], AddOnRefusal> {
  for (const addOn of addOns) {
    if (plan.includes.includes(addOn.feature)) return fail({ code: 'add-on-included', facts: { addOn: addOn.id, plan: plan.id } });
    const other = addOns.find((each) => each !== addOn && (addOn.excludes.includes(each.id) || each.excludes.includes(addOn.id)));
    if (other) return fail({ code: 'add-ons-exclude', facts: { addOn: addOn.id, other: other.id } });
    const met = addOn.needs.length === 0 || addOn.needs.some((need) => need === plan.id || addOns.some(({ id }) => id === need));
    if (!met) return fail({ code: 'add-on-needs', facts: { addOn: addOn.id, needs: addOn.needs.join(' ') } });
  }
  return ok(addOns);
}
