import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundToFen } from '#domain/money/money.ts';
import { CALL_CLASSES, rateCall } from '#domain/tariff/bill/rate-call.ts';
import type { CallRecord } from '#domain/tariff/usage.ts';
import { anyCall, anyPlan } from './any-plan.ts';
import { planNamed } from './shipped-tables.ts';
import { termOf } from './term-of.ts';

const call = (seconds: number, more: Partial<CallRecord> = {}): CallRecord => ({ at: '2026-12-01T10:00:00', seconds, line: 'mobile', callerArea: null, answeredArea: '010', ...more });

describe('one call', () => {
  it('is priced by its class for the minutes that are not included', () => {
    expect(rateCall(planNamed('hall-standard'), call(61), 0)).toEqual({ minutes: 2, included: 0, class: 'mobile', liPerMinute: 400, li: 800 });
    expect(rateCall(planNamed('hall-standard'), call(61, { callerArea: '010' }), 1)).toEqual({ minutes: 2, included: 1, class: 'local', liPerMinute: 150, li: 150 });
    expect(rateCall(planNamed('beijing-200'), call(600), 500)).toEqual({ minutes: 10, included: 10, class: 'mobile', liPerMinute: 180, li: 0 });
    expect(rateCall(planNamed('all-answer'), call(600), 0)).toEqual({ minutes: 10, included: 0, class: 'mobile', liPerMinute: null, li: 0 });
  });

  it('itemised one after the other, calls add up to the lines of the bill', () => {
    fc.assert(fc.property(anyPlan, fc.integer({ min: 0, max: 200 }), fc.array(anyCall, { maxLength: 30 }), (any, includedMinutes, calls) => {
      const plan = { ...any, includedMinutes, callCapLi: null };
      const december = calls.filter(({ at }) => at.startsWith('2026-12')).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      let left = includedMinutes;
      const rated = december.map((each) => {
        const one = rateCall(plan, each, left);
        left -= one.included;
        return one;
      });
      const sum = (of: readonly (typeof rated)[number][]): number => roundToFen(of.reduce((total, { li }) => total + li, 0));
      const lines = termOf({ plan, usage: { kind: 'calls', calls } }).bills[0]?.lines.filter(({ item }) => item === 'calls').map(({ li }) => li);
      const expected = { none: [], flat: [sum(rated)], 'by-caller': CALL_CLASSES.map((of) => sum(rated.filter((one) => one.class === of))) }[plan.rates.kind];
      expect(lines).toEqual(expected);
    }));
  });
});
