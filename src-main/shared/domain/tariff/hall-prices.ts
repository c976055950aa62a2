import type { Li } from '../money/money.ts';
import type { Catalogue, Plan } from './catalogue.ts';

/** Monthly fees that the hall set itself, by plan id, in 厘. */
export type HallPrices = Readonly<Record<string, Li>>;

/** True for a plan whose price the source leaves to the hall (product.md, priced by the hall). */
export const isHallPriced = ({ unsellableReason }: Plan): boolean => unsellableReason === 'priced-by-hall';

/** The catalogue with the hall's own prices: such a plan can be sold. */
export function withHallPrices(catalogue: Catalogue, prices: HallPrices): Catalogue {
  const plans = catalogue.plans.map((plan): Plan => {
    const monthlyFeeLi = prices[plan.id];
    return isHallPriced(plan) && monthlyFeeLi !== undefined ? { ...plan, monthlyFeeLi, sellable: true, unsellableReason: null } : plan;
  });
  return { ...catalogue, plans };
}

/** Prices that go on to another catalogue: a plan that is gone, or has a price of its own now, needs none. */
export const pricesThatHold = ({ plans }: Catalogue, prices: HallPrices): HallPrices =>
  Object.fromEntries(Object.entries(prices).filter(([planId]) => plans.some((plan) => plan.id === planId && isHallPriced(plan))));
