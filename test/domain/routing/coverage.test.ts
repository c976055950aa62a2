import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { quietState } from '#domain/routing/call.ts';
import { ordinaryMoment } from '#domain/routing/call-moment.ts';
import { coverageHoles } from '#domain/routing/coverage/coverage-holes.ts';
import { coverageMap } from '#domain/routing/coverage/coverage-map.ts';
import { type CoverageSetup, coverageStates } from '#domain/routing/coverage/coverage.ts';
import { explainCell, stateOf } from '#domain/routing/coverage/explain-cell.ts';
import { mendHole } from '#domain/routing/coverage/mend-hole.ts';
import { reachOf, reachWays } from '#domain/routing/coverage/reach-of.ts';
import { specialDays } from '#domain/routing/coverage/special-days.ts';
import { routeCall } from '#domain/routing/route-call.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';
import { formWith, group, limits, menu, phone, rule } from './routing-samples.ts';

const reference = loadReference(resolve('resources/reference'));
if (!reference.ok) throw new Error('no reference');
const { regions } = reference.value;
const setup: CoverageSetup = { regions, limits, days: [] };
const at = (form: RoutingForm, region: string, hour: number, lineKind: 'landline' | 'mobile' = 'landline') => stateOf(coverageMap(form, setup), { region, hour, lineKind });
const hole = (form: RoutingForm, over: Partial<CoverageSetup> = {}) => coverageHoles(form, { ...setup, ...over }).map(({ state, regions: who, lineKind, hours, date, place }) => [state, who.length, lineKind, hours.map(({ from, to }) => `${from}-${to}`).join(' '), date, place.id ?? place.part]);

