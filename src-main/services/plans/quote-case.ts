import type { AddOnOffer, PlanOffer, PlanView } from '#contract/plans.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { headFloorLi } from '#domain/number/grade/grade-number.ts';
import type { Grade } from '#domain/number/grade/number-rules.ts';
import type { Result } from '#domain/result.ts';
import { type AddOn, type Catalogue, type Plan, rateLines, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import { addOnsAllowed, planAllowed } from '#domain/tariff/plan-allowed.ts';
import { type Quote, type QuoteFailure, quotePlan } from '#domain/tariff/quote.ts';
import type { PlanChoice } from '../../store/tables/case-rows.ts';
import type { PickRow } from '../../store/tables/number/pick-rows.ts';
import type { ConsoleContext, Hall } from '../console-context.ts';
import { rulesOfVersion } from '../rules/rules-in-force.ts';

/** The number as a quote sees it: its grade and the version of the tables are frozen with the hold. `mayBecome`: fallbacks that the same plan has to fit. */
export type QuotedNumber = { readonly digits: string; readonly grade: Grade; readonly rulesVersion: string; readonly mayBecome?: readonly string[] };

export const quotedNumber = ({ digits, grade, rulesVersion, hold, fallbacks }: PickRow): QuotedNumber => ({ digits, grade: grade as Grade, rulesVersion, mayBecome: hold === 'provisional' ? fallbacks : [] });

/** The catalogue of this console; training has sample prices where a hall prices a plan itself. */
export const catalogueOf = (context: Pick<ConsoleContext, 'mode' | 'reference'>): Catalogue =>
  context.mode === 'training' ? withTrainingPrices(context.reference.catalogue) : context.reference.catalogue;

export const findPlan = (context: ConsoleContext, planId: string): Plan | null => catalogueOf(context).plans.find((plan) => plan.id === planId) ?? null;

/** The chosen add-ons with how often each was chosen; ids that the catalogue no longer lists are left out. */
export function countedAddOns(context: ConsoleContext, addOnIds: readonly string[]): readonly { readonly addOn: AddOn; readonly quantity: number }[] {
  return catalogueOf(context).addOns
    .map((addOn) => ({ addOn, quantity: addOnIds.filter((id) => id === addOn.id).length }))
    .filter((entry) => entry.quantity > 0);
}

/** The one quote of a case: screen, papers, prepayment and order all read this. Money terms are those of the tables frozen with the hold. */
export function quoteFor(context: ConsoleContext, plan: Plan, number: QuotedNumber, choice: Pick<PlanChoice, 'addOnIds' | 'minimumLi'>): Result<Quote, QuoteFailure> {
  const { rules, grades } = rulesOfVersion(context, number.rulesVersion);
  return quotePlan({
    plan, addOns: countedAddOns(context, choice.addOnIds), number: { grade: number.grade, headFloorLi: headFloorLi(number.digits, rules) },
    gradeTable: grades, chosenMinimumLi: choice.minimumLi, policy: context.reference.policy.tariff.prepay, catalogueConfirmed: catalogueOf(context).confirmed,
  });
}

/** Why a plan with these add-ons cannot be sold for this number today; null when it can. */
export function refusalOf(context: ConsoleContext, hall: Hall, plan: Plan, number: QuotedNumber, choice: Pick<PlanChoice, 'addOnIds' | 'minimumLi'>): PlanOffer['refusal'] {
  const place = { regionCode: hall.regionCode, areaCode: hall.areaCode };
  for (const digits of [number.digits, ...(number.mayBecome ?? [])]) {
    const allowed = planAllowed(plan, { digits, hall: place, onDate: wallTime(context.now()).date });
    if (!allowed.ok) return allowed.error;
  }
  const addOns = addOnsAllowed(plan, countedAddOns(context, choice.addOnIds).map((entry) => entry.addOn));
  if (!addOns.ok) return addOns.error;
  const quote = quoteFor(context, plan, number, choice);
  return quote.ok ? null : quote.error;
}

/** A plan as offered for a number. */
export function offerOf(context: ConsoleContext, hall: Hall, plan: Plan, number: QuotedNumber): PlanOffer {
  const bare = { addOnIds: [], minimumLi: null };
  const quote = quoteFor(context, plan, number, bare);
  return {
    planId: plan.id, version: plan.version, name: plan.name, billing: plan.billing, sample: plan.sample, refusal: refusalOf(context, hall, plan, number, bare),
    quote: quote.ok ? quote.value : null, rates: rateLines(plan), note: plan.note,
  };
}

export const addOnOffers = (context: ConsoleContext): readonly AddOnOffer[] =>
  catalogueOf(context).addOns.map((addOn) => ({ addOnId: addOn.id, name: addOn.name, feeLi: addOn.charges[0]?.li ?? 0, per: addOn.charges[0]?.per ?? 'once', note: addOn.note }));

/** The case's chosen plan with its quote; null when none is chosen or the catalogue no longer has it. */
export function viewPlan(context: ConsoleContext, hall: Hall, choice: PlanChoice | null, number: QuotedNumber | null): PlanView | null {
  const plan = choice === null ? null : findPlan(context, choice.planId);
  if (choice === null || plan === null) return null;
  const quote = number === null ? null : quoteFor(context, plan, number, choice);
  const refusal = number === null ? { code: 'number-not-chosen' } : refusalOf(context, hall, plan, number, choice);
  return {
    planId: plan.id, version: plan.version, name: plan.name, billing: plan.billing, addOnIds: choice.addOnIds,
    addOnNames: countedAddOns(context, choice.addOnIds).map(({ addOn, quantity }) => (quantity > 1 ? `${addOn.name} ×${quantity}` : addOn.name)),
    minimumLi: choice.minimumLi, allowed: refusal === null, refusal, quote: quote?.ok ? quote.value : null, rates: rateLines(plan),
  };
}
