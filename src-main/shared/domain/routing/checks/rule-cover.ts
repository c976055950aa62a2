import { addDays, type Weekday } from '../../calendar/plain-date.ts';
import type { CallMoment, DayFacts } from '../call.ts';
import { dayFacts } from '../call-moment.ts';
import { type Caller, isInRegion, type RegionKey } from '../caller.ts';
import { probesOf } from '../probe-callers.ts';
import type { RegionTable } from '../region-table.ts';
import type { RoutingForm, Rule } from '../routing-form.ts';
import type { RoutingContext } from '../routing-problem.ts';
import { fitsCaller, fitsDay, holdsMinute, isSpan, windowOf } from '../rule-match.ts';

/** How rules by their ids are taken by earlier ones. */
export type RuleCover = {
  /** Rules that never decide, and an earlier one that takes their calls. */
  readonly dead: ReadonlyMap<string, Rule>;
  /** Rules of special days after a more general one that takes a part of those days' hours. */
  readonly late: ReadonlyMap<string, Rule>;
  /** Rules of the same callers that meet by a part of their hours. */
  readonly overlaps: readonly { readonly earlier: Rule; readonly later: Rule; /** Of the week, the first at which both hold. */ readonly minute: number }[];
};

/** Longer spans of dates are looked at by their first years. */
const MOST_DAYS_OF_A_SPAN = 1200;

// Rules change seldom while everything else on the form is typed.
const covers = new WeakMap<RoutingForm['rules'], RuleCover>();

/** Compares the rules minute by minute on every kind of day there can be. */
export function ruleCover({ rules }: RoutingForm, context: RoutingContext): RuleCover {
  const known = covers.get(rules);
  if (known) return known;
  const moments = momentsOf(rules, context);
  const held = rules.map((rule) => moments.map((moment) => holdsMinute(rule, moment)));
  const cover: RuleCover = {
    dead: new Map(rules.flatMap((rule, at) => {
      const by = coveredBy(rules, at, held, context.regions);
      return by === null ? [] : [[rule.id, by] as const];
    })),
    late: new Map(rules.flatMap((later, at) => {
      const earlier = rules.slice(0, at).find((one, before) => comesTooLate(one, later, { first: held[before] ?? [], second: held[at] ?? [], moments }));
      return earlier === undefined ? [] : [[later.id, earlier] as const];
    })),
    overlaps: rules.flatMap((later, at) => rules.slice(0, at).flatMap((earlier, before) => meet(earlier, later, { first: held[before] ?? [], second: held[at] ?? [], moments }) ?? [])),
  };
  covers.set(rules, cover);
  return cover;
}

/** True when every caller of the region is refused by region blocking. */
export function isRefused({ deniedRegions, allowOnly, allowedRegions }: RoutingForm, region: RegionKey, regions: RegionTable): boolean {
  return probesOf(region, regions).every((caller) => deniedRegions.some((denied) => isInRegion(caller, denied)) || (allowOnly && !allowedRegions.some((allowed) => isInRegion(caller, allowed))));
}

/** The earlier rule that takes a call of this one where all of them are taken; null while one is left. */
function coveredBy(rules: readonly Rule[], at: number, held: readonly (readonly boolean[])[], regions: RegionTable): Rule | null {
  const rule = rules[at];
  const own = held[at] ?? [];
  if (rule === undefined || !own.includes(true)) return null;
  const earlier = rules.slice(0, at).map((one, index) => ({ rule: one, held: held[index] ?? [] }));
  let by: Rule | null = null;
  for (const caller of callersOf(rule, earlier.map((one) => one.rule), regions)) {
    const taking = earlier.filter((one) => fitsCaller(one.rule, caller));
    for (const [moment, holds] of own.entries()) {
      const taken = holds ? taking.find((one) => one.held[moment] === true) : undefined;
      if (holds && taken === undefined) return null;
      by ??= taken?.rule ?? null;
    }
  }
  return by;
}

/** Callers that stand for everybody whom the rule takes, apart by what the earlier rules ask. */
function callersOf(rule: Rule, earlier: readonly Rule[], regions: RegionTable): readonly Caller[] {
  const elsewhere: Caller = { digits: '', lineKind: 'other', areaCode: '', city: '', province: '' };
  const named = [...rule.regions, ...earlier.flatMap((one) => one.regions)].flatMap((region) => probesOf(region, regions));
  const kinds = rule.lineKind === 'any' ? (['landline', 'mobile', 'other'] as const) : [rule.lineKind];
  return [...named, elsewhere].flatMap((caller) => kinds.map((lineKind) => ({ ...caller, lineKind }))).filter((caller) => fitsCaller(rule, caller));
}

