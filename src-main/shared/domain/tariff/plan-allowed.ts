import type { Facts } from '../facts.ts';
import { sevenOf, type NumberDigits } from '../number/number.ts';
import { fail, ok, type Result } from '../result.ts';
import type { AddOn, Plan } from './catalogue.ts';

/** Why a plan cannot be sold here, today, for this number; the facts are for the text layer. */
export type PlanRefusal = {
  readonly code: 'priced-by-hall' | 'tiers-incomplete' | 'not-yet-sold' | 'no-longer-sold' | 'region-not-served' | 'number-lacks-area-code';
  readonly facts: Facts;
};

/** Where the hall stands: administrative code (110000) and telephone area code (010). */
export type HallPlace = { readonly regionCode: string; readonly areaCode: string };

/** What a plan is judged against; `onDate` is the local day, `YYYY-MM-DD`. */
export type PlanContext = { readonly digits: NumberDigits; readonly hall: HallPlace; readonly onDate: string };

/** Decides whether a plan may be chosen; the first reason that stands in the way is told. */
export function planAllowed(plan: Plan, { digits, hall, onDate }: PlanContext): Result<Plan, PlanRefusal> {
  if (!plan.sellable) return fail({ code: plan.unsellableReason ?? 'tiers-incomplete', facts: {} });
  if (onDate < plan.effectiveFrom) return fail({ code: 'not-yet-sold', facts: { from: plan.effectiveFrom } });
  if (plan.effectiveTo !== null && onDate > plan.effectiveTo) return fail({ code: 'no-longer-sold', facts: { until: plan.effectiveTo } });
  if (plan.regions !== null && !plan.regions.includes(hall.regionCode)) {
    return fail({ code: 'region-not-served', facts: { hallRegion: hall.regionCode, regions: plan.regions.join(' ') } });
  }
  if (plan.numberMust === 'contain-area-code' && !sevenOf(digits).includes(hall.areaCode)) {
    return fail({ code: 'number-lacks-area-code', facts: { areaCode: hall.areaCode } });
  }
  return ok(plan);
}

/** Why a set of add-ons cannot be bought together with a plan. */
export type AddOnRefusal = { readonly code: 'add-on-included' | 'add-ons-exclude'; readonly facts: Facts };

/** Refuses what the plan already includes (it would be paid twice) and pairs that exclude each other (彩铃 and IVR). */
export function addOnsAllowed(plan: Plan, addOns: readonly AddOn[]): Result<readonly AddOn[], AddOnRefusal> {
  for (const addOn of addOns) {
    if (plan.includes.includes(addOn.feature)) return fail({ code: 'add-on-included', facts: { addOn: addOn.id, plan: plan.id } });
    const other = addOns.find((each) => each !== addOn && (addOn.excludes.includes(each.id) || each.excludes.includes(addOn.id)));
    if (other) return fail({ code: 'add-ons-exclude', facts: { addOn: addOn.id, other: other.id } });
  }
  return ok(addOns);
}
