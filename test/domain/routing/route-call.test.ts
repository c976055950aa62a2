import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import type { Weekday } from '#domain/calendar/plain-date.ts';
import { callMoment, dayFacts, ordinaryMoment } from '#domain/routing/call-moment.ts';
import { firstOverlap } from '#domain/routing/week-window.ts';
import { baoding, callAt, endOf, formWith, group, hongKong, menu, phone, ringingOf, routed, rule, stepsOf, tianjin, unknownCaller } from './routing-samples.ts';

/** Which of the rules d (day) and n (night) takes a call. */
const taker = (rules: readonly ReturnType<typeof rule>[], when: string): string => routed(formWith({ rules }), callAt(when)).steps.find(({ code }) => code === 'rule-matched')?.place.id ?? 'otherwise';

describe('time', () => {
  const office = [rule('n', { weekdays: [5], from: '22:00', to: '06:00' }), rule('d', { weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '18:00' })];
  test.each([
    ['2026-11-23 08:29', 'otherwise'], ['2026-11-23 08:30', 'd'], ['2026-11-23 17:59', 'd'], ['2026-11-23 18:00', 'otherwise'], ['2026-11-27 21:59', 'otherwise'], ['2026-11-27 22:00', 'n'],
    ['2026-11-27 23:59', 'n'], ['2026-11-28 00:00', 'n'], ['2026-11-28 05:59', 'n'], ['2026-11-28 06:00', 'otherwise'], ['2026-11-27 05:00', 'otherwise'], ['2026-11-29 12:00', 'otherwise'],
  ])('%s: %s', (when, who) => expect(taker(office, when)).toBe(who));

  test.each([
    ['22:00–06:00 of Sunday goes on into Monday', { weekdays: [7], from: '22:00', to: '06:00' }, [['2026-11-29 22:00', 1], ['2026-11-30 05:59', 1], ['2026-11-30 06:00', 0], ['2026-11-29 05:00', 0]]],
    ['00:00–24:00 is the day and not the next', { weekdays: [3], from: '00:00', to: '24:00' }, [['2026-11-24 23:59', 0], ['2026-11-25 00:00', 1], ['2026-11-25 23:59', 1], ['2026-11-26 00:00', 0]]],
    ['22:00–00:00 ends with the day', { weekdays: [3], from: '22:00', to: '00:00' }, [['2026-11-25 23:59', 1], ['2026-11-26 00:00', 0]]],
    ['22:00–24:00 says the same', { weekdays: [3], from: '22:00', to: '24:00' }, [['2026-11-25 23:59', 1], ['2026-11-26 00:00', 0]]],
    ['08:30–08:30 is no window', { from: '08:30', to: '08:30' }, [['2026-11-25 08:30', 0], ['2026-11-25 12:00', 0]]],
    ['24:00–06:00 is no window', { from: '24:00', to: '06:00' }, [['2026-11-25 00:00', 0], ['2026-11-25 05:00', 0]]],
    ['a time that is none is no window', { from: '25:00', to: '06:00' }, [['2026-11-25 01:00', 0]]],
    ['a make-up Saturday is a workday', { days: 'workdays', from: '09:00', to: '18:00' }, [['2026-02-14 10:00', 1], ['2026-09-20 10:00', 1], ['2026-02-21 10:00', 0]]],
    ['National Day is no workday and a holiday', { days: 'workdays' }, [['2026-10-01 10:00', 0], ['2026-09-30 10:00', 1]]],
    ['holidays take the days off, weekend days among them', { days: 'holidays' }, [['2026-10-01 10:00', 1], ['2026-10-03 10:00', 1], ['2026-11-28 10:00', 0], ['2026-02-14 10:00', 0]]],
    ['make-up days are themselves only', { days: 'makeUpDays' }, [['2026-02-14 10:00', 1], ['2026-02-13 10:00', 0], ['2026-11-28 10:00', 0]]],
    ['rest days are what is not worked', { days: 'restdays' }, [['2026-11-28 10:00', 1], ['2026-02-14 10:00', 0], ['2026-10-01 10:00', 1]]],
    ['weekdays ask the weekday, holiday or not', { days: 'weekdays', weekdays: [4] }, [['2026-10-01 10:00', 1], ['2026-10-02 10:00', 0]]],
    ['an unknown year is expected by plain weeks and fixed holidays', { days: 'workdays' }, [['2031-01-01 10:00', 0], ['2031-01-02 10:00', 1], ['2031-01-04 10:00', 0]]],
    ['dates count both ends, and the night after the last day', { days: 'dates', dates: [{ from: '2026-12-24', to: '2026-12-25' }], from: '22:00', to: '02:00' }, [['2026-12-23 23:00', 0], ['2026-12-24 01:00', 0], ['2026-12-24 22:00', 1], ['2026-12-26 01:59', 1], ['2026-12-26 02:00', 0]]],
    ['a span that is turned or no date holds nothing', { days: 'dates', dates: [{ from: '2026-12-25', to: '2026-12-24' }, { from: '2026-02-30', to: '2026-12-31' }] }, [['2026-12-24 10:00', 0]]],
    ['the night of a make-up Saturday runs into Sunday', { days: 'workdays', from: '22:00', to: '06:00' }, [['2026-02-15 05:59', 1], ['2026-02-14 05:59', 1], ['2026-02-16 01:00', 0]]],
  ] as const)('%s', (_name, over, table) => {
    for (const [when, held] of table) expect([when, taker([rule('r', over)], when) === 'r' ? 1 : 0]).toEqual([when, held]);
  });

  test('touching windows 12:00/12:00 do not meet: each minute has its one rule', () => {
    const shifts = [rule('a', { from: '08:00', to: '12:00' }), rule('b', { from: '12:00', to: '18:00' })];
    expect([taker(shifts, '2026-11-25 11:59'), taker(shifts, '2026-11-25 12:00')]).toEqual(['a', 'b']);
    expect(firstOverlap(shifts[0] as never, shifts[1] as never)).toBeNull();
  });

  test('a minute-by-minute walk through an ordinary week agrees with a plain reading of the rule', () => {
    const text = (value: number) => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 })), fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1440 }), (weekdays, from, to) => {
      const form = formWith({ rules: [rule('r', { weekdays, from: text(from), to: text(to) })] });
      for (let at = 0; at < 7 * 1440; at += 7) {
        const [weekday, ofDay] = [Math.floor(at / 1440) + 1, at % 1440];
        const yesterday = weekday === 1 ? 7 : weekday - 1;
        const held = from < to ? weekdays.includes(weekday) && ofDay >= from && ofDay < to : from > to && ((weekdays.includes(weekday) && ofDay >= from) || (weekdays.includes(yesterday) && ofDay < to));
        const { steps } = routed(form, { ...callAt(), at: ordinaryMoment(weekday as Weekday, ofDay) });
        if ((steps[0]?.code === 'rule-matched') !== held) throw new Error(`${weekdays.join()} ${text(from)}–${text(to)} at ${weekday} ${text(ofDay)}`);
      }
    }), { numRuns: 40 });
  });

  test('two rules overlap exactly when some hour holds both', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((value) => `${String(value).padStart(2, '0')}:00`);
    const any = fc.tuple(fc.subarray([1, 5, 6, 7], { minLength: 1 }), hour, hour).map(([weekdays, from, to]) => rule('r', { weekdays, from, to }));
    fc.assert(fc.property(any, any, (a, b) => {
      const meets = Array.from({ length: 168 }, (_, hourOfWeek) => hourOfWeek).find((at) => {
        const call = { ...callAt(), at: ordinaryMoment((Math.floor(at / 24) + 1) as Weekday, (at % 24) * 60) };
        return [a, b].every((one) => routed(formWith({ rules: [one] }), call).steps[0]?.code === 'rule-matched');
      });
      expect(firstOverlap(a, b)).toBe(meets === undefined ? null : meets * 60);
    }));
  });

  test('a day is told as announced or expected', () => {
    expect(dayFacts('2026-02-14', announcedCalendar)).toEqual({ date: '2026-02-14', weekday: 6, work: true, holiday: false, makeUp: true, announced: true });
    expect(dayFacts('2031-10-01', announcedCalendar)).toMatchObject({ work: false, holiday: true, announced: false });
    expect(callMoment('2026-03-01', 5, announcedCalendar).yesterday.date).toBe('2026-02-28');
  });
});

