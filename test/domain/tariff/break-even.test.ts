import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionToFen } from '#domain/money/round-fraction.ts';
import type { Plan } from '#domain/tariff/catalogue.ts';
import { breakEven, type CostCurve } from '#domain/tariff/compare/break-even.ts';
import { curveOf } from '#domain/tariff/compare/compare-plans.ts';
import { type Offer, pricedOffer } from '#domain/tariff/compare/offer.ts';
import { valueAt } from '#domain/tariff/compare/polyline.ts';
import { switchPoints } from '#domain/tariff/compare/switch-points.ts';
import { anyAddOns, anyPlan, anyPromotion, anyShares } from './any-plan.ts';
import { compareInput, offerOf, training } from './offers-of.ts';
import { catalogue, planNamed } from './shipped-tables.ts';

const LIMIT = 4000;
type Shares = { readonly localPercent: number; readonly mobilePercent: number };
const usual: Shares = { localPercent: 10, mobilePercent: 55 };

function curve(offer: Offer, shares: Shares, promotions = catalogue.promotions, limit = LIMIT): CostCurve {
  const priced = pricedOffer(offer, compareInput({ kind: 'profile', profile: { ...shares, minutes: 0 } }, { promotions }));
  if (!priced) throw new Error('no price');
  return curveOf(priced, { ...shares, minutes: 0 }, limit);
}
const of = (plan: string | Plan, shares = usual, limit = LIMIT): CostCurve =>
  curve(offerOf(typeof plan === 'string' ? planNamed(plan, training) : plan), shares, catalogue.promotions, limit);
const points = (a: CostCurve, b: CostCurve) => breakEven(a, b).map(({ minutes, cheaper }) => [minutes, cheaper.planId]);

/** Every minute at which the order of the engine turns, ties staying with whoever was cheaper. */
function everyTurn(a: CostCurve, b: CostCurve, limit: number): readonly (readonly [number, string])[] {
  const turns: (readonly [number, string])[] = [];
  let cheapest: CostCurve | null = null;
  for (let minutes = 0; minutes <= limit; minutes += 1) {
    const gap = b.costAt(minutes) - a.costAt(minutes);
    const cheaper: CostCurve | null = gap === 0 ? cheapest : gap > 0 ? a : b;
    if (cheaper !== cheapest && cheaper !== null && minutes > 0) turns.push([minutes, cheaper.planId]);
    cheapest = cheaper;
  }
  return turns;
}

/** Between `low`, where `b` is not cheaper, and `high`, where it is. */
function bisected(a: CostCurve, b: CostCurve, low: number, high: number): number {
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (b.costAt(middle) < a.costAt(middle)) high = middle;
    else low = middle;
  }
  return high;
}