describe('the map', () => {
  const office = formWith({ rules: [rule('r1', { days: 'workdays', from: '08:30', to: '18:00' })], otherwise: 'announcement' });

  test('an hour is as good as its worst minute, and says that it is mixed', () => {
    const map = coverageMap(office, setup);
    const beijing = map.regions.indexOf('province:110000') * 168;
    expect([8, 9, 17, 18].map((hour) => coverageStates[map.landline.states[beijing + hour] ?? 0])).toEqual(['announcement', 'rings', 'rings', 'announcement']);
    expect([7, 8, 9].map((hour) => map.landline.mixed[beijing + hour])).toEqual([0, 1, 0]);
    expect(map.regions.length).toBe(35);
  });

  test.each([
    ['a closed place', formWith({}), 'province:810000', 0, 'notOpen'], ['one phone', formWith({ otherwise: 'g2' }), 'province:110000', 0, 'single'], ['two phones', formWith({}), 'province:110000', 0, 'rings'],
    ['one phone that another takes over', formWith({ otherwise: 'g2', groups: [group('g1', ['d1']), group('g2', ['d3'], { onBusy: 'g1' })] }), 'province:110000', 0, 'rings'],
    ['voicemail', formWith({ otherwise: 'voicemail' }), 'unknown', 0, 'voicemail'], ['nothing', formWith({ otherwise: '' }), 'unknown', 0, 'nobody'],
    ['a menu with a key to a phone', formWith({ otherwise: 'm1', menus: [menu('m1', { keys: [{ key: '1', label: '', goal: 'g2' }] })] }), 'province:110000', 5, 'single'],
    ['a menu without one', formWith({ otherwise: 'm1', menus: [menu('m1')] }), 'province:110000', 5, 'voicemail'],
    ['a denied province', formWith({ deniedRegions: ['province:110000'] }), 'province:110000', 0, 'refused'], ['a denied city colours its province', formWith({ deniedRegions: ['area:0312'] }), 'province:130000', 0, 'refused'],
    ['a black area code by night', formWith({ blackList: [{ kind: 'area-code', pattern: '010', from: '22:00', to: '06:00' }] }), 'province:110000', 23, 'refused'],
    ['the same by day', formWith({ blackList: [{ kind: 'area-code', pattern: '010', from: '22:00', to: '06:00' }] }), 'province:110000', 12, 'rings'],
    ['an only list', formWith({ whiteList: [{ kind: 'number', pattern: '13900000001' }] }), 'province:110000', 0, 'refused'],
    ['22:00–06:00 of Sunday on Monday', formWith({ rules: [rule('n', { weekdays: [7], from: '22:00', to: '06:00', goal: 'g2' })] }), 'province:110000', 5, 'single'],
    ['and after it', formWith({ rules: [rule('n', { weekdays: [7], from: '22:00', to: '06:00', goal: 'g2' })] }), 'province:110000', 6, 'rings'],
  ] as const)('%s', (_name, form, region, hour, state) => expect(at(form, region, hour)).toBe(state));

  test('mobiles and landlines have their own maps', () => {
    const form = formWith({ rules: [rule('m', { lineKind: 'mobile', goal: 'voicemail' })] });
    expect([at(form, 'province:110000', 3), at(form, 'province:110000', 3, 'mobile')]).toEqual(['rings', 'voicemail']);
  });

  test('every cell says what routeCall does at its worst minute', () => {
    const goal = fc.constantFrom('g1', 'g2', 'm1', 'voicemail', 'announcement', '');
    const clock = fc.constantFrom('00:00', '06:00', '08:30', '09:15', '18:00', '22:00', '24:00');
    const forms = fc.record({
      rules: fc.array(fc.record({ goal, from: clock, to: clock, weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]), lineKind: fc.constantFrom('any' as const, 'mobile' as const), regions: fc.subarray(['province:130000', 'city:130600', 'area:0316', 'unknown']) }), { maxLength: 5 })
        .map((rules) => rules.map((over, n) => rule(`r${n}`, over))),
      otherwise: goal, deniedRegions: fc.subarray(['province:320000', 'area:0312']), blackList: fc.subarray([{ kind: 'area-code' as const, pattern: '0316', from: '08:30', to: '09:15' }, { kind: 'area-code' as const, pattern: '022' }]),
      groups: fc.tuple(goal, goal).map(([onBusy, onNoAnswer]) => [group('g1', ['d1', 'd2'], { onBusy }), group('g2', ['d3'], { onNoAnswer })]),
      menus: fc.tuple(goal, goal).map(([key, onTimeout]) => [menu('m1', { keys: [{ key: '1', label: '', goal: key }], onTimeout })]),
    }).map(formWith);
    const cell = fc.record({ region: fc.constantFrom('province:130000', 'province:120000', 'province:320000', 'unknown', 'province:810000'), lineKind: fc.constantFrom('landline' as const, 'mobile' as const), hour: fc.integer({ min: 0, max: 167 }) });
    fc.assert(fc.property(forms, cell, (form, where) => {
      const state = stateOf(coverageMap(form, setup), where);
      const explained = explainCell(form, setup, where);
      if (explained === null) throw new Error('no caller');
      // The best that any keys lead to, with everybody free or with what rings first busy.
      const ends = [[], ['1'], ['1', '1'], ['9', '9', '9']].flatMap((keys) => {
        const free = routeCall(form, { ...explained.call, keys }, quietState, limits);
        const busy = Object.fromEntries(free.ringing.flatMap(({ destinationIds }) => destinationIds).map((id) => [id, 1]));
        return [free, routeCall(form, { ...explained.call, keys }, { ...quietState, inCall: busy }, limits)];
      }).map(({ outcome }) => outcome);
      const phones = ends.some(({ kind }) => kind === 'answered');
      const expected = ends[0]?.kind === 'refused' ? (ends[0].reason === 'not-open' ? ['notOpen'] : ['refused']) : phones ? ['rings', 'single'] : ends.some(({ kind }) => kind === 'voicemail') ? ['voicemail'] : ends.some(({ kind }) => kind === 'announcement') ? ['announcement'] : ['nobody'];
      expect(expected).toContain(state);
    }), { numRuns: 300 });
  });
});

