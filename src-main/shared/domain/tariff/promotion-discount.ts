import type { PlainDate } from '../calendar/plain-date.ts';
import type { Facts } from '../facts.ts';
import type { Promotion, PromotionTarget } from './catalogue.ts';

/** Percent off in one period, and the promotions that give it. */
export type Discount = { readonly percent: number; readonly promotions: readonly string[] };

const NOTHING_OFF: Discount = { percent: 0, promotions: [] };

/** The promotions that hold for a plan chosen on a day; both ends of their effective days count. */
export const promotionsFor = (promotions: readonly Promotion[], planId: string, chosenOn: PlainDate): readonly Promotion[] =>
  promotions.filter(({ effectiveFrom, effectiveTo, planIds }) =>
    effectiveFrom <= chosenOn && (effectiveTo === null || chosenOn <= effectiveTo) && (planIds === null || planIds.includes(planId)));

/** Those of them that make one target cheaper. */
export const promotionsOn = (target: PromotionTarget, held: readonly Promotion[]): readonly Promotion[] => held.filter((each) => isOn(each.target, target));

function isOn(a: PromotionTarget, b: PromotionTarget): boolean {
  if (a.kind === 'add-on' || b.kind === 'add-on') return a.kind === 'add-on' && b.kind === 'add-on' && a.addOnId === b.addOnId && a.per === b.per;
  return a.kind === b.kind;
}

/** What promotions on one target take off its period (1 is the first): stacking ones add up, another stands alone, the larger wins (tariff-rules.md 4.3). */
export function discountIn(period: number, onTarget: readonly Promotion[]): Discount {
  const running = onTarget.filter(({ periods }) => period <= periods);
  const stacked = running.filter(({ stacks }) => stacks);
  const candidates = [
    { percent: stacked.reduce((sum, { percentOff }) => sum + percentOff, 0), promotions: stacked.map(({ id }) => id) },
    ...running.filter(({ stacks }) => !stacks).map(({ id, percentOff }) => ({ percent: percentOff, promotions: [id] })),
  ];
  const best = candidates.reduce((a, b) => (b.percent > a.percent ? b : a), NOTHING_OFF);
  return { ...best, percent: Math.min(100, best.percent) };
}

/** A discount as a quote tells it: so many first periods free, then so many at `percentOff`; what follows that is told by the bills. */
export function discountFacts(onTarget: readonly Promotion[], limit = Number.MAX_SAFE_INTEGER): Facts {
  const steps = [...new Set(onTarget.map(({ periods }) => Math.min(periods, limit)))].toSorted((a, b) => a - b)
    .map((until) => ({ until, ...discountIn(until, onTarget) }));
  const waivedPeriods = Math.max(0, ...steps.filter(({ percent }) => percent === 100).map(({ until }) => until));
  const partial = steps.find(({ until, percent }) => until > waivedPeriods && percent > 0);
  const percentUntil = partial === undefined ? waivedPeriods : Math.max(...steps.filter(({ percent }) => percent === partial.percent).map(({ until }) => until));
  const ids = [...(waivedPeriods > 0 ? discountIn(1, onTarget).promotions : []), ...(partial?.promotions ?? [])];
  return { waivedPeriods, percentOff: partial?.percent ?? 0, percentPeriods: percentUntil - waivedPeriods, promotion: [...new Set(ids)].join(' ') };
}