describe('break-even of two plans', () => {
  it('200 and 500: from 2167 minutes, as domain.md derives', () => expect(points(of('beijing-200'), of('beijing-500'))).toEqual([[2167, 'beijing-500']]));
  it('3000 and 200: the large prepayment is cheaper up to 917 minutes', () => {
    expect(points(of('prepaid-3000'), of('beijing-200'))).toEqual([[917, 'beijing-200']]);
    expect(bisected(of('prepaid-3000'), of('beijing-200'), 500, 2000)).toBe(917);
  });
  it('is told the same whichever plan is named first', () => expect(points(of('beijing-200'), of('prepaid-3000'))).toEqual([[917, 'beijing-200']]));
  it('plans that cost the same never take over', () => expect(points(of('beijing-200'), of({ ...planNamed('beijing-200'), id: 'twin' }))).toEqual([]));
  it('rounding alone is no reason to change: one price, told by class or not', () => {
    const flat = { ...planNamed('prepaid-3000'), id: 'flat', commitment: null, rates: { kind: 'flat', liPerMinute: 301 } } as const;
    const byClass = { ...flat, id: 'by-class', rates: { kind: 'by-caller', localLi: 301, mobileLi: 301, fixedLi: 301 } } as const;
    expect(everyTurn(of(flat), of(byClass), 500).length).toBeGreaterThan(3);
    expect(points(of(flat), of(byClass))).toEqual([]);
  });
  it('a cheaper price a minute takes over with the first minute, whichever is named first', () => {
    expect(points(of('long-distance-standard'), of('area-code-special'))).toEqual([[1, 'area-code-special']]);
    expect(points(of('area-code-special'), of('long-distance-standard'))).toEqual([[1, 'area-code-special']]);
  });
  it('there and back: a cap above and a fee below', () => {
    const capped = { ...planNamed('long-distance-standard'), id: 'capped', callCapLi: 450_000 };
    expect(points(of(capped), of('beijing-200'))).toEqual([[334, 'beijing-200'], [1889, 'capped']]);
  });
  it('agrees with bisection on shipped plans of any shares', () => {
    const ids = training.plans.map(({ id }) => id);
    fc.assert(fc.property(fc.constantFrom(...ids), fc.constantFrom(...ids), anyShares, (first, second, shares) => {
      fc.pre(first !== second);
      const [a, b] = [of(first, shares), of(second, shares)];
      let from = 0;
      for (const { minutes, cheaper } of breakEven(a, b)) {
        const dearer = cheaper === a ? b : a;
        expect([cheaper.costAt(minutes) < dearer.costAt(minutes), cheaper.costAt(minutes - 1) < dearer.costAt(minutes - 1)]).toEqual([true, false]);
        expect(bisected(dearer, cheaper, from, Math.min(LIMIT, minutes + 3))).toBe(minutes);
        from = minutes;
      }
    }), { numRuns: 60 });
  });
  it('agrees with trying every minute, on shipped plans of any shares', () => {
    const ids = training.plans.map(({ id }) => id).filter((id) => id !== 'outbound-60' && id !== 'outbound-330');
    fc.assert(fc.property(fc.subarray(ids, { minLength: 2, maxLength: 2 }), anyShares, ([first = '', second = ''], shares) => {
      const [a, b] = [of(first, shares, 2600), of(second, shares, 2600)];
      const turns = everyTurn(a, b, 2600);
      // Rounding turns the order three times at most here, within a few minutes: the last counts.
      expect(points(a, b)).toEqual(turns.filter(([minutes], at) => !turns.slice(at + 1).some(([next]) => next - minutes < 20)));
    }), { numRuns: 6 });
  });
  it('agrees with trying every minute, on any plans', () => {
    let [found, exact] = [0, 0];
    const priced = anyPlan.filter(({ rates }) => rates.kind !== 'none');
    fc.assert(fc.property(priced, priced, anyShares, fc.integer({ min: 50, max: 950 }), (first, second, shares, meeting) => {
      // A fee makes the two meet about there.
      const gap = fractionToFen(of(first, shares, 1000).costAt(meeting) - of(second, shares, 1000).costAt(meeting), 24);
      const dearer = (plan: Plan, li: number): Plan => ({ ...plan, monthlyFeeLi: (plan.monthlyFeeLi ?? 0) + Math.max(0, li) });
      const [a, b] = [of(dearer(first, -gap), shares, 1000), of(dearer(second, gap), shares, 1000)];
      const [told, turns] = [points(a, b), everyTurn(a, b, 1000)];
      found += told.length;
      // Each point is a turn; a turn that is none lies where rounding may hide which is cheaper, and those go in pairs.
      expect(turns).toEqual(expect.arrayContaining(told));
      const hidden = turns.filter(([minutes]) => !told.some(([each]) => each === minutes));
      for (const [minutes] of hidden) expect(Math.abs(valueAt(a.line, minutes) - valueAt(b.line, minutes))).toBeLessThanOrEqual(a.roundingLi + b.roundingLi + Math.abs(slope(a) - slope(b)));
      told.slice(1).forEach(([, planId], at) => expect(planId).not.toBe(told[at]?.[1]));
      if (hidden.length === 0) exact += 1;
    }), { numRuns: 14 });
    expect(found).toBeGreaterThan(6);
    expect(exact).toBeGreaterThan(7);
  });
});

