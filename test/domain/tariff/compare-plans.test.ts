import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth } from '#domain/calendar/plain-date.ts';
import { monthUsage } from '#domain/tariff/bill/month-usage.ts';
import { rateTerm } from '#domain/tariff/bill/rate-term.ts';
import { comparePlans } from '#domain/tariff/compare/compare-plans.ts';
import type { CallRecord, MonthlyProfile, Usage } from '#domain/tariff/usage.ts';
import { anyAddOns, anyCall, anyPlan, anyPromotion, anyShares } from './any-plan.ts';
import { compareInput, offerOf, training } from './offers-of.ts';
import { planNamed } from './shipped-tables.ts';

const profile = (minutes: number, localPercent: number, mobilePercent: number): Usage => ({ kind: 'profile', profile: { minutes, localPercent, mobilePercent } });
const usual = profile(1000, 10, 55);

describe('every plan of the catalogue on one profile', () => {
  const { plans, cheapestPlanId } = comparePlans(compareInput(usual));
  it('cheapest first; what cannot be had stands last in the order of the catalogue', () => {
    expect(plans.map(({ planId, cost }) => [planId, (cost?.monthLi ?? NaN) / 1000])).toEqual([
      ['all-answer', 80], ['area-code-special', 180], ['beijing-200', 290], ['prepaid-3000', 300], ['beijing-enhanced', 320], ['minimum-50', 323.33], ['hall-standard', 464.17],
      ['beijing-500', 500], ['long-distance-standard', 600], ['outbound-60', 210], ['outbound-330', 330],
    ]);
    expect(cheapestPlanId).toBe('all-answer');
  });
  it('says what the first year, the term and the signature cost, and the bonus as a part of its own', () => {
    const column = plans.find(({ planId }) => planId === 'minimum-50');
    expect(column?.cost).toMatchObject({ yearLi: 3_680_000, termLi: 7_760_000, overCheapestLi: 5_840_000, dueNowLi: 200_000, bonusLi: 400_000, monthlyMinimumLi: 50_000 });
    expect(column?.cost?.parts).toEqual([{ item: 'calls', addOnId: null, li: 340_000 }, { item: 'bonus', addOnId: null, li: -16_670 }]);
  });
  it('a plan without a price has no cost and no line', () => {
    const unpriced = comparePlans(compareInput(usual, { plans: [{ ...planNamed('beijing-enhanced') }, planNamed('beijing-200')] }));
    expect(unpriced.plans.map(({ planId, cost, line }) => [planId, cost === null, line.length])).toEqual([['beijing-200', false, 3], ['beijing-enhanced', true, 0]]);
  });
  it('nothing to compare is told as nothing', () => {
    expect(comparePlans(compareInput(usual, { plans: [planNamed('outbound-60')] }))).toMatchObject({ cheapestPlanId: null, switches: [], sensitivity: [{ cheapestPlanId: null, monthLi: null }, {}, {}, {}, {}] });
  });
});

describe('what if', () => {
  it('each changed assumption names its cheapest plan and what today\'s would cost', () => {
    const plans = ['hall-standard', 'prepaid-3000', 'beijing-200', 'beijing-500'].map((id) => planNamed(id));
    const { sensitivity } = comparePlans(compareInput(profile(1400, 90, 5), { plans }));
    expect(sensitivity.map(({ code, minutes, localPercent, mobilePercent, cheapestPlanId }) => [code, minutes, localPercent, mobilePercent, cheapestPlanId])).toEqual([
      ['half', 700, 90, 5, 'prepaid-3000'], ['double', 2800, 90, 5, 'beijing-500'], ['mobile-up', 1400, 90, 10, 'beijing-200'], ['mobile-down', 1400, 90, 0, 'beijing-200'], ['local-up', 1400, 95, 5, 'beijing-200'],
    ]);
    expect(sensitivity[0]).toMatchObject({ monthLi: 210_000, todaysCheapestMonthLi: 236_000 });
  });
});

describe('the cost of a month', () => {
  it('its parts add up to it, for any plan, add-ons and promotions', () => {
    fc.assert(fc.property(anyPlan, anyAddOns, fc.array(anyPromotion, { maxLength: 3 }), anyShares, fc.integer({ min: 0, max: 5000 }), (plan, addOns, promotions, shares, minutes) => {
      const input = compareInput({ kind: 'profile', profile: { ...shares, minutes } }, { plans: [], promotions });
      const cost = comparePlans({ ...input, offers: [offerOf(plan, addOns, 9, promotions)] }).plans[0]?.cost;
      expect(cost?.parts.reduce((sum, { li }) => sum + li, 0)).toBe(cost?.monthLi);
      expect(cost?.parts.every(({ li }) => li % 10 === 0)).toBe(true);
    }));
  });
});

