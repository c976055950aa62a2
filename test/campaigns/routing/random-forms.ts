import { addDays, type PlainDate, type Weekday } from '#domain/calendar/plain-date.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import type { Call, CallState } from '#domain/routing/call.ts';
import { callMoment, ordinaryMoment } from '#domain/routing/call-moment.ts';
import type { Caller } from '#domain/routing/caller.ts';
import { type Destination, emptyForm, type Goal, type Group, type ListEntry, type Menu, type RoutingForm, type Rule } from '#domain/routing/routing-form.ts';
import type { Dice } from '../rating/dice.ts';

/*
 * Forms as nobody would sign them: goals that lead nowhere, circles, phones twice and gone, shares missing, times that are none.
 * Every limit is met and crossed, and yet most calls come through to the groups.
 */

const clocks = ['00:00', '06:00', '08:30', '09:00', '12:00', '12:00', '18:00', '22:00', '23:59', '24:00', '08:30', '7:00', '25:00', ''] as const;
const regionKeys = ['province:120000', 'province:130000', 'province:440000', 'city:130600', 'city:120000', 'area:0312', 'area:022', 'area:020', 'unknown', 'area:', 'garbage', 'province:'] as const;
const datesKnown = ['2026-02-14', '2026-09-20', '2026-10-01', '2026-10-03', '2026-11-24', '2026-11-28', '2026-12-31', '2027-01-01', '2031-10-01', '2026-02-15'] as const;

const callers: readonly Omit<Caller, 'lineKind'>[] = [
  { digits: '02223450000', areaCode: '022', city: '120000', province: '120000' }, { digits: '13931200000', areaCode: '0312', city: '130600', province: '130000' }, { digits: '03123450000', areaCode: '0312', city: '130600', province: '130000' },
  { digits: '13800138000', areaCode: '010', city: '110000', province: '110000' }, { digits: '02083450000', areaCode: '020', city: '440100', province: '440000' }, { digits: '18612345678', areaCode: null, city: null, province: null },
  { digits: '', areaCode: null, city: null, province: '130000' }, { digits: '', areaCode: null, city: null, province: '810000' }, { digits: '', areaCode: null, city: null, province: 'abroad' }, { digits: '', areaCode: '', city: '', province: '' },
];

const patterns: readonly { readonly kind: ListEntry['kind']; readonly pattern: string }[] = [
  { kind: 'number', pattern: '02223450000' }, { kind: 'number', pattern: '022-2345 0000' }, { kind: 'number', pattern: '+86 22 23450000' }, { kind: 'number', pattern: '008613931200000' }, { kind: 'number', pattern: '013931200000' },
  { kind: 'number', pattern: '１３９３１２０００００' }, { kind: 'number', pattern: '13800138000' }, { kind: 'number', pattern: '你好' }, { kind: 'number', pattern: '' }, { kind: 'number', pattern: '022-23450000转8' },
  { kind: 'prefix', pattern: '139' }, { kind: 'prefix', pattern: '1393' }, { kind: 'prefix', pattern: '13931' }, { kind: 'prefix', pattern: '0312' }, { kind: 'prefix', pattern: '022' }, { kind: 'prefix', pattern: '02' }, { kind: 'prefix', pattern: '13 8' }, { kind: 'prefix', pattern: 'abc' }, { kind: 'prefix', pattern: '123456789012' },
  { kind: 'area-code', pattern: '022' }, { kind: 'area-code', pattern: '0312' }, { kind: 'area-code', pattern: '010' }, { kind: 'area-code', pattern: '026' }, { kind: 'area-code', pattern: '20' }, { kind: 'area-code', pattern: '０３１２' },
];

export function makeForm(dice: Dice): RoutingForm {
  const destinations = Array.from({ length: 1 + dice.upTo(5) }, (_, index): Destination => ({
    id: `d${index + 1}`, number: `0105920${1000 + index}`, ownerName: '', ownerKind: 'unit', proof: 'bill', proofMonth: '', terminal: 'phone', capacity: dice.chance(0.8) ? 1 : dice.upTo(3),
  }));
  const phones = [...destinations.map(({ id }) => id), 'gone'];
  const goals: readonly Goal[] = ['g1', 'g2', 'g3', 'g4', 'm1', 'm2', 'm3', 'g1', 'g2', 'voicemail', 'announcement', 'fax', 'gone', ''];
  const goal = (): Goal => dice.oneOf(goals);
  return {
    ...emptyForm, destinations, groups: ['g1', 'g2', 'g3', 'g4'].slice(0, 1 + dice.upTo(3)).map((id) => makeGroup(dice, id, phones, goal)), menus: ['m1', 'm2', 'm3'].slice(0, dice.upTo(3)).map((id) => makeMenu(dice, id, goal)),
    rules: Array.from({ length: dice.upTo(6) }, (_, index) => makeRule(dice, index, goal)), otherwise: dice.chance(0.7) ? dice.oneOf(['g1', 'g1', 'm1', 'g2']) : goal(),
    blackList: makeList(dice, 0.35), whiteList: makeList(dice, 0.25), whiteListKind: dice.chance(0.25) ? 'only' : 'priority', deniedRegions: dice.chance(0.15) ? [dice.oneOf(regionKeys), dice.oneOf(regionKeys)] : [], allowOnly: dice.chance(0.08),
    allowedRegions: [dice.oneOf(regionKeys), dice.oneOf(regionKeys), dice.oneOf(regionKeys)], passwordOn: dice.chance(0.15), password: dice.chance(0.9) ? '4829' : '', concurrentCap: dice.chance(0.2) ? dice.upTo(6) : null, monthlyCap: dice.chance(0.2) ? dice.upTo(60) : null,
    recording: dice.chance(0.5), recordingNotice: dice.chance(0.5),
  };
}

