import { expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { callerOfRegion } from '#domain/routing/caller-of-phone.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { resultOf, runTestCall } from '#domain/routing/test-calls/run-test-call.ts';
import { isKept, suggestTestCalls } from '#domain/routing/test-calls/suggest-test-calls.ts';
import { cleanForm, dice, regions } from '../../support/clean-forms.ts';

const limits = { forwardsPerCall: 2, ivrDepth: 5 };
const callers = ['province:110000', 'province:440000', 'unknown'].flatMap((region) => (['landline', 'mobile'] as const).map((kind) => ({ text: `${region} ${kind}`, caller: callerOfRegion(region, kind, regions) })));
const suggested = (form: RoutingForm) => suggestTestCalls(form, { today: '2026-11-24', limits, calendar: announcedCalendar, callers });
const forms = Array.from({ length: 300 }, (_, seed) => ({ ...cleanForm(dice(seed)), testCalls: [] }));

test('the calls of a form are filled up to five, no two alike, each with the result that the form gives', () => {
  for (const form of forms) {
    const calls = suggested(form);
    expect(calls.length).toBe(5);
    expect(new Set(calls.map(({ id: _id, result: _result, ...setup }) => JSON.stringify(setup))).size).toBe(5);
    for (const call of calls) expect(call.result).toEqual(resultOf(runTestCall(form, call, limits, announcedCalendar)));
    expect(calls.every((call) => isKept({ ...form, testCalls: calls }, call) && !isKept(form, call))).toBe(true);
  }
});

test('rules that no call of the form tries come first', () => {
  const several = forms.filter(({ rules }) => rules.length > 1);
  expect(several.length).toBeGreaterThan(50);
  for (const form of several) {
    const whole = suggested(form).filter(({ result }) => result.ruleId !== null);
    const last = whole.find(({ result }) => result.ruleId === form.rules.at(-1)?.id);
    if (last === undefined) continue;
    const [next] = suggested({ ...form, testCalls: [last] });
    expect(next?.result.ruleId === last.result.ruleId).toBe(whole.every(({ result }) => result.ruleId === last.result.ruleId));
  }
});