describe('holes', () => {
  test('are told with exact minutes, all regions together, and the line that leads there', () => {
    const form = formWith({ rules: [rule('r1', { weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' })], otherwise: 'announcement' });
    expect(hole(form)).toEqual([['announcement', 32, 'any', '0-510 1050-1950 2490-3390 3930-4830 5370-6270 6810-10080', null, 'otherwise']]);
  });

  test('some regions, some lines, some hours are holes of their own', () => {
    const form = formWith({ rules: [rule('a', { regions: ['province:460000'], lineKind: 'mobile', from: '22:00', to: '24:00', weekdays: [6], goal: 'announcement' }), rule('b', { regions: ['area:0312'], from: '00:00', to: '01:00', weekdays: [1], goal: 'gone' })] });
    expect(coverageHoles(form, setup).map(({ regions: who, lineKind, hours, state }) => [who, lineKind, hours, state])).toEqual([
      [['province:460000'], 'mobile', [{ from: 8520, to: 8640 }], 'announcement'], [['area:0312'], 'any', [{ from: 0, to: 60 }], 'nobody'],
    ]);
  });

  test('refused and closed places are no holes, and a key survives edits elsewhere', () => {
    expect(hole(formWith({ deniedRegions: ['province:110000'] }))).toEqual([]);
    const [before] = coverageHoles(formWith({ otherwise: 'announcement' }), setup);
    const [after] = coverageHoles(formWith({ otherwise: 'announcement', destinations: [phone('d1')], recording: true }), setup);
    const [other] = coverageHoles(formWith({ otherwise: 'announcement', deniedRegions: ['province:110000'] }), setup);
    expect(after?.key).toBe(before?.key);
    expect(other?.key).not.toBe(before?.key);
    expect(before?.key.length).toBeLessThan(200);
  });

  test('special days have their own where another line leads there', () => {
    const form = formWith({ rules: [rule('h', { days: 'holidays', goal: 'announcement' })] });
    const days = specialDays(form, '2026-11-25', announcedCalendar);
    expect(hole(form, { days })).toEqual([['announcement', 32, 'any', '0-1440', '2027-01-01', 'h'], ['announcement', 32, 'any', '0-1440', '2027-05-01', 'h'], ['announcement', 32, 'any', '0-1440', '2027-10-01', 'h']]);
  });

  test('after the mend the hole is gone and no other has come', () => {
    const goal = fc.constantFrom('g1', 'announcement', 'gone', 'voicemail');
    fc.assert(fc.property(fc.array(goal, { maxLength: 4 }), goal, (goals, otherwise) => {
      let form = formWith({ otherwise, rules: goals.map((to, n) => rule(`r${n}`, { goal: to, from: `0${n + 1}:00`, to: '12:00' })) });
      for (let holes = coverageHoles(form, setup); holes.length > 0;) {
        const [first] = holes;
        const mend = first && mendHole(form, first);
        if (!mend) throw new Error('no mend');
        form = mend.form;
        const left = coverageHoles(form, setup);
        expect(left.length).toBeLessThan(holes.length);
        holes = left;
      }
    }));
  });
});

test('special days: holidays by their first day, make-up days, dates that rules name; unknown years are expected', () => {
  const named = specialDays(formWith({ rules: [rule('d', { days: 'dates', dates: [{ from: '2026-12-24', to: '2026-12-26' }, { from: '2020-01-01', to: '2020-01-02' }] })] }), '2026-01-20', announcedCalendar).map(({ day }) => `${day.date} ${day.kind} ${day.name}${day.announced ? '' : '?'}`);
  expect(named).toContain('2026-02-14 makeUp 春节');
  expect(named).toContain('2026-02-15 holiday 春节');
  expect(named).toContain('2026-10-01 holiday 国庆节');
  expect(named).toContain('2026-12-24 date ');
  expect(named).toContain('2026-12-26 date ?');
  expect(named).toContain('2027-01-01 holiday ?');
  expect(named.filter((one) => one.includes('春节') && one.includes('holiday')).length).toBe(1);
});

test('a phone is told who reaches it, when and how', () => {
  const form = formWith({
    rules: [rule('a', { regions: ['province:120000'], goal: 'g2', from: '09:00', to: '18:00' }), rule('b', { regions: ['unknown'], goal: 'm1' })], menus: [menu('m1', { keys: [{ key: '1', label: '', goal: 'g2' }], onTimeout: 'voicemail' })],
    groups: [group('g1', ['d1', 'd2'], { onBusy: 'g2' }), group('g2', ['d3'])],
  });
  const way = (id: string, region: string, hour: number) => {
    const reach = reachOf(form, id, setup);
    return reachWays[reach.landline[reach.regions.indexOf(region) * 168 + hour] ?? 0];
  };
  expect([way('d3', 'province:120000', 9), way('d3', 'province:120000', 18), way('d3', 'unknown', 0), way('d2', 'province:110000', 0), way('d1', 'province:110000', 0), way('d1', 'province:120000', 9), way('d1', 'province:710000', 0)]).toEqual(
    ['first', 'by-forward', 'by-key', 'after-others', 'first', 'never', 'never']);
});
