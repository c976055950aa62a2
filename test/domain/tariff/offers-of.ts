import type { Grade } from '#domain/number/grade/number-rules.ts';
import { type AddOn, type Catalogue, type Plan, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import type { CompareInput } from '#domain/tariff/compare/compare-plans.ts';
import type { Offer } from '#domain/tariff/compare/offer.ts';
import { quotePlan } from '#domain/tariff/quote.ts';
import type { Usage } from '#domain/tariff/usage.ts';
import { addOnNamed, catalogue, gradeTable, prepayPolicy } from './shipped-tables.ts';

export const training = withTrainingPrices(catalogue);
const today = '2026-11-25';

/** An offer as a service makes it: quoted, refused where it is not sold, without add-ons that the plan includes. */
export function offerOf(plan: Plan, wanted: readonly { readonly addOn: AddOn; readonly quantity: number }[] = [], grade: Grade = 9, promotions: Catalogue['promotions'] = catalogue.promotions): Offer {
  const addOns = wanted.filter(({ addOn }) => !plan.includes.includes(addOn.feature));
  const quote = quotePlan({ plan, addOns, number: { grade, headFloorLi: 0 }, gradeTable, chosenMinimumLi: null, terminals: null, promotions, chosenOn: today, policy: prepayPolicy, catalogueConfirmed: false });
  return {
    plan, addOns, quote: quote.ok ? quote.value : null, refusal: plan.sellable ? null : { code: plan.unsellableReason ?? '' },
    includedAddOnIds: wanted.filter(({ addOn }) => plan.includes.includes(addOn.feature)).map(({ addOn }) => addOn.id),
  };
}

/** A comparison of plans (all of training unless given) as asked on 2026-11-25. */
export function compareInput(usage: Usage, { plans = training.plans, addOnIds = [], grade = 9, promotions = catalogue.promotions }: {
  readonly plans?: readonly Plan[]; readonly addOnIds?: readonly string[]; readonly grade?: Grade; readonly promotions?: Catalogue['promotions'];
} = {}): CompareInput {
  const wanted = addOnIds.map((id) => ({ addOn: addOnNamed(id), quantity: 1 }));
  return {
    usage, offers: plans.map((plan) => offerOf(plan, wanted, grade, promotions)), today, termMonths: 24, terminals: null, promotions,
    policy: { partMonthMinimum: 'pro-rata-by-days', partMonthFee: 'full' },
  };
}
