import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { callerOfRegion } from '#domain/routing/caller-of-phone.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import { type Destination, emptyForm, type Goal, type Group, type ListEntry, type Menu, type RoutingForm, type Rule, type Strategy } from '#domain/routing/routing-form.ts';
import { suggestTestCalls } from '#domain/routing/test-calls/suggest-test-calls.ts';
import regionsFile from '../../resources/reference/regions.json' with { type: 'json' };

export const regions: RegionTable = regionsFile;
const limits = { forwardsPerCall: 2, ivrDepth: 5 } as const;

/** A whole number from 0 up to but not `below`. */
export type Dice = (below: number) => number;

/** mulberry32. */
export function dice(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const pick = <T>(roll: Dice, items: readonly T[]): T => items[roll(items.length)] as T;

/** A form that a careful clerk would write: built from sensible parts, so that nothing in it is to be mended. */
export function cleanForm(roll: Dice): RoutingForm {
  const groupCount = 1 + roll(4);
  const destinations = Array.from({ length: groupCount + roll(6) + 1 }, (_, index) => phoneOf(roll, index));
  const drafted = groupsOf(roll, destinations, groupCount);
  const last = drafted.at(-1)?.id ?? '';
  const goals = drafted.slice(0, -1).map(({ id }) => id);
  const menus = goals.length > 1 && roll(3) === 0 ? [menuOf(roll, goals, last)] : [];
  const rules = rulesOf(roll, menus.length > 0 ? ['m1'] : goals.length > 0 ? goals : [last]);
  const reached = new Set([last, ...rules.map(({ goal }) => goal), ...(menus.length > 0 ? goals : [])]);
  const groups = merged(drafted, reached);
  const lists = roll(3) === 0;
  const form: RoutingForm = {
    ...emptyForm, destinations, groups, menus, rules, otherwise: last,
    blackList: lists ? entriesOf(roll, '1380001') : [], whiteList: lists && roll(2) === 0 ? entriesOf(roll, '1380002') : [], whiteListKind: 'priority',
    ...(roll(4) === 0 ? { deniedRegions: ['province:540000', 'area:0970'] } : roll(6) === 0 ? { allowOnly: true, allowedRegions: [...new Set([...named(rules), 'province:110000', 'unknown'])] } : {}),
    passwordOn: roll(6) === 0, password: pick(roll, ['4829', '73915', '604182']), concurrentCap: roll(4) === 0 ? 1 + roll(destinations.reduce((sum, { capacity }) => sum + capacity, 0)) : null, monthlyCap: roll(5) === 0 ? 500 : null,
    recording: true, recordingNotice: true, ringBack: menus.length === 0 && roll(3) === 0,
  };
  const callers = ['province:110000', 'province:440000', 'unknown'].flatMap((region) => (['landline', 'mobile'] as const).map((kind) => ({ text: `${region} ${kind}`, caller: callerOfRegion(region, kind, regions) })));
  return { ...form, testCalls: suggestTestCalls(form, { today: '2026-11-24', limits, calendar: announcedCalendar, callers }) };
}

/** Phones of a group that nothing leads to ring in the last one. */
function merged(groups: readonly Group[], reached: ReadonlySet<string>): readonly Group[] {
  const idle = groups.filter(({ id }) => !reached.has(id)).flatMap(({ destinationIds }) => destinationIds);
  const kept = groups.filter(({ id }) => reached.has(id));
  return kept.map((group, at) => (at < kept.length - 1 ? group : withShares({ ...group, destinationIds: [...group.destinationIds, ...idle] })));
}

const withShares = (group: Group): Group => ({ ...group, shares: group.strategy === 'percentage' ? group.destinationIds.map((_, at) => (at === 0 ? 101 - group.destinationIds.length : 1)) : [] });

const named = (rules: readonly Rule[]): readonly string[] => rules.flatMap((rule) => rule.regions);

function phoneOf(roll: Dice, index: number): Destination {
  const switchboard = roll(4) === 0;
  return {
    id: `d${index + 1}`, number: `010-5920 6${String(100 + index)}`, ownerName: '示例有限公司', ownerKind: pick(roll, ['unit', 'related-unit'] as const), proof: pick(roll, ['bill', 'contract', 'letter'] as const), proofMonth: '2026-10',
    terminal: switchboard ? 'switchboard' : 'phone', capacity: switchboard ? 1 + roll(10) : 1,
  };
}

/** Every phone in a group; the last group takes over for the others and ends in the voicemail. */
function groupsOf(roll: Dice, destinations: readonly Destination[], count: number): readonly Group[] {
  const names = ['销售', '客服', '投诉', '值班'];
  return Array.from({ length: count }, (_, index): Group => {
    const ids = destinations.filter((__, at) => at % count === index).map(({ id }) => id);
    const strategy: Strategy = pick(roll, ['roundRobin', 'priority', 'random', 'ringAll', 'percentage']);
    const over = index === count - 1 ? 'voicemail' : pick(roll, ['voicemail', `g${count}`, 'announcement']);
    return withShares({ id: `g${index + 1}`, name: names[index] ?? '', strategy, destinationIds: ids, shares: [], onBusy: over, onNoAnswer: roll(2) === 0 ? over : 'voicemail' });
  });
}

const menuOf = (roll: Dice, goals: readonly Goal[], last: Goal): Menu =>
  ({ id: 'm1', name: '总台', keys: goals.map((goal, index) => ({ key: String(index + 1), label: `部门${index + 1}`, goal })), operator: last, onTimeout: pick(roll, [last, 'voicemail']), tries: 1 + roll(3), onInvalid: 'voicemail' });

const blank = { weekdays: [], dates: [], regions: [], lineKind: 'any' } as const;

/** Shifts that touch, a weekend, special days first, some places before everybody: never two rules at odds, and at least one. */
function rulesOf(roll: Dice, goals: readonly Goal[]): readonly Rule[] {
  const shifts = pick(roll, [[['09:00', '18:00']], [['08:30', '12:00'], ['12:00', '17:30']], [['08:00', '20:00']]] as const);
  const workday = shifts.flatMap(([from, to], index): readonly Rule[] => {
    const general: Rule = { id: `r${index}`, name: `班次${index}`, days: 'workdays', ...blank, from, to, goal: pick(roll, goals) };
    const special: Rule = { ...general, id: `s${index}`, name: `外地${index}`, regions: ['province:440000', 'city:130600'], lineKind: pick(roll, ['any', 'mobile'] as const), goal: pick(roll, goals) };
    return roll(3) === 0 ? [special, general] : [general];
  });
  const special: readonly (readonly Rule[])[] = [
    [{ id: 'h', name: '假日', days: 'holidays', ...blank, from: '00:00', to: '24:00', goal: 'voicemail' }], [{ id: 'x', name: '促销', days: 'dates', ...blank, dates: [{ from: '2026-12-01', to: '2026-12-03' }], from: '09:00', to: '18:00', goal: pick(roll, goals) }], [], [],
  ];
  const weekend: readonly Rule[] = roll(3) === 0 ? [{ id: 'w', name: '周末', days: 'weekdays', ...blank, weekdays: [6, 7], from: '10:00', to: '16:00', goal: pick(roll, goals) }] : [];
  return [...pick(roll, special), ...workday, ...weekend];
}

function entriesOf(roll: Dice, head: string): readonly ListEntry[] {
  return Array.from({ length: 1 + roll(5) }, (_, index): ListEntry => ({ kind: 'number', pattern: `${head}${String(1000 + index)}`, ...(roll(3) === 0 ? { from: '22:00', to: '06:00' } : {}) }));
}
