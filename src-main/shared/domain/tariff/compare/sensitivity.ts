import { fractionToFen } from '../../money/round-fraction.ts';
import type { Li } from '../../money/money.ts';
import type { MonthlyProfile } from '../usage.ts';
import { type PricedOffer, usageOfProfile } from './offer.ts';

/** Which assumption is changed; shares move by twenty points of the calls, as far as there are any. */
export type WhatIf = 'half' | 'double' | 'mobile-up' | 'mobile-down' | 'local-up';

/** One changed assumption: the cheapest plan then, and what today's cheapest would cost then. */
export type Sensitivity = MonthlyProfile & {
  readonly code: WhatIf;
  readonly cheapestPlanId: string | null;
  readonly monthLi: Li | null;
  readonly todaysCheapestMonthLi: Li | null;
};

const POINTS = 20;

/** The cheapest plan under each changed assumption; `offers` are those that can be had, ties by their order. */
export function sensitivity(offers: readonly PricedOffer[], profile: MonthlyProfile, todaysCheapest: PricedOffer | null, months: number): readonly Sensitivity[] {
  return changed(profile).map((then) => {
    const usage = usageOfProfile(then);
    const costs = offers.map((offer) => ({ offer, li: offer.rate(usage).costLi }));
    const best = costs.reduce<(typeof costs)[number] | null>((a, b) => (a === null || b.li < a.li ? b : a), null);
    const today = costs.find(({ offer }) => offer === todaysCheapest);
    const month = (cost: { readonly li: Li } | null | undefined): Li | null => (cost ? fractionToFen(cost.li, months) : null);
    return { ...then, cheapestPlanId: best?.offer.plan.id ?? null, monthLi: month(best), todaysCheapestMonthLi: month(today) };
  });
}

function changed(profile: MonthlyProfile): readonly (MonthlyProfile & { readonly code: WhatIf })[] {
  const { minutes, localPercent: local, mobilePercent: mobile } = profile;
  return [
    { ...profile, code: 'half', minutes: Math.round(minutes / 2) },
    { ...profile, code: 'double', minutes: minutes * 2 },
    { ...profile, code: 'mobile-up', mobilePercent: Math.min(mobile + POINTS, 100 - local) },
    { ...profile, code: 'mobile-down', mobilePercent: Math.max(mobile - POINTS, 0) },
    { ...profile, code: 'local-up', localPercent: Math.min(local + POINTS, 100 - mobile) },
  ];
}