const makeGroup = (dice: Dice, id: string, phones: readonly string[], goal: () => Goal): Group => ({
  id, name: id, strategy: dice.oneOf(['roundRobin', 'priority', 'random', 'ringAll', 'percentage']), destinationIds: Array.from({ length: dice.chance(0.03) ? 0 : 1 + dice.upTo(4) }, () => dice.oneOf(phones)),
  shares: Array.from({ length: dice.upTo(6) }, () => dice.upTo(60)), onBusy: dice.chance(0.7) ? goal() : '', onNoAnswer: dice.chance(0.7) ? goal() : '',
});

const makeMenu = (dice: Dice, id: string, goal: () => Goal): Menu => ({
  id, name: id, keys: Array.from({ length: dice.upTo(4) }, () => ({ key: dice.oneOf(['1', '2', '3', '0', '*', '#', '1']), label: '', goal: goal() })), operator: dice.chance(0.6) ? goal() : '', onTimeout: goal(), tries: dice.upTo(3), onInvalid: goal(),
});

const makeRule = (dice: Dice, index: number, goal: () => Goal): Rule => ({
  id: `r${index}`, name: '', days: dice.oneOf(['weekdays', 'weekdays', 'workdays', 'restdays', 'holidays', 'makeUpDays', 'dates']), weekdays: [1, 2, 3, 4, 5, 6, 7].filter(() => dice.chance(0.6)),
  dates: Array.from({ length: dice.upTo(2) }, () => { const from = dice.oneOf(datesKnown); return { from, to: dice.chance(0.2) ? '2026-02-30' : addDays(from, dice.upTo(10) - 2) }; }),
  from: dice.oneOf(clocks), to: dice.oneOf(clocks), regions: dice.chance(0.35) ? [dice.oneOf(regionKeys), dice.oneOf(regionKeys)] : [], lineKind: dice.oneOf(['any', 'any', 'landline', 'mobile']), goal: goal(),
});

function makeList(dice: Dice, share: number): readonly ListEntry[] {
  if (!dice.chance(share)) return [];
  return Array.from({ length: 1 + dice.upTo(4) }, (): ListEntry => ({ ...dice.oneOf(patterns), ...(dice.chance(0.35) ? { from: dice.oneOf(clocks), to: dice.oneOf(clocks) } : {}) }));
}

/** Moments near the edges of windows, in ordinary weeks and on dates that matter. */
export function makeCall(dice: Dice): Call {
  const minute = dice.chance(0.5) ? dice.oneOf([0, 359, 360, 509, 510, 540, 719, 720, 1079, 1080, 1319, 1320, 1438, 1439]) : dice.upTo(1439);
  const at = dice.chance(0.4) ? ordinaryMoment((1 + dice.upTo(6)) as Weekday, minute) : callMoment(addDays(dice.oneOf<PlainDate>(datesKnown), dice.upTo(2) - 1), minute, announcedCalendar);
  return {
    caller: { ...dice.oneOf(callers), lineKind: dice.oneOf(['landline', 'mobile', 'other']) }, at, keys: Array.from({ length: dice.upTo(5) }, () => dice.oneOf(['1', '2', '3', '0', '*', '#', '9', '9', null])), password: dice.chance(0.75) ? '4829' : dice.oneOf(['', '482', '4820']),
  };
}

/** Some phones engaged, some that nobody lifts; turns and draws left over or missing. */
export function makeState(dice: Dice, form: RoutingForm, turns: CallState['turns']): CallState {
  const engaged = dice.oneOf([0, 0.3, 0.6, 0.95]);
  return {
    inCall: Object.fromEntries(form.destinations.filter(() => dice.chance(engaged)).map(({ id }) => [id, 1 + dice.upTo(2)])), silent: form.destinations.filter(() => dice.chance(dice.oneOf([0, 0.3, 0.9]))).map(({ id }) => id),
    turns, draws: Array.from({ length: dice.upTo(6) }, () => dice.upTo(999_999) / 1_000_000), ongoingCalls: dice.upTo(4), callsThisMonth: dice.upTo(50),
  };
}
