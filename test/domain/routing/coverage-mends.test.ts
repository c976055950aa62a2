import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { coverageHoles } from '#domain/routing/coverage/coverage-holes.ts';
import { coverageMap } from '#domain/routing/coverage/coverage-map.ts';
import { type CoverageSetup, coverageStates, type Hole } from '#domain/routing/coverage/coverage.ts';
import { mendHole } from '#domain/routing/coverage/mend-hole.ts';
import { specialDays } from '#domain/routing/coverage/special-days.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';
import { formWith, group, limits, rule } from './routing-samples.ts';

const reference = loadReference(resolve('resources/reference'));
if (!reference.ok) throw new Error('no reference');
const { regions } = reference.value;
const setup: CoverageSetup = { regions, limits, days: [] };
const smallest = (form: RoutingForm, over: Partial<CoverageSetup> = {}): Hole => coverageHoles(form, { ...setup, ...over }).at(-1)!;
const mended = (form: RoutingForm, hole = smallest(form)) => mendHole(form, hole)!;

const day = rule('a', { from: '08:30', to: '12:00' });
const noon = (over: Partial<typeof day> = {}) => formWith({ rules: [day, rule('b', { from: '12:30', to: '18:00', goal: 'g2', ...over })], otherwise: 'announcement' });

describe('a mend', () => {
  test('lets the rule before a short gap last until the next', () => {
    const { code, form } = mended(noon());
    expect([code, form.rules[0]?.to, form.rules[1], form.otherwise]).toEqual(['rule-extended', '12:30', noon().rules[1], 'announcement']);
    expect(coverageHoles(form, setup).length).toBe(1);
  });

  test.each<[string, RoutingForm]>([
    ['no rule before is for all of its callers', formWith({ rules: [{ ...day, regions: ['province:110000'] }, { ...day, id: 'c', regions: ['province:120000'] }, rule('b', { from: '12:30', to: '18:00' })], otherwise: 'announcement' })],
    ['none is for both kinds of line', formWith({ rules: [{ ...day, lineKind: 'mobile' }, { ...day, id: 'c', lineKind: 'landline' }, rule('b', { from: '12:30', to: '18:00' })], otherwise: 'announcement' })],
    ['it would take the calls of a rule behind it', formWith({ rules: [day, rule('b', { from: '12:30', to: '18:00' }), rule('c', { regions: ['province:110000'], from: '12:00', to: '12:30', goal: 'g2' })], otherwise: 'announcement' })],
    ['its own goal rings nobody', { ...noon(), groups: [group('g1', []), group('g2', ['d3'])] }],
  ])('gives the gap to the voicemail where %s', (_name, form) => {
    const gap = coverageHoles(form, setup).find(({ place, hours }) => place.part === 'otherwise' && hours.some(({ from, to }) => from === 720 && to === 750))!;
    expect(mended(form, gap)).toEqual({ code: 'otherwise-to-voicemail', form: { ...form, otherwise: 'voicemail' } });
  });

  test('does not extend on days that the rule does not have', () => {
    const form = formWith({ rules: [{ ...day, weekdays: [1, 2] }, rule('s', { weekdays: [3], from: '08:30', to: '12:00', goal: 'g2' }), rule('b', { from: '12:30', to: '18:00' }), rule('z', { weekdays: [4, 5, 6, 7], from: '12:00', to: '12:30' })], otherwise: 'announcement' });
    expect(mended(form).code).toBe('otherwise-to-voicemail');
  });

  test('sends callers of unknown place, whom no rule takes, to the group with the most phones', () => {
    const form = formWith({ rules: [rule('a', { regions: regions.provinces.map(({ code }) => `province:${code}`), goal: 'g2' })], otherwise: '' });
    expect(smallest(form).regions).toEqual(['unknown']);
    expect(mended(form)).toEqual({ code: 'otherwise-to-group', form: { ...form, otherwise: 'g1' } });
  });

  test('sends what a rule leaves with nobody to the voicemail', () => {
    const form = formWith({ rules: [rule('a', { goal: 'gone', from: '20:00', to: '22:00' })] });
    expect([mended(form).code, mended(form).form.rules[0]?.goal]).toEqual(['rule-to-voicemail', 'voicemail']);
  });

  test('is none where the line is gone', () => expect(mendHole(formWith({}), smallest(formWith({ rules: [rule('a', { goal: 'gone' })] })))).toBeNull());
});

const goal = fc.constantFrom('g1', 'g2', 'announcement', 'gone', 'voicemail');
const clock = fc.constantFrom('00:00', '08:30', '09:00', '12:00', '12:30', '13:00', '18:00', '22:00', '24:00');
const someRule = fc.record({
  goal, from: clock, to: clock, days: fc.constantFrom('weekdays' as const, 'weekdays' as const, 'workdays' as const, 'restdays' as const, 'holidays' as const, 'makeUpDays' as const), weekdays: fc.constantFrom([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5], [6, 7], [5]),
  regions: fc.constantFrom([], [], ['province:110000'], ['area:0312', 'unknown']), lineKind: fc.constantFrom('any' as const, 'any' as const, 'mobile' as const),
});
const lunch = [rule('am', { from: '08:30', to: '12:00' }), rule('pm', { from: '13:00', to: '18:00' })];
const forms = fc.record({ rules: fc.tuple(fc.array(someRule, { maxLength: 4 }), fc.boolean()).map(([rules, isOffice]) => [...rules.map((over, n) => rule(`r${n}`, over)), ...(isOffice ? lunch : [])]), otherwise: goal }).map(formWith);
const days = specialDays(formWith({}), '2026-01-20', announcedCalendar).slice(0, 3);

test('after a mend the hole is gone, nobody fares worse anywhere, and mending goes on until there is no hole', () => {
  let extended = 0;
  fc.assert(fc.property(forms, (typed) => {
    let form = typed;
    for (let holes = coverageHoles(form, { ...setup, days }); holes.length > 0; holes = coverageHoles(form, { ...setup, days })) {
      const hole = holes.at(-1)!;
      const mend = mended(form, hole);
      extended += mend.code === 'rule-extended' ? 1 : 0;
      const [before, after] = [form, mend.form].map((one) => coverageMap(one, { ...setup, days }));
      const isWorse = [[before!, after!], ...before!.days.map((one, at) => [one, after!.days[at]!] as const)].some(([was, now]) => (['landline', 'mobile'] as const).some((lineKind) => was![lineKind].states.some((state, cell) => now![lineKind].states[cell]! > state)));
      expect([isWorse, coverageHoles(mend.form, { ...setup, days }).some(({ key }) => key === hole.key)]).toEqual([false, false]);
      form = mend.form;
    }
    expect(coverageMap(form, setup).landline.states.includes(coverageStates.indexOf('announcement'))).toBe(false);
  }), { numRuns: 80 });
  expect(extended).toBeGreaterThan(0);
});
