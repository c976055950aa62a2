import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallLimits } from '#domain/routing/call.ts';
import type { Weekday } from '#domain/calendar/plain-date.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { callMoment, ordinaryMoment } from '#domain/routing/call-moment.ts';
import { coverageHoles } from '#domain/routing/coverage/coverage-holes.ts';
import { coverageMap } from '#domain/routing/coverage/coverage-map.ts';
import { type CoverageSetup, coverageStates } from '#domain/routing/coverage/coverage.ts';
import { explainCell, stateOf } from '#domain/routing/coverage/explain-cell.ts';
import { reachOf, reachWays } from '#domain/routing/coverage/reach-of.ts';
import { specialDays } from '#domain/routing/coverage/special-days.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';
import { everybodyOf, naiveWorths } from '../../support/naive-coverage.ts';
import { formWith, group, menu, phone, rule } from './routing-samples.ts';

const reference = loadReference(resolve('resources/reference'));
if (!reference.ok) throw new Error('no reference');
const { regions } = reference.value;
// Two menus and three groups: with small limits, that a call is over its limit shows.
const someLimits = fc.constantFrom({ forwardsPerCall: 1, ivrDepth: 1 }, { forwardsPerCall: 2, ivrDepth: 2 });

const goal = fc.constantFrom('g1', 'g1', 'g2', 'g3', 'm1', 'm2', 'voicemail', 'fax', 'announcement', 'gone');
const clock = fc.constantFrom('00:00', '06:00', '08:30', '09:15', '12:00', '17:30', '22:00', '24:00');
const places = fc.subarray(['province:130000', 'city:130600', 'area:0316', 'province:120000', 'area:010', 'area:028', 'city:510100', 'unknown'], { maxLength: 3 });
const entry = fc.record({ kind: fc.constantFrom('area-code' as const, 'prefix' as const, 'number' as const), pattern: fc.constantFrom('0316', '010', '031', '022', '13900000001'), window: fc.option(fc.tuple(clock, clock)) })
  .map(({ kind, pattern, window }) => ({ kind, pattern, ...(window === null ? {} : { from: window[0], to: window[1] }) }));
const someRule = fc.record({
  goal, from: clock, to: clock, regions: places, lineKind: fc.constantFrom('any' as const, 'any' as const, 'mobile' as const, 'landline' as const), days: fc.constantFrom('weekdays' as const, 'workdays' as const, 'restdays' as const, 'holidays' as const, 'makeUpDays' as const),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
});
const keys = fc.uniqueArray(fc.record({ key: fc.constantFrom('0', '1', '2', '*'), label: fc.constant(''), goal }), { selector: ({ key }) => key, maxLength: 3 });
const someMenu = fc.record({ keys, operator: fc.oneof(fc.constant(''), goal), onTimeout: goal, onInvalid: goal, tries: fc.constantFrom(1, 2) });
const overflow = fc.oneof(fc.constantFrom('', 'g1', 'g2', 'g3'), goal);
const overflows = fc.record({ onBusy: overflow, onNoAnswer: overflow });
// Groups that forward to each other have no phone in common: who was busy once stays so in a call.
const forms: fc.Arbitrary<RoutingForm> = fc.record({
  rules: fc.array(someRule, { maxLength: 5 }).map((rules) => rules.map((over, n) => rule(`r${n}`, over))), otherwise: goal,
  deniedRegions: fc.oneof(fc.constant([]), places), allowOnly: fc.boolean(), allowedRegions: fc.constantFrom(['province:130000', 'city:110100', 'unknown'], ['province:130000', 'province:120000', 'area:010', 'unknown']),
  blackList: fc.array(entry, { maxLength: 2 }), whiteList: fc.array(entry, { maxLength: 1 }), whiteListKind: fc.constantFrom('only' as const, 'priority' as const),
  groups: fc.tuple(overflows, overflows, overflows, fc.constantFrom('priority' as const, 'roundRobin' as const, 'ringAll' as const)).map(([a, b, c, strategy]) =>
    [group('g1', ['d1', 'd2'], { ...a, strategy }), group('g2', ['d3'], b), group('g3', ['d4', 'gone'], { ...c, strategy: 'percentage', shares: [100, 0] })]),
  menus: fc.tuple(someMenu, someMenu).map(([a, b]) => [menu('m1', a), menu('m2', b)]),
  capacity: fc.constantFrom(1, 1, 1, 0), passwordOn: fc.boolean(),
}).map(({ capacity, ...over }) => formWith({ ...over, password: '2580', allowOnly: over.allowOnly && over.deniedRegions.length === 0, destinations: [phone('d1'), phone('d2'), phone('d3'), phone('d4', { capacity })] }));

