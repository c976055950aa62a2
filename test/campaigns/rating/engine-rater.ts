import type { TermBill } from '#domain/tariff/bill.ts';
import { rateTerm } from '#domain/tariff/bill/rate-term.ts';
import type { Plan } from '#domain/tariff/catalogue.ts';
import { breakEven } from '#domain/tariff/compare/break-even.ts';
import { type CompareInput, comparePlans, curveOf } from '#domain/tariff/compare/compare-plans.ts';
import { type Offer, pricedOffer } from '#domain/tariff/compare/offer.ts';
import { type Quote, quotePlan } from '#domain/tariff/quote.ts';
import type { ComparisonCase, RatedBill, RatedCase, RatedComparison, RatedLine, RatedTerm, RatingCase } from './rating-case.ts';

/** A case as the console rates it: quote, bills, comparison, each by the function that the services call. */
export function rateByEngine(input: RatingCase): RatedCase {
  const { catalogue, chosenOn, openedOn, endsOn, usage, policy, terminals, comparison } = input;
  const plan = planOf(input, input.planId);
  const addOns = addOnsOf(input);
  const quote = quoteOf(input, plan, addOns, chosenOn);
  if (quote === null) throw new Error('rateByEngine: the plan has no quote');
  const term = rateTerm({
    plan, addOns, promotions: catalogue.promotions, chosenOn, terminals, policy, openedOn, endsOn, usage,
    monthlyMinimumLi: quote.monthlyMinimumLi, prepayLi: quote.prepayDueLi,
  });
  return { minimumLi: quote.monthlyMinimumLi, prepaymentLi: quote.prepayDueLi, term: bare(term), comparison: comparison && compared(input, comparison) };
}

const planOf = ({ catalogue }: RatingCase, id: string): Plan => {
  const plan = catalogue.plans.find((each) => each.id === id);
  if (!plan) throw new Error(`rateByEngine: no plan ${id}`);
  return plan;
};

const addOnsOf = ({ catalogue, addOns }: RatingCase): Offer['addOns'] =>
  addOns.map(({ addOnId, quantity }) => {
    const addOn = catalogue.addOns.find(({ id }) => id === addOnId);
    if (!addOn) throw new Error(`rateByEngine: no add-on ${addOnId}`);
    return { addOn, quantity };
  });

function quoteOf(input: RatingCase, plan: Plan, addOns: Offer['addOns'], chosenOn: string): Quote | null {
  const { catalogue, grade, headFloorLi, gradeTable, terminals, policy } = input;
  const quote = quotePlan({
    plan, addOns, number: { grade, headFloorLi }, gradeTable, chosenMinimumLi: plan.id === input.planId ? input.chosenMinimumLi : null,
    terminals, promotions: catalogue.promotions, chosenOn, policy, catalogueConfirmed: catalogue.confirmed,
  });
  return quote.ok ? quote.value : null;
}

const bareLine = ({ item, ruleId, addOnId, li }: RatedLine): RatedLine => ({ item, ruleId, addOnId, li });

const bare = (term: TermBill): RatedTerm => ({
  ...term, start: term.start.map(bareLine), bills: term.bills.map((bill): RatedBill => ({ ...bill, lines: bill.lines.map(bareLine) })),
});

function compared(input: RatingCase, { today, planIds, pair }: ComparisonCase): RatedComparison {
  const offers = input.catalogue.plans.filter(({ id }) => planIds.includes(id)).map((plan) => offerOf(input, plan, today));
  const asked: CompareInput = { usage: input.usage, offers, today, termMonths: 24, terminals: input.terminals, promotions: input.catalogue.promotions, policy: input.policy };
  const plans = comparePlans(asked).plans.map(({ planId, cost }) => ({ planId, costLi: cost?.termLi ?? null, monthLi: cost?.monthLi ?? null, yearLi: cost?.yearLi ?? null }));
  if (pair === null) return { plans, takeovers: [] };
  const [a, b] = pair.planIds.map((id) => {
    const priced = pricedOffer(offerOf(input, planOf(input, id), today), asked);
    return priced && curveOf(priced, { minutes: 0, localPercent: pair.localPercent, mobilePercent: pair.mobilePercent }, pair.upTo);
  });
  return { plans, takeovers: a && b ? breakEven(a, b).map(({ minutes, cheaper }) => ({ planId: cheaper.planId, atMinutes: minutes })) : [] };
}

function offerOf(input: RatingCase, plan: Plan, today: string): Offer {
  const wanted = addOnsOf(input);
  const addOns = wanted.filter(({ addOn }) => !plan.includes.includes(addOn.feature));
  const refusal = plan.sellable ? null : { code: plan.unsellableReason ?? 'not-sold' };
  return { plan, refusal, quote: quoteOf(input, plan, addOns, today), addOns, includedAddOnIds: wanted.filter((each) => !addOns.includes(each)).map(({ addOn }) => addOn.id) };
}