describe('callers', () => {
  const split = [rule('tj', { regions: ['province:120000'], goal: 'g2' }), rule('bd', { regions: ['city:130600', 'area:0316'], goal: 'voicemail' }), rule('un', { regions: ['unknown'], goal: 'fax' })];
  test.each([['Tianjin', tianjin, 'g2 d3'], ['Baoding', baoding, 'voicemail'], ['unknown', unknownCaller, 'fax'], ['Langfang', { ...baoding, city: '131000', areaCode: '0316' }, 'voicemail'], ['Shanxi', { ...baoding, city: '140100', areaCode: '0351', province: '140000' }, 'g1 d1']] as const)(
    'from %s', (_name, caller, end) => expect(endOf(routed(formWith({ rules: split }), callAt(undefined, { caller })))).toBe(end));

  test('a rule passed over says its first condition that does not hold', () => {
    const rules = [
      rule('a', { weekdays: [1] }), rule('b', { from: '11:00', to: '12:00' }), rule('c', { regions: ['area:010'] }), rule('d', { lineKind: 'mobile' }), rule('e', { lineKind: 'landline', goal: 'fax' }),
    ];
    expect(stepsOf(routed(formWith({ rules })))).toEqual(['rule-passed rules/a day', 'rule-passed rules/b time', 'rule-passed rules/c region', 'rule-passed rules/d line', 'rule-matched rules/e', 'ended-fax rules/e/goal']);
  });

  test.each([
    ['+86 139 3120 0000'], ['013931200000'], ['0086-13931200000'], ['１３９３１２０００００'], ['139-3120-0000'],
  ])('a black number written %s is the same mobile', (pattern) => {
    expect(endOf(routed(formWith({ blackList: [{ kind: 'number', pattern }] }), callAt(undefined, { caller: baoding })))).toBe('refused black-list');
  });

  test('the most specific entry decides, black before white when both are as specific', () => {
    const end = (black: readonly string[], white: readonly string[]): string => {
      const entry = (text: string) => ({ kind: text.length === 11 ? 'number' : text.startsWith('0') ? 'area-code' : 'prefix', pattern: text }) as const;
      return endOf(routed(formWith({ blackList: black.map(entry), whiteList: white.map(entry), whiteListKind: 'priority' }), callAt(undefined, { caller: baoding })));
    };
    expect([end(['0312'], ['13931200000']), end(['13931200000'], ['139312']), end(['1393'], ['139312']), end(['139312'], ['1393']), end(['1393'], ['0312']), end(['02'], [])]).toEqual(
      ['g1 d1', 'refused black-list', 'g1 d1', 'refused black-list', 'refused black-list', 'g1 d1']);
  });

  test('entries hold in their window only, across midnight too', () => {
    const form = formWith({ blackList: [{ kind: 'area-code', pattern: '0312', from: '22:00', to: '06:00' }] });
    const end = (clock: string): string => endOf(routed(form, callAt(`2026-11-24 ${clock}`, { caller: baoding })));
    expect([end('21:59'), end('22:00'), end('05:59'), end('06:00')]).toEqual(['g1 d1', 'refused black-list', 'refused black-list', 'g1 d1']);
  });

  test('an only list lets nobody else in, a priority list puts its callers first', () => {
    const whiteList = [{ kind: 'number', pattern: '02223450000' }] as const;
    expect(endOf(routed(formWith({ whiteList }), callAt(undefined, { caller: baoding })))).toBe('refused not-white-listed');
    expect(routed(formWith({ whiteList })).priority).toBe(false);
    const first = formWith({ whiteList, whiteListKind: 'priority' });
    expect([routed(first).priority, routed(first, callAt(undefined, { caller: baoding })).priority]).toEqual([true, false]);
  });

  test('regions: denied wins, an empty allow list refuses everybody, listed callers pass', () => {
    expect(endOf(routed(formWith({ deniedRegions: ['area:010', 'province:120000'], allowOnly: true, allowedRegions: ['province:120000'] })))).toBe('refused region-denied');
    expect(endOf(routed(formWith({ allowOnly: true })))).toBe('refused region-not-allowed');
    expect(endOf(routed(formWith({ allowOnly: true, allowedRegions: ['unknown'] }), callAt(undefined, { caller: unknownCaller })))).toBe('g1 d1');
    expect(endOf(routed(formWith({ allowOnly: true, whiteList: [{ kind: 'area-code', pattern: '022' }] })))).toBe('g1 d1');
    expect(endOf(routed(formWith({}), callAt(undefined, { caller: hongKong })))).toBe('refused not-open');
  });

  test('password, ceilings and the recording notice, in this order', () => {
    expect(endOf(routed(formWith({ passwordOn: true, password: '4829' }), callAt(undefined, { password: '482' })))).toBe('refused password');
    expect(endOf(routed(formWith({ passwordOn: true, password: '' })))).toBe('refused password');
    expect(stepsOf(routed(formWith({ passwordOn: true, password: '4829', recording: true, recordingNotice: true, concurrentCap: 2 }), callAt(undefined, { password: '4829' }), { ongoingCalls: 1 }))).toEqual(
      ['password-right features/password', 'recording-notice features/recordingNotice', 'otherwise otherwise', 'group-entered groups/g1', 'phone-answered destinations/d1']);
    expect(endOf(routed(formWith({ concurrentCap: 2 }), callAt(), { ongoingCalls: 2 }))).toBe('refused concurrent-cap');
    expect([endOf(routed(formWith({ monthlyCap: 10 }), callAt(), { callsThisMonth: 10 })), endOf(routed(formWith({ monthlyCap: 10 }), callAt(), { callsThisMonth: 9 })), endOf(routed(formWith({ monthlyCap: 0 })))]).toEqual(
      ['refused monthly-cap', 'g1 d1', 'refused monthly-cap']);
  });
});

