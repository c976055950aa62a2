import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { coverageHoles } from '#domain/routing/coverage/coverage-holes.ts';
import { coverageMap } from '#domain/routing/coverage/coverage-map.ts';
import { type CoverageSetup, coverageStates } from '#domain/routing/coverage/coverage.ts';
import { explainCell, stateOf } from '#domain/routing/coverage/explain-cell.ts';
import { reachOf, reachWays } from '#domain/routing/coverage/reach-of.ts';
import { specialDays } from '#domain/routing/coverage/special-days.ts';
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

  const hours = (form: RoutingForm, region: string, from: number, to: number) => Array.from({ length: to - from }, (_, n) => at(form, region, from + n)).join(' ');
  test.each<[string, RoutingForm, string, number, number, string]>([
    ['touching windows leave no gap', formWith({ rules: [rule('a', { from: '08:00', to: '12:00' }), rule('b', { from: '12:00', to: '14:00', goal: 'g2' })], otherwise: 'announcement' }), 'province:110000', 7, 15, 'announcement rings rings rings rings single single announcement'],
    ['a window until 24:00 ends with the day', formWith({ rules: [rule('a', { weekdays: [1], from: '22:00', to: '24:00', goal: 'g2' })] }), 'province:110000', 21, 26, 'rings single single rings rings'],
    ['one until 00:00 does too', formWith({ rules: [rule('a', { weekdays: [1], from: '22:00', to: '00:00', goal: 'g2' })] }), 'province:110000', 21, 26, 'rings single single rings rings'],
    ['one from 24:00 is none', formWith({ rules: [rule('a', { from: '24:00', to: '06:00', goal: 'g2' })] }), 'province:110000', 0, 2, 'rings rings'],
    ['22:00–06:00 of Friday is on Saturday, not on Friday morning', formWith({ rules: [rule('a', { weekdays: [5], from: '22:00', to: '06:00', goal: 'g2' })] }), 'province:110000', 96 + 5, 96 + 7, 'rings rings'],
    ['and holds until before six', formWith({ rules: [rule('a', { weekdays: [5], from: '22:00', to: '06:00', goal: 'g2' })] }), 'province:110000', 120 + 4, 120 + 7, 'single single rings'],
    ['workdays of an ordinary week are Monday to Friday', formWith({ rules: [rule('a', { days: 'workdays', goal: 'g2' })] }), 'province:110000', 118, 122, 'single single rings rings'],
    ['unknown places have their own row', formWith({ rules: [rule('a', { regions: ['unknown'], goal: 'voicemail' })] }), 'unknown', 0, 2, 'voicemail voicemail'],
    ['and are in no province', formWith({ rules: [rule('a', { regions: ['unknown'], goal: 'voicemail' })] }), 'province:510000', 0, 2, 'rings rings'],
  ])('%s', (_name, form, region, from, to, states) => expect(hours(form, region, from, to)).toBe(states));

  test('a city with its whole province named leaves nobody elsewhere in it', () => {
    const form = formWith({ rules: [rule('a', { regions: ['area:010'] }), rule('b', { regions: ['area:0312'] })], otherwise: 'announcement' });
    expect([at(form, 'province:110000', 0), at(form, 'province:130000', 0)]).toEqual(['rings', 'announcement']);
  });

  test('a prefix that all landlines of an area begin with colours them, and no mobiles', () => {
    const form = formWith({ blackList: [{ kind: 'prefix', pattern: '010' }, { kind: 'prefix', pattern: '0221234' }] });
    expect([at(form, 'province:110000', 0), at(form, 'province:110000', 0, 'mobile'), at(form, 'province:120000', 0)]).toEqual(['refused', 'rings', 'rings']);
  });

  test('a password that nobody can key and ceilings of 0 keep everybody out', () => {
    expect([{ passwordOn: true }, { passwordOn: true, password: '2580' }, { monthlyCap: 0 }, { concurrentCap: 0 }].map((over) => at(formWith(over), 'province:110000', 0))).toEqual(['refused', 'rings', 'refused', 'refused']);
  });
});

describe('the rows of special days', () => {
  const form = formWith({ rules: [rule('a', { days: 'makeUpDays', from: '09:00', to: '18:00', goal: 'g2' }), rule('b', { days: 'workdays', from: '08:00', to: '20:00' }), rule('c', { days: 'holidays', goal: 'voicemail' })], otherwise: 'announcement' });
  const days = specialDays(form, '2026-01-20', announcedCalendar);
  const map = coverageMap(form, { ...setup, days });
  const row = (date: string, from: number, to: number) => Array.from({ length: to - from }, (_, n) => stateOf(map, { region: 'province:110000', lineKind: 'landline', date, hour: from + n })).join(' ');

  test('2026-02-14 is a Saturday that is worked', () => expect(row('2026-02-14', 7, 10)).toBe('announcement rings single'));
  test('the first day of a holiday is one from midnight on', () => expect(row('2026-02-15', 0, 1)).toBe('voicemail'));
  test('a day of a year that is not announced is there by law, and expected', () => {
    expect([row('2027-01-01', 0, 1), map.days.find(({ day }) => day.date === '2027-01-01')?.day.announced]).toEqual(['voicemail', false]);
  });
  test('a cell of a special day opens as a call on that day', () => {
    const explained = explainCell(form, { ...setup, days }, { region: 'province:110000', lineKind: 'landline', date: '2026-02-14', hour: 9 });
    expect([explained?.call.at.today.date, explained?.call.at.minuteOfDay, explained?.routed.outcome]).toEqual(['2026-02-14', 540, { kind: 'answered', destinationId: 'd3', groupId: 'g2' }]);
  });
  test('there is no cell on a day that is not on the map', () => expect(explainCell(form, { ...setup, days }, { region: 'province:110000', lineKind: 'landline', date: '2026-02-13', hour: 9 })).toBeNull());
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

  test('a short gap between two windows is a hole of its own', () => {
    const form = formWith({ rules: [rule('a', { from: '08:30', to: '12:00' }), rule('b', { from: '12:30', to: '18:00' })], otherwise: 'announcement' });
    expect(coverageHoles(form, setup).map(({ hours }) => hours[1])).toEqual([{ from: 1080, to: 1950 }, { from: 2160, to: 2190 }]);
  });

  test('a special day that is like some ordinary day is no news; one that is worse than all is', () => {
    const office = formWith({ rules: [rule('a', { days: 'workdays', from: '09:00', to: '18:00' })], otherwise: 'announcement' });
    const night = formWith({ rules: [rule('h', { days: 'workdays' }), rule('s', { days: 'weekdays', weekdays: [6, 7], from: '00:00', to: '23:00' })], otherwise: 'announcement' });
    const days = specialDays(office, '2026-01-20', announcedCalendar).filter(({ day }) => day.date === '2026-02-14' || day.date === '2026-02-16' || day.date === '2026-10-01');
    expect(hole(office, { days }).map(([, , , , date]) => date)).toEqual([null]);
    expect(hole(night, { days })).toEqual([['announcement', 32, 'any', '8580-8640 10020-10080', null, 'otherwise'], ['announcement', 32, 'any', '0-1440', '2026-10-01', 'otherwise']]);
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
