import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import type { RoutingLimits } from '#domain/policy.ts';
import { formProblems } from '#domain/routing/form-problems.ts';
import { mendOf } from '#domain/routing/mends/mend-problem.ts';
import { emptyForm, hasStarted, type Destination, type Group, type RoutingForm, type Rule } from '#domain/routing/routing-form.ts';
import type { RoutingContext } from '#domain/routing/routing-problem.ts';
import { suggestTestCalls } from '#domain/routing/test-calls/suggest-test-calls.ts';
import shipped from '../../../resources/reference/policy.json' with { type: 'json' };
import regions from '../../../resources/reference/regions.json' with { type: 'json' };
import { limits as callLimits, tianjin, unknownCaller } from './routing-samples.ts';

const context: RoutingContext = { ordered400Number: '4006008899', limits: shipped.routing as RoutingLimits, today: '2026-11-24', calendar: announcedCalendar, regions };
const phone = (id: string, number: string, change: Partial<Destination> = {}): Destination =>
  ({ id, number, ownerName: '示例有限公司', ownerKind: 'unit', proof: 'bill', proofMonth: '2026-10', terminal: 'phone', capacity: 1, ...change });
const group = (id: string, destinationIds: readonly string[], change: Partial<Group> = {}): Group => ({ id, name: `组${id}`, strategy: 'roundRobin', destinationIds, shares: [], onBusy: '', onNoAnswer: '', ...change });
const rule = (id: string, from: string, to: string, change: Partial<Rule> = {}): Rule => ({ id, name: `规则${id}`, days: 'weekdays', weekdays: [1, 2, 3, 4, 5], dates: [], from, to, regions: [], lineKind: 'any', goal: 'g1', ...change });
const untried: RoutingForm = {
  ...emptyForm, destinations: [phone('d1', '010-5920 6688'), phone('d2', '139 0100 2748', { ownerKind: 'employee', ownerName: '陈㛃', ownerIdNumber: '11010519491231002X' })],
  groups: [group('g1', ['d1', 'd2'], { onNoAnswer: 'g2' }), group('g2', ['d2'])], rules: [rule('r1', '08:30', '18:00')], otherwise: 'g2', recording: true, recordingNotice: true,
};
const callers = [{ text: '天津 固话', caller: tianjin }, { text: '未知', caller: unknownCaller }];
const good: RoutingForm = { ...untried, testCalls: suggestTestCalls(untried, { today: '2026-11-24', limits: callLimits, calendar: announcedCalendar, callers }) };
/** What is found beside the test calls, which other tests change on purpose. */
const found = (change: Partial<RoutingForm>, limits: Partial<RoutingLimits> = {}) =>
  formProblems({ ...good, ...change }, { ...context, limits: { ...context.limits, ...limits } }).filter(({ place }) => place.part !== 'testCalls')
    .map(({ code, severity, place: { part, id, index, field } }) => [severity, code, [part, id ?? index, field].filter((step) => step !== undefined).join(' ')].join(' '));
const swap = (change: Partial<Destination>) => ({ destinations: [phone('d1', '010-5920 6688', change), good.destinations[1] as Destination] });

