import { describe, expect, it } from 'vitest';
import { rateLines, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import { addOnsAllowed, planAllowed, type PlanContext } from '#domain/tariff/plan-allowed.ts';
import { addOnNamed, catalogue, planNamed } from './shipped-tables.ts';

const beijing: PlanContext = { digits: '4006003322', grade: 9, hall: { regionCode: '110000', areaCode: '010' }, onDate: '2026-11-23' };
const jinan: PlanContext = { ...beijing, hall: { regionCode: '370000', areaCode: '0531' } };
const codeOf = (id: string, context: PlanContext, from = catalogue): string => {
  const verdict = planAllowed(planNamed(id, from), context);
  return verdict.ok ? 'allowed' : verdict.error.code;
};

describe('which plans a hall may sell for a number', () => {
  it.each([
    ['hall-standard', 'allowed', 'allowed'],
    ['long-distance-standard', 'allowed', 'allowed'],
    ['minimum-50', 'allowed', 'allowed'],
    ['prepaid-3000', 'allowed', 'allowed'],
    ['area-code-special', 'number-lacks-area-code', 'number-lacks-area-code'],
    ['beijing-200', 'allowed', 'region-not-served'],
    ['beijing-500', 'allowed', 'region-not-served'],
    ['beijing-enhanced', 'priced-by-hall', 'priced-by-hall'],
    ['all-answer', 'priced-by-hall', 'priced-by-hall'],
    ['outbound-60', 'tiers-incomplete', 'tiers-incomplete'],
    ['outbound-330', 'tiers-incomplete', 'tiers-incomplete'],
  ])('%s: Beijing %s, Jinan %s', (id, inBeijing, inJinan) => {
    expect([codeOf(id, beijing), codeOf(id, jinan)]).toEqual([inBeijing, inJinan]);
  });

  it('区号特价 goes with a number that holds the area code of this hall', () => {
    expect(codeOf('area-code-special', { ...beijing, digits: '4006601088' })).toBe('allowed');
    expect(codeOf('area-code-special', { ...jinan, digits: '4006601088' })).toBe('number-lacks-area-code');
    expect(codeOf('area-code-special', { ...jinan, digits: '4006053188' })).toBe('allowed');
  });

  it('training sells the hall-priced plans by sample, and still not the incomplete ones', () => {
    const training = withTrainingPrices(catalogue);
    expect([codeOf('beijing-enhanced', beijing, training), codeOf('beijing-enhanced', jinan, training), codeOf('outbound-60', beijing, training)]).toEqual([
      'allowed', 'region-not-served', 'tiers-incomplete',
    ]);
  });

  it('only inside its dates, both ends included', () => {
    const plan = { ...planNamed('minimum-50'), effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' };
    const on = (onDate: string) => planAllowed(plan, { ...beijing, onDate });
    expect(on('2025-12-31')).toEqual({ ok: false, error: { code: 'not-yet-sold', facts: { from: '2026-01-01' } } });
    expect(on('2026-01-01').ok && on('2026-12-31').ok).toBe(true);
    expect(on('2027-01-01')).toEqual({ ok: false, error: { code: 'no-longer-sold', facts: { until: '2026-12-31' } } });
  });
});

describe('a plan for some numbers only', () => {
  const limited = { ...planNamed('minimum-50'), grades: [5, 6] as const, heads: ['400600', '400666'] };
  const verdict = (more: Partial<PlanContext>) => planAllowed(limited, { ...beijing, grade: 6, ...more });
  it.each([['4006001234', true], ['4006661234', true], ['4006671234', false]])('%s by its head: %s', (digits, allowed) => expect(verdict({ digits }).ok).toBe(allowed));
  it('names the heads and the grades it is for', () => {
    expect(verdict({ digits: '4006671234' })).toEqual({ ok: false, error: { code: 'head-not-allowed', facts: { heads: '400600 400666' } } });
    expect(verdict({ grade: 9 })).toEqual({ ok: false, error: { code: 'grade-not-allowed', facts: { grade: 9, grades: '5 6' } } });
  });
});

describe('which add-ons go together', () => {
  const verdict = (planId: string, ...ids: string[]) => addOnsAllowed(planNamed(planId), ids.map(addOnNamed));
  it('ring-back and IVR exclude each other, whichever is first', () => {
    expect(verdict('hall-standard', 'ring-back', 'ivr-recording')).toMatchObject({ ok: false, error: { code: 'add-ons-exclude' } });
    expect(verdict('hall-standard', 'ivr-recording', 'ring-back')).toMatchObject({ ok: false, error: { code: 'add-ons-exclude' } });
  });
  it('what the plan includes is not sold again', () => {
    expect(verdict('beijing-enhanced', 'recording-monthly')).toEqual({ ok: false, error: { code: 'add-on-included', facts: { addOn: 'recording-monthly', plan: 'beijing-enhanced' } } });
  });
  it('one that needs another, or a plan, is refused alone', () => {
    const needing = { ...addOnNamed('seat'), needs: ['extra-phone', 'beijing-200'] };
    expect(addOnsAllowed(planNamed('hall-standard'), [needing])).toEqual({ ok: false, error: { code: 'add-on-needs', facts: { addOn: 'seat', needs: 'extra-phone beijing-200' } } });
    expect(addOnsAllowed(planNamed('hall-standard'), [needing, addOnNamed('extra-phone')]).ok).toBe(true);
    expect(addOnsAllowed(planNamed('beijing-200'), [needing]).ok).toBe(true);
  });
  it('the rest may', () => expect(verdict('hall-standard', 'ring-back', 'recording-yearly', 'seat', 'extra-phone').ok).toBe(true));
});

it('prices of calls by who calls, for paper', () => {
  expect(rateLines(planNamed('hall-standard'))).toEqual([{ code: 'local', liPerMinute: 150 }, { code: 'fixed', liPerMinute: 300 }, { code: 'mobile', liPerMinute: 400 }]);
  expect(rateLines(planNamed('beijing-200'))).toEqual([{ code: 'after-included', liPerMinute: 180 }]);
  expect(rateLines(planNamed('long-distance-standard'))).toEqual([{ code: 'any', liPerMinute: 600 }]);
  expect(rateLines(planNamed('all-answer'))).toEqual([]);
});
