import type { AddOnOffer, PlanOffer, PlanView } from '#contract/plans.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { headFloorLi } from '#domain/number/grade/grade-number.ts';
import type { Grade } from '#domain/number/grade/number-rules.ts';
import type { Result } from '#domain/result.ts';
import { type AddOn, type Catalogue, type Plan, rateLines } from '#domain/tariff/catalogue.ts';
import { addOnsAllowed, planAllowed } from '#domain/tariff/plan-allowed.ts';
import { type Quote, type QuoteFailure, type QuoteInput, quotePlan } from '#domain/tariff/quote.ts';
import type { PlanChoice } from '../../store/tables/case-rows.ts';
import type { PickRow } from '../../store/tables/number/pick-rows.ts';
import { catalogueInForce, catalogueOfVersion } from '../catalogue/catalogue-in-force.ts';
import type { ConsoleContext, Hall } from '../console-context.ts';
import { rulesOfVersion } from '../rules/rules-in-force.ts';

/** The number as a quote sees it: its grade and the version of the tables are frozen with the hold. `mayBecome`: fallbacks that the same plan has to fit. */
export type QuotedNumber = { readonly digits: string; readonly grade: Grade; readonly rulesVersion: string; readonly mayBecome?: readonly string[] };

export const quotedNumber = ({ digits, grade, rulesVersion, hold, fallbacks }: PickRow): QuotedNumber => ({ digits, grade: grade as Grade, rulesVersion, mayBecome: hold === 'provisional' ? fallbacks : [] });

/** What a plan is quoted with: the catalogue and the day of the choice go with what was chosen. */
export type Terms = Pick<PlanChoice, 'addOnIds' | 'minimumLi' | 'terminals' | 'chosenOn'> & { readonly catalogue: Catalogue };

/** A plan without anything beside it, out of today's catalogue: what is offered for choosing. */
export const termsToday = (context: ConsoleContext): Terms =>
  ({ catalogue: catalogueOf(context), chosenOn: wallTime(context.now()).date, addOnIds: [], minimumLi: null, terminals: null });

/** As it was chosen: an old case keeps its catalogue and its day. */
export const termsOf = (context: ConsoleContext, choice: Omit<PlanChoice, 'planId' | 'version' | 'reason'>): Terms => ({ ...choice, catalogue: catalogueOf(context, choice.catalogueVersion) });

/** The catalogue of a version that was used once, or the one in force. */
export const catalogueOf = (context: ConsoleContext, version?: string): Catalogue => (version === undefined ? catalogueInForce(context) : catalogueOfVersion(context, version));

export const findPlan = (context: ConsoleContext, planId: string, version?: string): Plan | null => planIn(catalogueOf(context, version), planId);

export const planIn = ({ plans }: Catalogue, planId: string): Plan | null => plans.find((plan) => plan.id === planId) ?? null;

/** The chosen add-ons with how often each was chosen; ids that the catalogue does not list are left out. */
export const countedAddOns = ({ addOns }: Catalogue, addOnIds: readonly string[]): readonly { readonly addOn: AddOn; readonly quantity: number }[] => addOns
  .map((addOn) => ({ addOn, quantity: addOnIds.filter((id) => id === addOn.id).length }))
  .filter((entry) => entry.quantity > 0);

/** What the one quote of a case is made of, for quote, bills and comparison alike. Money terms are those of the tables frozen with the hold. */
function quoteInput(context: ConsoleContext, plan: Plan, number: QuotedNumber, { catalogue, addOnIds, minimumLi, terminals, chosenOn }: Terms): QuoteInput {
  const { rules, grades } = rulesOfVersion(context, number.rulesVersion);
  return {
    plan, addOns: countedAddOns(catalogue, addOnIds), number: { grade: number.grade, headFloorLi: headFloorLi(number.digits, rules) }, gradeTable: grades,
    chosenMinimumLi: minimumLi, terminals, promotions: catalogue.promotions, chosenOn, policy: context.reference.policy.tariff.prepay, catalogueConfirmed: catalogue.confirmed,
  };
}

/** The one quote of a case: screen, papers, prepayment and order all read this. */
export const quoteFor = (context: ConsoleContext, plan: Plan, number: QuotedNumber, terms: Terms): Result<Quote, QuoteFailure> => quotePlan(quoteInput(context, plan, number, terms));

/** Why a plan with these add-ons could not be sold for this number on the day of the choice; null when it could. */
export function refusalOf(context: ConsoleContext, hall: Hall, plan: Plan, number: QuotedNumber, terms: Terms): PlanOffer['refusal'] {
  const place = { regionCode: hall.regionCode, areaCode: hall.areaCode };
  for (const digits of [number.digits, ...(number.mayBecome ?? [])]) {
    const allowed = planAllowed(plan, { digits, grade: number.grade, hall: place, onDate: terms.chosenOn });
    if (!allowed.ok) return allowed.error;
  }
  const addOns = addOnsAllowed(plan, countedAddOns(terms.catalogue, terms.addOnIds).map((entry) => entry.addOn));
  if (!addOns.ok) return addOns.error;
  const quote = quoteFor(context, plan, number, terms);
  return quote.ok ? null : quote.error;
}

/** A plan as offered for a number. */
export function offerOf(context: ConsoleContext, hall: Hall, plan: Plan, number: QuotedNumber, terms: Terms): PlanOffer {
  const quote = quoteFor(context, plan, number, terms);
  return {
    planId: plan.id, version: plan.version, name: plan.name, billing: plan.billing, sample: plan.sample, perTerminal: plan.monthlyFeePer === 'terminal', includes: plan.includes,
    refusal: refusalOf(context, hall, plan, number, terms), quote: quote.ok ? quote.value : null, rates: rateLines(plan), note: plan.note,
  };
}

export const addOnOffers = ({ addOns }: Catalogue): readonly AddOnOffer[] => addOns.map(({ id, name, feature, charges, counted, excludes, note }) => ({
  addOnId: id, name, feature, feeLi: charges[0]?.li ?? 0, per: charges[0]?.per ?? 'once', counted, excludes, note,
}));

/** The case's chosen plan with its quote; null when none is chosen or no catalogue has it. */
export function viewPlan(context: ConsoleContext, hall: Hall, choice: PlanChoice | null, number: QuotedNumber | null): PlanView | null {
  if (choice === null) return null;
  const terms = termsOf(context, choice);
  const plan = planIn(terms.catalogue, choice.planId);
  if (plan === null) return null;
  const quote = number === null ? null : quoteFor(context, plan, number, terms);
  const refusal = number === null ? { code: 'number-not-chosen' } : refusalOf(context, hall, plan, number, terms);
  return {
    planId: plan.id, version: plan.version, catalogueVersion: choice.catalogueVersion, name: plan.name, billing: plan.billing, addOnIds: choice.addOnIds,
    addOnNames: countedAddOns(terms.catalogue, choice.addOnIds).map(({ addOn, quantity }) => (quantity > 1 ? `${addOn.name} ×${quantity}` : addOn.name)),
    minimumLi: choice.minimumLi, terminals: choice.terminals, reason: choice.reason, allowed: refusal === null, refusal, quote: quote?.ok ? quote.value : null, rates: rateLines(plan),
  };
}