const slope = ({ line }: CostCurve): number => (line.at(-1)!.y - line.at(-2)!.y) / (line.at(-1)!.x - line.at(-2)!.x);

describe('the line of a plan', () => {
  it('has its corners where the rules turn, and no others', () => {
    const corners = (plan: string, shares = usual) => of(plan, shares).line.map(({ x, y }) => [Math.round(x * 1000) / 1000, Math.round(y / 24) / 1000]);
    expect(corners('beijing-200')).toEqual([[0, 200], [500, 200], [4000, 830]]);
    expect(corners('prepaid-3000')).toEqual([[0, 125], [416.667, 125], [4000, 1200]]);
    expect(corners('hall-standard', { localPercent: 0, mobilePercent: 100 })).toEqual([[0, 464.167], [900, 464.167], [4000, 1704.167]]);
  });
  it('50 元低消: until the minimum is used the bonus pays the first year, beyond that it is used up sooner', () => {
    const { line } = of({ ...planNamed('minimum-50'), bonus: { bonusLi: 700_000, lapsesAfterMonths: 12 }, rates: { kind: 'flat', liPerMinute: 500 } });
    // 12 × 50 − 200 cash = 400 of the bonus at first; all 700 once twelve months cost 900, at 75 a month.
    expect(line.map(({ x, y }) => [x, y / 1000])).toEqual([[0, 800], [100, 800], [150, 1100], [4000, 47300]].map(([x, y]) => [expect.closeTo(x as number, 6), expect.closeTo(y as number, 6)]));
  });
  it('is the engine within the rounding of its lines, for any plan, add-ons and promotions', () => {
    fc.assert(fc.property(anyPlan, anyAddOns, fc.array(anyPromotion, { maxLength: 3 }), anyShares, fc.integer({ min: 0, max: LIMIT }), (plan, addOns, promotions, shares, minutes) => {
      const { line, costAt, roundingLi } = curve(offerOf(plan, addOns, 9, promotions), shares, promotions);
      expect(Math.abs(valueAt(line, minutes) - costAt(minutes))).toBeLessThanOrEqual(roundingLi);
    }), { numRuns: 500 });
  });
});

describe('switch points', () => {
  it('of plans for the usual caller', () => {
    const curves = ['hall-standard', 'minimum-50', 'prepaid-3000', 'beijing-200', 'beijing-500'].map((id) => of(id));
    expect(switchPoints(curves).map(({ minutes, toPlanId, costLi }) => [minutes, toPlanId, costLi])).toEqual([
      [417, 'prepaid-3000', 3_002_400], [917, 'beijing-200', 6_601_440], [2167, 'beijing-500', 12_000_000],
    ]);
  });
  it('hold the cheapest plan of every minute, but for rounding around a change', () => {
    fc.assert(fc.property(fc.array(anyPlan, { minLength: 2, maxLength: 5 }), anyShares, (plans, shares) => {
      const curves = plans.map((plan) => of(plan, shares));
      const switches = switchPoints(curves);
      const rounding = Math.max(...curves.map(({ roundingLi }) => roundingLi));
      let holder = curves.reduce((a, b) => (b.costAt(0) < a.costAt(0) ? b : a));
      for (let minutes = 0; minutes <= LIMIT; minutes += 23) {
        for (const { toPlanId } of switches.filter((each) => each.minutes > minutes - 23 && each.minutes <= minutes)) holder = curves.find(({ planId }) => planId === toPlanId) as CostCurve;
        expect(holder.costAt(minutes) - Math.min(...curves.map(({ costAt }) => costAt(minutes)))).toBeLessThanOrEqual(2 * rounding);
      }
    }), { numRuns: 20 });
  });
});