describe('the form', () => {
  test('a complete one has nothing to mend', () => {
    expect(formProblems(good, context)).toEqual([]);
    expect(found({ rules: [], groups: [good.groups[1] as Group], destinations: [good.destinations[1] as Destination], otherwise: 'g2' })).toEqual([]);
  });

  test('an untouched one asks for a phone and for the default', () => {
    expect([hasStarted(emptyForm), hasStarted(good), hasStarted({ ...emptyForm, otherwise: 'voicemail' })]).toEqual([false, true, true]);
    expect(formProblems(emptyForm, context).map(({ code }) => code)).toEqual(['no-destination', 'otherwise-missing']);
  });

  test.each<[string, Partial<RoutingForm>, string]>([
    ['the 400 number itself', swap({ number: '400-600-8899' }), 'error destination-is-own-number destinations d1 number'],
    ['another 400 number', swap({ number: '4008001234' }), 'error destination-is-400 destinations d1 number'],
    ['an 800 number', swap({ number: '800-810-1234' }), 'error destination-is-800 destinations d1 number'],
    ['a service number', swap({ number: '95588' }), 'error destination-is-service-number destinations d1 number'],
    ['a virtual operator', swap({ number: '17012345678' }), 'error destination-is-virtual-operator destinations d1 number'],
    ['a number that is none', swap({ number: '010-5920' }), 'error phone-not-a-number destinations d1 number'],
    ['the same phone written otherwise', swap({ number: '+86 13901002748' }), 'error destination-twice destinations d2 number'],
    ['a segment that the plan does not know', swap({ number: '19412345678' }), 'warning destination-unknown-segment destinations d1 number'],
    ['no owner', swap({ ownerName: ' ' }), 'error owner-missing destinations d1 ownerName'],
    ['an employee without identity', swap({ ownerKind: 'employee' }), 'warning owner-identity-missing destinations d1 ownerIdNumber'],
    ['a wrong identity', swap({ ownerIdNumber: '110105194912310021' }), 'error owner-identity-wrong destinations d1 ownerIdNumber'],
    ['no proof', swap({ proof: 'none' }), 'warning destination-without-proof destinations d1 proof'],
    ['a bill without month', swap({ proofMonth: '' }), 'warning proof-month-missing destinations d1 proofMonth'],
    ['a month that is none', swap({ proofMonth: '2026-13' }), 'error proof-month-wrong destinations d1 proofMonth'],
    ['a month to come', swap({ proofMonth: '2026-12' }), 'error proof-month-wrong destinations d1 proofMonth'],
    ['a bill of four months ago', swap({ proofMonth: '2026-07' }), 'warning proof-too-old destinations d1 proofMonth'],
    ['an empty group', { groups: [good.groups[0] as Group, group('g2', [])] }, 'error group-empty groups g2'],
    ['a group with a phone that is gone', { groups: [good.groups[0] as Group, group('g2', ['d2', 'd9'])] }, 'error group-destination-unknown groups g2'],
    ['a phone twice in a group', { groups: [good.groups[0] as Group, group('g2', ['d2', 'd2'])] }, 'error group-destination-twice groups g2'],
    ['a group without name', { groups: [good.groups[0] as Group, group('g2', ['d2'], { name: '' })] }, 'error group-name-missing groups g2 name'],
    ['two groups of one name', { groups: [good.groups[0] as Group, group('g2', ['d2'], { name: '组g1 ' })] }, 'error group-name-twice groups g2 name'],
    ['a group that nothing leads to', { otherwise: 'voicemail', groups: [group('g1', ['d1', 'd2']), group('g2', ['d2'])] }, 'warning group-unused groups g2'],
    ['a phone in no group', { groups: [group('g1', ['d2']), group('g2', ['d2'])] }, 'warning destination-unused destinations d1 number'],
    ['no default', { otherwise: '', rules: [rule('r1', '08:30', '18:00'), rule('r2', '18:00', '20:00', { goal: 'g2' })] }, 'error otherwise-missing otherwise'],
    ['an overflow to a group that is gone', { groups: [group('g1', ['d1', 'd2'], { onBusy: 'g9' }), group('g2', ['d2'], { onBusy: 'voicemail' })] }, 'error overflow-unknown groups g1 onBusy'],
    ['a rule without name', { rules: [rule('r1', '08:30', '18:00', { name: ' ' })] }, 'error rule-name-missing rules r1 name'],
    ['a rule without weekday', { rules: [rule('r1', '08:30', '18:00', { weekdays: [] })] }, 'error rule-no-weekday rules r1 weekdays'],
    ['a start that is no time', { rules: [rule('r1', '25:00', '18:00')] }, 'error rule-time rules r1 from'],
    ['a start at 24:00', { rules: [rule('r1', '24:00', '18:00')] }, 'error rule-time rules r1 from'],
    ['an end that is no time', { rules: [rule('r1', '08:30', '18:60')] }, 'error rule-time rules r1 to'],
    ['a window of nothing', { rules: [rule('r1', '08:30', '08:30')] }, 'error rule-empty rules r1 to'],
    ['a rule to a group that is gone', { rules: [good.rules[0] as Rule, rule('r2', '18:00', '20:00', { goal: 'g9' })] }, 'error rule-goal-unknown rules r2 goal'],
    ['a black number of three digits too few', { blackList: [{ kind: 'number', pattern: '1390100' }] }, 'error list-entry-malformed blackList 0'],
    ['a prefix of two digits', { blackList: [{ kind: 'prefix', pattern: '17' }] }, 'error list-prefix-too-short blackList 0'],
    ['an area code that is none', { whiteList: [{ kind: 'area-code', pattern: '026' }] }, 'error list-entry-malformed whiteList 0'],
    ['an area code without 0', { whiteList: [{ kind: 'area-code', pattern: '10' }] }, 'error list-entry-malformed whiteList 0'],
    ['an entry twice', { blackList: [{ kind: 'number', pattern: '13900000001' }, { kind: 'number', pattern: '+86 139-0000-0001' }] }, 'warning list-entry-twice blackList 1'],
    ['a number both black and white', { blackList: [{ kind: 'number', pattern: '13900000001' }], whiteList: [{ kind: 'number', pattern: '013900000001' }] }, 'error in-both-lists whiteList 0'],
    ['a black list with an own phone', { blackList: [{ kind: 'number', pattern: '01059206688' }] }, 'warning list-holds-destination blackList 0'],
  ])('%s is told, and nothing else', (_name, change, problem) => {
    expect(found(change)).toEqual([problem]);
  });

  test.each<[string, Partial<RoutingForm>]>([
    ['gaps between rules', { rules: [rule('r1', '08:30', '12:00'), rule('r2', '13:00', '18:00')] }],
    ['touching rules', { rules: [rule('r1', '08:30', '12:00'), rule('r2', '12:00', '18:00')] }],
    ['a night that ends where the day starts', { rules: [rule('r1', '22:00', '06:00'), rule('r2', '06:00', '22:00')] }],
    ['a whole day', { rules: [rule('r1', '00:00', '24:00')] }],
    ['same hours on other days', { rules: [rule('r1', '08:30', '18:00'), rule('r2', '08:30', '18:00', { weekdays: [6, 7] })] }],
    ['a prefix and an area code', { blackList: [{ kind: 'prefix', pattern: '170' }, { kind: 'area-code', pattern: '0755' }], whiteList: [{ kind: 'area-code', pattern: '010' }] }],
    ['an own phone in the white list', { whiteList: [{ kind: 'number', pattern: '01059206688' }] }],
    ['a bill of three months ago', swap({ proofMonth: '2026-08' })],
    ['two extensions of one line', { destinations: [phone('d1', '010-5920 6688转1'), phone('d2', '010-5920 6688转2')] }],
  ])('%s are fine', (_name, change) => {
    expect(found(change)).toEqual([]);
  });

  test.each<[string, Rule, Rule, object]>([
    ['inside a day', rule('r1', '08:30', '12:01'), rule('r2', '12:00', '18:00'), { weekday: 1, clock: '12:00' }],
    ['from Friday night into Saturday', rule('r1', '22:00', '06:00'), rule('r2', '05:00', '09:00', { weekdays: [6] }), { weekday: 6, clock: '05:00' }],
    ['from Sunday night into Monday', rule('r1', '22:00', '06:00', { weekdays: [7] }), rule('r2', '05:59', '09:00', { weekdays: [1] }), { weekday: 1, clock: '05:59' }],
  ])('rules that meet %s are both named, with the first minute', (_name, first, second, where) => {
    const problems = formProblems({ ...good, rules: [first, { ...second, goal: 'g2' }] }, context);
    expect(problems.filter(({ place }) => place.part !== 'testCalls')).toEqual([{ code: 'rules-overlap', severity: 'error', place: { part: 'rules', id: 'r2' }, facts: { first: '规则r1', second: '规则r2', ...where } }]);
  });

  test('no phone rings when every way ends in an announcement', () => {
    expect(found({ rules: [], groups: [], otherwise: 'announcement' })).toEqual(['warning destination-unused destinations d1 number', 'warning destination-unused destinations d2 number', 'error nobody-rings form']);
  });

  test('a group that no way leads to rings nobody', () => {
    expect(found({ rules: [], groups: [group('g1', ['d1', 'd2'])], otherwise: 'voicemail' })).toEqual(['warning group-unused groups g1', 'error nobody-rings form']);
  });

  test('limits come from the data handed in', () => {
    const one = { value: 1, source: 'test', confidence: 'H' } as const;
    expect(found({}, { destinations: one })).toEqual(['error too-many-destinations destinations']);
    expect(found({ rules: [rule('r1', '08:30', '12:00'), rule('r2', '12:00', '18:00')] }, { timeSegments: one })).toEqual(['error too-many-time-segments rules']);
    expect(found({ blackList: [{ kind: 'prefix', pattern: '170' }, { kind: 'prefix', pattern: '171' }] }, { listEntries: one })).toEqual(['error too-many-list-entries blackList']);
  });

  test('whatever is typed, a problem is told and nothing throws', () => {
    const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('d1', 'g1', 'm1', '24:00', '08:30', 'province:110000', 'unknown', 'voicemail'));
    const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
    const typed = fc.record({
      destinations: some(fc.record({ id: text, number: text, ownerName: text, ownerKind: fc.constant('employee' as const), proof: fc.constant('bill' as const), proofMonth: text, ownerIdNumber: text, terminal: fc.constant('switchboard' as const), capacity: fc.integer({ min: 0, max: 20 }) })),
      groups: some(fc.record({ id: text, name: text, strategy: fc.constantFrom('random' as const, 'percentage' as const), destinationIds: some(text), shares: some(fc.integer({ min: 0, max: 100 })), onBusy: text, onNoAnswer: text })),
      menus: some(fc.record({ id: text, name: text, keys: some(fc.record({ key: text, label: text, goal: text })), operator: text, onTimeout: text, tries: fc.integer({ min: 0, max: 5 }), onInvalid: text })),
      rules: some(fc.record({ id: text, name: text, days: fc.constantFrom('weekdays' as const, 'dates' as const, 'holidays' as const), weekdays: some(fc.integer({ min: 1, max: 7 })), dates: some(fc.record({ from: text, to: text })), from: text, to: text, regions: some(text), lineKind: fc.constant('any' as const), goal: text })),
      otherwise: fc.constant(''), blackList: some(fc.record({ kind: fc.constantFrom('number' as const, 'prefix' as const, 'area-code' as const), pattern: text, from: text, to: text })), deniedRegions: some(text), allowedRegions: some(text), allowOnly: fc.boolean(),
      passwordOn: fc.boolean(), password: text, concurrentCap: fc.option(fc.integer({ min: 0, max: 5 })), monthlyCap: fc.option(fc.integer({ min: 0, max: 5 })),
    });
    fc.assert(fc.property(typed, (form) => {
      const problems = formProblems({ ...emptyForm, ...form }, context);
      expect(problems.map(({ code }) => code)).toContain('otherwise-missing');
      for (const problem of problems) mendOf(problem, { ...emptyForm, ...form }, context);
    }));
  });
});