describe('menus', () => {
  const main = menu('m1', { keys: [{ key: '1', label: '销售', goal: 'g1' }, { key: '*', label: '传真', goal: 'fax' }, { key: '0', label: '', goal: 'announcement' }], operator: 'g2', tries: 2 });
  const form = formWith({ menus: [main], otherwise: 'm1' });
  test.each([
    [[], 'voicemail'], [[null, '1'], 'voicemail'], [['1'], 'g1 d1'], [['*'], 'fax'], [['0'], 'g2 d3'], [['9', '1'], 'g1 d1'], [['9', '8'], 'announcement closed'], [['9', null], 'voicemail'],
  ] as const)('keys %j: %s', (keys, end) => expect(endOf(routed(form, callAt(undefined, { keys })))).toBe(end));

  test('each decision has its step and line', () => {
    expect(stepsOf(routed(form, callAt(undefined, { keys: ['9', '8'] })))).toEqual(
      ['otherwise otherwise', 'menu-entered menus/m1', 'menu-invalid menus/m1 9', 'menu-invalid menus/m1 8', 'menu-invalid-limit menus/m1/onInvalid', 'ended-announcement menus/m1/onInvalid']);
    expect(stepsOf(routed(form, callAt(undefined, { keys: ['*'] }))).slice(2)).toEqual(['menu-key menus/m1/keys/1 *', 'ended-fax menus/m1/keys/1']);
  });

  test('five layers are followed, the sixth is not', () => {
    const chain = (layers: number) => formWith({ otherwise: 'm1', menus: Array.from({ length: layers }, (_, n) => menu(`m${n + 1}`, { onTimeout: n + 1 === layers ? 'g1' : `m${n + 2}` })) });
    expect([endOf(routed(chain(5))), endOf(routed(chain(6)))]).toEqual(['g1 d1', 'nobody menu-depth']);
    expect(endOf(routed(formWith({ otherwise: 'm1', menus: [menu('m1', { onTimeout: 'm1' })] })))).toBe('nobody menu-depth');
  });
});