type Hours = { readonly first: readonly boolean[]; readonly second: readonly boolean[]; readonly moments: readonly CallMoment[] };

/** Same callers, same kind of days, other goals, and neither's hours inside the other's: a special rule before a general one is meant. */
function meet(earlier: Rule, later: Rule, { first, second, moments }: Hours): RuleCover['overlaps'][number] | null {
  if (earlier.goal === later.goal || earlier.days !== later.days || earlier.lineKind !== later.lineKind || !sameRegions(earlier, later)) return null;
  const both = moments.findIndex((_, at) => first[at] === true && second[at] === true);
  if (both < 0 || !first.some((holds, at) => holds && second[at] !== true) || !second.some((holds, at) => holds && first[at] !== true)) return null;
  const minutes = moments.flatMap(({ today, minuteOfDay }, at) => (first[at] === true && second[at] === true ? [(today.weekday - 1) * 1440 + minuteOfDay] : []));
  return { earlier, later, minute: Math.min(...minutes) };
}

const specialty: Readonly<Record<Rule['days'], number>> = { weekdays: 0, workdays: 0, restdays: 0, holidays: 1, makeUpDays: 1, dates: 2 };

/** The more general days come first and go elsewhere: on the special days they win. Hours that run over from the day before do not count. */
function comesTooLate(earlier: Rule, later: Rule, { first, second, moments }: Hours): boolean {
  if (specialty[earlier.days] >= specialty[later.days] || earlier.goal === later.goal || !takesCallersOf(earlier, later)) return false;
  return moments.some(({ today }, at) => first[at] === true && second[at] === true && fitsDay(earlier, today) && fitsDay(later, today));
}

const takesCallersOf = (one: Rule, other: Rule): boolean =>
  (one.lineKind === 'any' || one.lineKind === other.lineKind) && (one.regions.length === 0 || (other.regions.length > 0 && other.regions.every((region) => one.regions.includes(region))));

const sameRegions = (one: Rule, other: Rule): boolean => one.regions.length === other.regions.length && one.regions.every((region) => other.regions.includes(region));

/** One moment for each stretch of hours between two edges of the rules, on each kind of day after each kind of day. */
function momentsOf(rules: readonly Rule[], { calendar }: RoutingContext): readonly CallMoment[] {
  const edges = rules.flatMap((rule) => {
    const window = windowOf(rule);
    return window === null ? [] : [window.from, window.to % 1440];
  });
  const minutes = [...new Set([0, ...edges])].toSorted((a, b) => a - b);
  return [...dayPairs(), ...datePairs(rules, calendar)].flatMap(([yesterday, today]) => minutes.map((minuteOfDay) => ({ yesterday, today, minuteOfDay })));
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function kindsOf(weekday: Weekday): readonly DayFacts[] {
  const day = { date: null, weekday, announced: true };
  const off = { ...day, work: false, holiday: true, makeUp: false };
  return weekday <= 5 ? [{ ...day, work: true, holiday: false, makeUp: false }, off] : [{ ...day, work: false, holiday: false, makeUp: false }, off, { ...day, work: true, holiday: false, makeUp: true }];
}

const dayPairs = (): readonly (readonly [DayFacts, DayFacts])[] =>
  weekdays.flatMap((weekday) => kindsOf(weekday === 1 ? 7 : (weekday - 1) as Weekday).flatMap((yesterday) => kindsOf(weekday).map((today) => [yesterday, today] as const)));

/** The days that rules name, and the day after each: what a rule of dates can meet. */
function datePairs(rules: readonly Rule[], calendar: RoutingContext['calendar']): readonly (readonly [DayFacts, DayFacts])[] {
  const dated = rules.filter(({ days }) => days === 'dates');
  const days = new Set(dated.flatMap(({ dates }) => dates.flatMap(({ from, to }) => daysOf(from, to))));
  // Of days that no rule can tell apart one stands for all.
  const pairs = new Map<string, readonly [DayFacts, DayFacts]>();
  for (const date of days) {
    const pair = [dayFacts(addDays(date, -1), calendar), dayFacts(date, calendar)] as const;
    pairs.set(JSON.stringify(pair.map((day) => [day.weekday, day.work, day.holiday, dated.map((rule) => fitsDay(rule, day))])), pair);
  }
  return [...pairs.values()];
}

function daysOf(from: string, to: string): readonly string[] {
  if (!isSpan(from, to)) return [];
  const days: string[] = [];
  for (let day = from; day <= to && days.length < MOST_DAYS_OF_A_SPAN; day = addDays(day, 1)) days.push(day);
  return [...days, addDays(days.at(-1) ?? from, 1)];
}