const ordinary = (limits: CallLimits): CoverageSetup => ({ regions, limits, days: [] });
const minutesOf = (hour: number): number[] => [0, 1, 14, 15, 16, 29, 30, 31, 59].map((minute) => hour * 60 + minute);
const cells = fc.record({ region: fc.constantFrom('province:130000', 'province:110000', 'province:120000', 'province:510000', 'unknown', 'province:810000'), lineKind: fc.constantFrom('landline' as const, 'mobile' as const), hour: fc.constantFrom(0, 5, 6, 8, 9, 11, 12, 17, 18, 21, 22, 23) });

const weekday = fc.constantFrom<Weekday>(1, 2, 5, 6, 7);
const oneOf = ({ region, lineKind }: { readonly region: string; readonly lineKind: 'landline' | 'mobile' }) => everybodyOf(region, lineKind, regions);
const ordinaryMinutes = (day: Weekday, hour: number) => minutesOf(hour).map((minute) => ordinaryMoment(day, minute));

test('every cell is the worst that calls come to, minute by minute and place by place, and mixed exactly where they differ', () => {
  fc.assert(fc.property(forms, someLimits, cells, weekday, (form, limits, { region, lineKind, hour }, day) => {
    const map = coverageMap(form, ordinary(limits));
    const worth = naiveWorths(form, limits);
    const states = oneOf({ region, lineKind }).flatMap((caller) => ordinaryMinutes(day, hour).map((at) => coverageStates.indexOf(worth(caller, at).state)));
    const cell = map.regions.indexOf(region) * 168 + (day - 1) * 24 + hour;
    expect([coverageStates[map[lineKind].states[cell] ?? 9], map[lineKind].mixed[cell]]).toEqual([coverageStates[Math.max(...states)], new Set(states).size > 1 ? 1 : 0]);
    const explained = explainCell(form, ordinary(limits), { region, lineKind, hour: (day - 1) * 24 + hour });
    expect(worth(explained!.call.caller, explained!.call.at).state).toBe(stateOf(map, { region, lineKind, hour: (day - 1) * 24 + hour }));
  }), { numRuns: 250 });
});

test('so is every cell of a special day', () => {
  const days = specialDays(formWith({}), '2026-01-20', announcedCalendar);
  fc.assert(fc.property(forms, someLimits, cells, fc.constantFrom(...days.map(({ day }) => day.date)), (form, limits, { region, lineKind, hour }, date) => {
    const worth = naiveWorths(form, limits);
    const states = oneOf({ region, lineKind }).flatMap((caller) => minutesOf(hour).map((minute) => coverageStates.indexOf(worth(caller, callMoment(date, minute, announcedCalendar)).state)));
    expect(stateOf(coverageMap(form, { ...ordinary(limits), days }), { region, lineKind, hour, date })).toBe(coverageStates[Math.max(...states)]);
  }), { numRuns: 100 });
});

test('a minute is in a hole exactly when calls of it reach an announcement or nothing', () => {
  fc.assert(fc.property(forms, someLimits, cells, weekday, (form, limits, { region, lineKind, hour }, day) => {
    const holes = coverageHoles(form, ordinary(limits));
    const worth = naiveWorths(form, limits);
    for (const caller of everybodyOf(region, lineKind, regions)) {
      const mine = [region, `area:${caller.areaCode}`, `city:${caller.city}`];
      for (const minute of minutesOf(hour)) {
        const { state } = worth(caller, ordinaryMoment(day, minute));
        const week = (day - 1) * 1440 + minute;
        const within = holes.some((hole) => hole.state === state && (hole.lineKind === 'any' || hole.lineKind === lineKind) && hole.regions.some((key) => mine.includes(key)) && hole.hours.some(({ from, to }) => from <= week && week < to));
        // Of a province some of whose places are named the key of the province stands for the others only: it may be there without them.
        if (state === 'announcement' || state === 'nobody') expect(within).toBe(true);
        else if (region === 'unknown' || region === 'province:120000') expect(within).toBe(false);
      }
    }
  }), { numRuns: 60 });
});

test('a phone is reached in a cell exactly when some call of it can be answered there', () => {
  fc.assert(fc.property(forms, someLimits, cells, fc.constantFrom('d1', 'd2', 'd3', 'd4'), (form, limits, { region, lineKind, hour }, picked) => {
    const reach = reachOf(form, picked, ordinary(limits));
    const worth = naiveWorths(form, limits);
    const answered = oneOf({ region, lineKind }).some((caller) => ordinaryMinutes(3, hour).some((at) => worth(caller, at).phones.has(picked)));
    expect(reachWays[reach[lineKind][reach.regions.indexOf(region) * 168 + 48 + hour] ?? 9] !== 'never').toBe(answered);
  }), { numRuns: 300 });
});
