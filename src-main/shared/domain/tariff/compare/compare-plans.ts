import { fractionToFen } from '../../money/round-fraction.ts';
import type { Li } from '../../money/money.ts';
import type { TermBill } from '../bill.ts';
import { monthUsage } from '../bill/month-usage.ts';
import type { PlanCommitment } from '../catalogue.ts';
import type { MonthlyProfile, Usage } from '../usage.ts';
import { averageProfile } from './average-profile.ts';
import type { CostCurve } from './break-even.ts';
import { costLine } from './cost-line.ts';
import { type CostPart, costParts } from './cost-parts.ts';
import { type ComparedTerm, type Offer, pricedOffer, type PricedOffer, usageOfProfile } from './offer.ts';
import { type Sensitivity, sensitivity } from './sensitivity.ts';
import { switchPoints } from './switch-points.ts';

/** One usage and the plans to compare by it, in the order of the catalogue. The months of a call list repeat over the term. */
export type CompareInput = ComparedTerm & { readonly usage: Usage; readonly offers: readonly Offer[] };

/** What a plan costs a month, the first year and over the term, what of it each kind takes, and what is due with the signature. */
export type PlanCost = {
  readonly monthLi: Li; readonly yearLi: Li; readonly termLi: Li; readonly overCheapestLi: Li;
  readonly parts: readonly CostPart[];
  readonly dueNowLi: Li; readonly prepayLi: Li; readonly monthlyMinimumLi: Li; readonly bonusLi: Li;
  readonly commitment: Pick<PlanCommitment, 'li' | 'months'> | null;
};

/** A plan in the comparison; `cost` is null and `line` empty where it has no price. The line is exact: cost of a month before rounding, at its corners. */
export type PlanColumn = {
  readonly planId: string; readonly name: string; readonly sample: boolean;
  readonly refusal: Offer['refusal'];
  readonly includedAddOnIds: readonly string[];
  readonly cost: PlanCost | null;
  readonly line: readonly { readonly minutes: number; readonly monthLi: number }[];
};

/** Every plan side by side (tariff-rules.md 8). `profile` is what line, switches and sensitivity go by: for a call list its average month. */
export type Comparison = {
  readonly profile: MonthlyProfile;
  readonly termMonths: number;
  readonly plans: readonly PlanColumn[];
  readonly cheapestPlanId: string | null;
  readonly switches: readonly { readonly minutes: number; readonly fromPlanId: string; readonly toPlanId: string; readonly monthLi: Li }[];
  readonly limitMinutes: number;
  readonly sensitivity: readonly Sensitivity[];
};

type Rated = { readonly offer: PricedOffer; readonly term: TermBill; readonly curve: CostCurve };

/** Compares plans by one usage: cheapest first, those that cannot be had or have no price last. */
export function comparePlans(input: CompareInput): Comparison {
  const { offers, termMonths } = input;
  const profile = profileOf(input.usage);
  const limitMinutes = limitOf(profile.minutes);
  const usage = monthUsage(input.usage.kind === 'calls' ? { kind: 'repeated-calls', calls: input.usage.calls } : input.usage);
  const rated = offers.flatMap((offer): readonly Rated[] => {
    const priced = pricedOffer(offer, input);
    return priced === null ? [] : [{ offer: priced, term: priced.rate(usage), curve: curveOf(priced, profile, limitMinutes) }];
  });
  const open = rated.filter(({ offer }) => offer.refusal === null).toSorted((a, b) => a.term.costLi - b.term.costLi);
  const cheapest = open[0] ?? null;
  const sorted = [...open.map(({ offer }) => offer.plan.id), ...offers.map(({ plan }) => plan.id).filter((id) => !open.some(({ offer }) => offer.plan.id === id))];
  const columns = new Map(offers.map((offer) => [offer.plan.id, columnOf(offer, rated.find((each) => each.offer.plan.id === offer.plan.id), cheapest, termMonths)]));
  const inCatalogueOrder = rated.filter((each) => open.includes(each));
  return {
    profile, termMonths, limitMinutes, cheapestPlanId: cheapest?.offer.plan.id ?? null,
    plans: sorted.flatMap((id) => columns.get(id) ?? []),
    switches: switchPoints(inCatalogueOrder.map(({ curve }) => curve)).map(({ costLi, ...each }) => ({ ...each, monthLi: fractionToFen(costLi, termMonths) })),
    sensitivity: sensitivity(inCatalogueOrder.map(({ offer }) => offer), profile, cheapest?.offer ?? null, termMonths),
  };
}

function profileOf(usage: Usage): MonthlyProfile {
  if (usage.kind === 'calls') return averageProfile(usage.calls);
  const { minutes, localPercent, mobilePercent } = usage.profile;
  return { minutes, localPercent, mobilePercent };
}

/** The chart reaches beyond twice the customer's minutes and beyond every plan's included ones as shipped. */
const limitOf = (minutes: number): number => Math.max(4000, Math.ceil((minutes * 2) / 1000) * 1000);

/** What a plan costs over the term by minutes a month; the engine's answers are kept, because crossings ask for the same minutes. */
export function curveOf(offer: PricedOffer, shares: MonthlyProfile, limitMinutes: number): CostCurve {
  const known = new Map<number, Li>();
  const costAt = (minutes: number): Li => {
    const li = known.get(minutes) ?? offer.rate(usageOfProfile({ ...shares, minutes })).costLi;
    known.set(minutes, li);
    return li;
  };
  return { planId: offer.plan.id, costAt, ...costLine(offer, shares, limitMinutes) };
}

function columnOf({ plan, refusal, includedAddOnIds }: Offer, rated: Rated | undefined, cheapest: Rated | null, months: number): PlanColumn {
  const line = rated?.curve.line.map(({ x, y }) => ({ minutes: Math.round(x * 1e6) / 1e6, monthLi: Math.round((y / months) * 1e6) / 1e6 })) ?? [];
  return { planId: plan.id, name: plan.name, sample: plan.sample, refusal, includedAddOnIds, line, cost: rated === undefined ? null : costOf(rated, cheapest, months) };
}

function costOf({ offer: { quote }, term }: Rated, cheapest: Rated | null, months: number): PlanCost {
  const monthLi = fractionToFen(term.costLi, months);
  const startLi = term.start.reduce((sum, { li }) => sum + li, 0);
  const yearLi = term.bills.slice(0, 12).reduce((sum, { totalLi, byBonusLi }) => sum + totalLi - byBonusLi, startLi);
  return {
    monthLi, yearLi, termLi: term.costLi, overCheapestLi: term.costLi - (cheapest?.term.costLi ?? term.costLi), parts: costParts(term, monthLi, months),
    dueNowLi: quote.dueNowLi, prepayLi: quote.prepayDueLi, monthlyMinimumLi: quote.monthlyMinimumLi, bonusLi: term.bonusLi,
    commitment: quote.commitment && { li: quote.commitment.li, months: quote.commitment.months },
  };
}