describe('forwards', () => {
  const busy = { d1: 1, d2: 1 };
  test('busy and no answer go their own ways, the caller hears why when there is none', () => {
    const form = formWith({ groups: [group('g1', ['d1', 'd2'], { onBusy: 'g2', onNoAnswer: 'voicemail' }), group('g2', ['d3'])] });
    expect([endOf(routed(form, callAt(), { inCall: busy })), endOf(routed(form, callAt(), { silent: ['d1', 'd2'] })), endOf(routed(form, callAt(), { inCall: { d1: 1 }, silent: ['d2'] }))]).toEqual(['g2 d3', 'voicemail', 'voicemail']);
    expect([endOf(routed(formWith({}), callAt(), { inCall: busy })), endOf(routed(formWith({}), callAt(), { silent: ['d1', 'd2'] }))]).toEqual(['announcement busy', 'announcement no-answer']);
  });

  test('two forwards are made, the third is not; A→B→A hunts A again and ends', () => {
    const chain = formWith({ groups: ['g1', 'g2', 'g3', 'g4'].map((id, n) => group(id, [`d${n + 1}`], { onBusy: `g${n + 2}` })), destinations: [1, 2, 3, 4].map((n) => phone(`d${n}`)) });
    const all = { d1: 1, d2: 1, d3: 1 };
    expect(stepsOf(routed(chain, callAt(), { inCall: all })).slice(-4)).toEqual(['forward-busy groups/g2/onBusy', 'group-entered groups/g3', 'phone-busy destinations/d3', 'forward-limit groups/g3/onBusy']);
    const loop = formWith({ groups: [group('g1', ['d1'], { onBusy: 'g2' }), group('g2', ['d2'], { onBusy: 'g1' })] });
    const round = routed(loop, callAt(), { inCall: busy });
    expect([endOf(round), round.steps.filter(({ code }) => code === 'group-entered').map(({ place }) => place.id).join(' ')]).toEqual(['announcement busy', 'g1 g2 g1']);
  });

  test('ends after a failed group are no forward, and say what failed', () => {
    const form = formWith({ groups: [group('g1', ['d1'], { onBusy: 'announcement' })] });
    expect(stepsOf(routed(form, callAt(), { inCall: busy })).slice(-2)).toEqual(['forward-busy groups/g1/onBusy', 'ended-announcement groups/g1/onBusy']);
    expect(endOf(routed(form, callAt(), { inCall: busy }))).toBe('announcement busy');
  });

  test('what leads nowhere reaches nobody', () => {
    expect([endOf(routed(formWith({ otherwise: '' }))), endOf(routed(formWith({ otherwise: 'gone' }))), endOf(routed(formWith({ groups: [group('g1', ['gone'], { onBusy: 'g2' })] })))]).toEqual(
      ['nobody goal-unknown', 'nobody goal-unknown', 'nobody group-empty']);
  });
});

