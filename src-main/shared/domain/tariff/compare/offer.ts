import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Facts } from '../../facts.ts';
import type { TermBill } from '../bill.ts';
import { billPeriods } from '../bill/bill-periods.ts';
import { type MonthUsage, monthUsage } from '../bill/month-usage.ts';
import { type PartMonthPolicy, rateService, type TermInput } from '../bill/rate-term.ts';
import type { Plan, Promotion } from '../catalogue.ts';
import type { Quote } from '../quote.ts';
import { anniversary, spanEnd } from '../span-end.ts';
import type { MonthlyProfile } from '../usage.ts';

/** A plan to be compared: why it cannot be had, what it would cost to sign, and the add-ons wanted beyond what it includes. In the order of the catalogue. */
export type Offer = {
  readonly plan: Plan;
  readonly refusal: { readonly code: string; readonly facts?: Facts } | null;
  readonly quote: Quote | null;
  readonly addOns: TermInput['addOns'];
  readonly includedAddOnIds: readonly string[];
};

/** What all plans of a comparison share. */
export type ComparedTerm = {
  readonly today: PlainDate;
  readonly termMonths: number;
  readonly terminals: number | null;
  readonly promotions: readonly Promotion[];
  readonly policy: PartMonthPolicy;
};

/** An offer that has a price, and its bills over the term for any usage. */
export type PricedOffer = Offer & { readonly quote: Quote; readonly rate: (usage: MonthUsage) => TermBill };

/** The offer with its bills from the first day of the next month (tariff-rules.md 8.1); null where it has no price. */
export function pricedOffer(offer: Offer, term: ComparedTerm): PricedOffer | null {
  const { plan, addOns, quote } = offer;
  if (quote === null) return null;
  const openedOn = anniversary(`${term.today.slice(0, 8)}01`, 1);
  const endsOn = spanEnd(openedOn, term.termMonths);
  const input = {
    plan, addOns, promotions: term.promotions, chosenOn: term.today, terminals: term.terminals, policy: term.policy,
    monthlyMinimumLi: quote.monthlyMinimumLi, prepayLi: quote.prepayDueLi, openedOn, endsOn,
  };
  const periods = billPeriods(openedOn, endsOn);
  return { ...offer, quote, rate: (usage) => rateService(input, usage, 'open', periods) };
}

/** A profile as a usage that plans are rated by. */
export const usageOfProfile = (profile: MonthlyProfile): MonthUsage => monthUsage({ kind: 'profile', profile });