describe('a call list', () => {
  /** The list repeated by hand over the two years that are compared. */
  const repeated = (calls: readonly CallRecord[]): readonly CallRecord[] => {
    const monthOf = (at: string): number => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1;
    const [first, last] = [Math.min(...calls.map(({ at }) => monthOf(at))), Math.max(...calls.map(({ at }) => monthOf(at)))];
    return Array.from({ length: 24 }, (_, bill) => {
      const [year, month] = [Math.floor((2026 * 12 + 11 + bill) / 12), ((11 + bill) % 12) + 1];
      return calls.filter(({ at }) => monthOf(at) === first + (bill % (last - first + 1)))
        .map((call) => ({ ...call, at: `${year}-${String(month).padStart(2, '0')}-${String(Math.min(Number(call.at.slice(8, 10)), daysInMonth(year, month))).padStart(2, '0')}${call.at.slice(10)}` }));
    }).flat();
  };

  it('stands for an average: its months repeat, and the engine gives the same for the calls written out', () => {
    fc.assert(fc.property(anyPlan, anyAddOns, fc.array(anyCall, { minLength: 1, maxLength: 40 }), (plan, addOns, calls) => {
      const offer = offerOf(plan, addOns);
      const input = compareInput({ kind: 'calls', calls }, { plans: [] });
      const open = { ...plan, commitment: plan.commitment && { ...plan.commitment, months: Math.min(24, plan.commitment.months) } };
      const term = rateTerm({
        plan: open, addOns, promotions: input.promotions, chosenOn: input.today, terminals: null, policy: input.policy, usage: { kind: 'calls', calls: repeated(calls) },
        monthlyMinimumLi: offer.quote?.monthlyMinimumLi ?? NaN, prepayLi: offer.quote?.prepayDueLi ?? NaN, openedOn: '2026-12-01', endsOn: '2028-11-30',
      });
      expect(comparePlans({ ...input, offers: [{ ...offer, plan: open }] }).plans[0]?.cost?.termLi).toBe(term.costLi);
    }));
  });

  it('a month without calls counts as one', () => {
    const call = (at: string): CallRecord => ({ at, seconds: 600, line: 'fixed', callerArea: null, answeredArea: null });
    const input = compareInput({ kind: 'calls', calls: [call('2026-03-31T10:00:00'), call('2026-01-15T10:00:00')] }, { plans: [planNamed('long-distance-standard')] });
    const { plans, profile: average } = comparePlans(input);
    expect(plans[0]?.cost?.termLi).toBe(16 * 6000);
    expect(average).toEqual({ minutes: 7, localPercent: 0, mobilePercent: 0 } satisfies MonthlyProfile);
  });

  it('an empty one costs what no calls cost', () => {
    const cost = (usage: Usage) => comparePlans(compareInput(usage)).plans.map(({ planId, cost: of }) => [planId, of?.termLi]);
    expect(cost({ kind: 'calls', calls: [] })).toEqual(cost(profile(0, 0, 0)));
  });

  it('days that a month does not have move to its last, in order', () => {
    const call = (at: string, callerArea: string | null): CallRecord => ({ at, seconds: 60, line: 'mobile', callerArea, answeredArea: '010' });
    const usage = monthUsage({ kind: 'repeated-calls', calls: [call('2027-01-31T08:00:00', null), call('2027-01-28T09:00:00', '010')] });
    const charged = (from: string, to: string, days: number) => usage.chargedIn({ from, to, days, daysInMonth: days }, 0, 1);
    expect(charged('2027-01-01', '2027-01-31', 31)).toEqual({ local: 0, fixed: 0, mobile: 1, of: 1 });
    expect(charged('2027-02-01', '2027-02-28', 28)).toEqual({ local: 1, fixed: 0, mobile: 0, of: 1 });
  });
});

it('training prices are compared and marked', () => {
  const { plans } = comparePlans(compareInput(usual, { plans: training.plans }));
  expect(plans.filter(({ sample }) => sample).map(({ planId }) => planId)).toEqual(['all-answer', 'beijing-enhanced']);
});