describe('strategies', () => {
  const three = (strategy: Parameters<typeof group>[2]) => formWith({ groups: [group('g1', ['d1', 'd2', 'd3', 'd1', 'gone'], strategy)] });
  test('a switchboard is busy only when all its lines are', () => {
    const form = formWith({ destinations: [phone('d1', { terminal: 'switchboard', capacity: 10 }), phone('d2')] });
    expect([endOf(routed(form, callAt(), { inCall: { d1: 9 } })), endOf(routed(form, callAt(), { inCall: { d1: 10 } }))]).toEqual(['g1 d1', 'g1 d2']);
  });

  test.each([
    ['priority', {}, {}, 'd1', {}], ['priority', {}, { silent: ['d1', 'd2'] }, 'd1 d2 d3', {}], ['priority', {}, { inCall: { d1: 1 } }, 'd2', {}],
    ['roundRobin', {}, {}, 'd1', { g1: 1 }], ['roundRobin', {}, { turns: { g1: 2 } }, 'd3', { g1: 0 }], ['roundRobin', {}, { turns: { g1: 5 }, silent: ['d3'] }, 'd3 d1', { g1: 0 }],
    ['roundRobin', {}, { inCall: { d1: 1 } }, 'd2', { g1: 2 }], ['roundRobin', {}, { inCall: { d1: 1, d2: 1, d3: 1 }, turns: { g1: 1 } }, '', { g1: 1 }],
    ['random', {}, { draws: [0.99] }, 'd3', {}], ['random', {}, { draws: [0.5, 0.5], silent: ['d2'] }, 'd2 d3', {}], ['random', {}, { draws: [0], inCall: { d1: 1 } }, 'd2', {}],
    ['percentage', { shares: [50, 50, 0] }, { draws: [0.5] }, 'd2', {}], ['percentage', { shares: [50, 50, 0] }, { draws: [0.49, 0.9], silent: ['d1', 'd2'] }, 'd1 d2', {}], ['percentage', { shares: [33, 33, 33] }, { draws: [0.34] }, 'd2', {}],
    ['percentage', { shares: [100] }, { silent: ['d1'] }, 'd1', {}], ['percentage', { shares: [0, 0, 0] }, {}, '', {}],
    ['ringAll', {}, {}, 'd1+d2+d3', {}], ['ringAll', {}, { inCall: { d2: 1 }, silent: ['d1'] }, 'd1+d3', {}],
  ] as const)('%s %j %j rings %s', (strategy, over, state, ringing, turns) => {
    const answer = routed(three({ strategy, ...over }), callAt(), state);
    expect(ringingOf(answer)).toBe(ringing);
    expect(answer.turns).toEqual({ ...('turns' in state ? state.turns : {}), ...turns });
  });

  test('draws are counted, also when they ran out', () => {
    expect(routed(three({ strategy: 'random' }), callAt(), { silent: ['d1', 'd2', 'd3'], draws: [0.9] }).drawsUsed).toBe(3);
    expect(routed(three({ strategy: 'priority' })).drawsUsed).toBe(0);
  });
});
