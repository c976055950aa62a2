import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { CallLimits, RoutedCall } from '../call.ts';
import { callMoment } from '../call-moment.ts';
import { type Caller, isInRegion } from '../caller.ts';
import { fitsDay, ruleRefusal, windowOf } from '../rule-match.ts';
import type { RoutingForm, Rule } from '../routing-form.ts';
import { type TestCall, testCallCounts } from '../test-call.ts';
import { resultOf, runTestCall, type TestCallSetup } from './run-test-call.ts';

/** A caller that may be tried, with the text it is named by. */
export type KnownCaller = { readonly text: string; readonly caller: Caller };

export type SuggestSetup = {
  readonly today: PlainDate;
  readonly limits: CallLimits;
  readonly calendar: WorkCalendar;
  /** Callers of many regions and both kinds of line; the first is the ordinary one. */
  readonly callers: readonly KnownCaller[];
};

/** So many days from tomorrow on are searched for a time at which a rule decides. */
const SEARCHED_DAYS = 366;

/** Test calls that fill the form's up to five: each rule that none of them tries where it decides, other times, everybody busy, nobody answers, a menu's key, an unknown caller. */
export function suggestTestCalls(form: RoutingForm, setup: SuggestSetup): readonly TestCall[] {
  const wanted = Math.max(0, testCallCounts.fewest - form.testCalls.length);
  const known = new Set(form.testCalls.map(sayings));
  const found: TestCall[] = [];
  for (const one of ideas(form, setup)) {
    if (found.length >= wanted) break;
    const said = sayings(one);
    if (known.has(said)) continue;
    known.add(said);
    found.push({ ...one, id: nextId([...form.testCalls, ...found]), result: resultOf(runTestCall(form, one, setup.limits, setup.calendar)) });
  }
  return found;
}

const sayings = ({ callerText, date, time, busy, silent, keys, knowsPassword }: TestCallSetup): string => JSON.stringify([callerText, date, time, busy, silent, keys, knowsPassword]);

/** The form has this very call. */
export const isKept = ({ testCalls }: RoutingForm, setup: TestCallSetup): boolean => testCalls.some((kept) => sayings(kept) === sayings(setup));

/** The next free id: c3 after c1, c2. */
export function nextId(taken: readonly { readonly id: string }[]): string {
  return `c${taken.reduce((high, { id }) => Math.max(high, Number(/^c(\d+)$/.exec(id)?.[1] ?? 0)), 0) + 1}`;
}

/** Everything worth trying, the most telling first. */
function* ideas(form: RoutingForm, setup: SuggestSetup): Generator<TestCallSetup> {
  const plain = plainCall(setup);
  const tried = new Set(form.testCalls.map(({ result }) => result.ruleId));
  const decidedBy = (again: boolean): readonly TestCallSetup[] => form.rules.filter(({ id }) => tried.has(id) === again).flatMap((rule) => whereDecides(form, rule, setup) ?? []);
  const [fresh, again] = [decidedBy(false), decidedBy(true)];
  yield* fresh;
  yield* otherwiseCall(form, setup);
  const main = fresh[0] ?? again[0] ?? plain;
  const reached = reachedPhones(runTestCall(form, main, setup.limits, setup.calendar));
  if (reached.length > 0) {
    yield { ...main, busy: reached };
    yield { ...main, silent: reached };
  }
  yield* keyCalls(form, main);
  const unknown = setup.callers.find(({ caller }) => caller.province === null);
  if (unknown) yield { ...main, callerText: unknown.text, caller: unknown.caller };
  yield* again;
  for (const { text, caller } of setup.callers) yield { ...main, callerText: text, caller };
  for (let hour = 0; hour < 24; hour += 3) yield { ...plain, time: `${String(hour).padStart(2, '0')}:30` };
}

function plainCall({ today, callers }: SuggestSetup): TestCallSetup {
  const first = callers[0] ?? { text: '', caller: { digits: '', lineKind: 'other', areaCode: null, city: null, province: null } as const };
  return { callerText: first.text, caller: first.caller, date: addDays(today, 1), time: '10:15', busy: [], silent: [], keys: [], knowsPassword: true };
}

/** A time and a caller for which no earlier rule decides. */
function whereDecides(form: RoutingForm, rule: Rule, setup: SuggestSetup): TestCallSetup | null {
  const window = windowOf(rule);
  if (window === null) return null;
  const minute = (window.from + Math.floor((Math.min(window.to, 1440) - window.from) / 2)) % 1440;
  const earlier = form.rules.slice(0, form.rules.indexOf(rule));
  const callers = setup.callers.filter(({ caller }) => (rule.regions.length === 0 || rule.regions.some((region) => isInRegion(caller, region))) && (rule.lineKind === 'any' || rule.lineKind === caller.lineKind));
  for (let day = 1; day <= SEARCHED_DAYS; day += 1) {
    const date = addDays(setup.today, day);
    const at = callMoment(date, minute, setup.calendar);
    if (!fitsDay(rule, at.today)) continue;
    const free = callers.find(({ caller }) => earlier.every((before) => ruleRefusal(before, caller, at) !== null));
    if (free) return { ...plainCall(setup), callerText: free.text, caller: free.caller, date, time: clockOf(minute) };
  }
  return null;
}

/** A half hour of the next week that no rule takes from the ordinary caller. */
function* otherwiseCall(form: RoutingForm, setup: SuggestSetup): Generator<TestCallSetup> {
  const plain = plainCall(setup);
  for (let day = 1; day <= 7; day += 1) {
    for (const minute of [1230, 1380, 150, 750, 630]) {
      const date = addDays(setup.today, day);
      const at = callMoment(date, minute, setup.calendar);
      if (form.rules.some((rule) => ruleRefusal(rule, plain.caller, at) === null)) continue;
      yield { ...plain, date, time: clockOf(minute) };
      return;
    }
  }
}

function* keyCalls(form: RoutingForm, main: TestCallSetup): Generator<TestCallSetup> {
  const first = form.menus[0];
  for (const { key } of first?.keys ?? []) yield { ...main, keys: [key] };
}

const reachedPhones = ({ ringing }: RoutedCall): readonly string[] => [...new Set(ringing.flatMap(({ destinationIds }) => destinationIds))];

const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
