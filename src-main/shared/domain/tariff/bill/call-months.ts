import { yearOf } from '../../calendar/plain-date.ts';
import type { BillPeriod } from '../bill.ts';
import { type CallClass, callClass, type CallRecord, dayOfCall } from '../usage.ts';
import type { ClassMinutes, MonthUsage } from './month-usage.ts';
import { billedMinutes, takeIncluded } from './rate-call.ts';

/** A call as the bill needs it; `second` is of its day, `place` the one in the list. */
type BilledCall = { readonly day: number; readonly second: number; readonly place: number; readonly minutes: number; readonly class: CallClass };

/** The calls of one calendar month in the order of the list. */
type CallMonth = { readonly key: string; readonly calls: readonly BilledCall[] };

/** Calls rated in the months in which they happened. */
export function callsAsTheyWere(calls: readonly CallRecord[]): MonthUsage {
  const months = new Map(groupByMonth(calls).map((month) => [month.key, charging(month)]));
  return {
    chargedIn: (period, _bill, included) => months.get(period.from.slice(0, 7))?.(period, included) ?? NO_MINUTES,
    callsOutside: (openedOn, endsOn) => calls.reduce((count, call) => (dayOfCall(call) < openedOn || dayOfCall(call) > endsOn ? count + 1 : count), 0),
  };
}

/** Calls whose months, from the first call's to the last call's, repeat over the bills in order. */
export function repeatedCalls(calls: readonly CallRecord[]): MonthUsage {
  const months = monthsInARow(groupByMonth(calls)).map(charging);
  return {
    chargedIn: (period, bill, included) => (months.length === 0 ? NO_MINUTES : (months[bill % months.length]?.(period, included) ?? NO_MINUTES)),
    callsOutside: () => 0,
  };
}

/** How many calendar months a list stands for: from the first call's to the last call's, those without calls too. */
export function monthsOfCalls(calls: readonly CallRecord[]): number {
  let [first, last] = ['9999-12', '0000-01'];
  for (const { at } of calls) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return calls.length === 0 ? 0 : monthCount(last) - monthCount(first) + 1;
}

const monthCount = (key: string): number => yearOf(key) * 12 + Number(key.slice(5, 7));

const NO_MINUTES: ClassMinutes = { local: 0, fixed: 0, mobile: 0, of: 1 };

function groupByMonth(calls: readonly CallRecord[]): readonly CallMonth[] {
  const months = new Map<string, BilledCall[]>();
  calls.forEach((call, place) => {
    const key = call.at.slice(0, 7);
    const billed = billedCall(call, place);
    const month = months.get(key);
    if (month === undefined) months.set(key, [billed]);
    else month.push(billed);
  });
  return [...months].map(([key, list]) => ({ key, calls: list })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const billedCall = (call: CallRecord, place: number): BilledCall => ({
  place,
  day: twoDigits(call.at, 8), second: twoDigits(call.at, 11) * 3600 + twoDigits(call.at, 14) * 60 + twoDigits(call.at, 17),
  minutes: billedMinutes(call.seconds), class: callClass(call),
});

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

function monthsInARow(months: readonly CallMonth[]): readonly CallMonth[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const row: CallMonth[] = [];
  for (let [year, month] = [yearOf(first.key), Number(first.key.slice(5))]; ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const key = `${year}-${String(month).padStart(2, '0')}`;
    row.push(months.find((each) => each.key === key) ?? { key, calls: [] });
    if (key === last.key) return row;
  }
}

/** What of a month's calls is charged; asked for the same days and included minutes by plan after plan, so each answer is kept. */
function charging({ calls }: CallMonth): (period: BillPeriod, included: number) => ClassMinutes {
  const ordered = new Map<number, readonly BilledCall[]>();
  const order = (last: number): readonly BilledCall[] => {
    // What is nearly in order is put in order quickly: shorter months start from the longest.
    const known = ordered.get(last) ?? inOrderOfStart(last === 31 ? calls : order(31), last);
    ordered.set(last, known);
    return known;
  };
  const answers = new Map<string, ClassMinutes>();
  return (period, included) => {
    const key = `${period.from.slice(8)} ${period.to.slice(8)} ${period.daysInMonth} ${included}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = walk(included === 0 ? calls : order(period.daysInMonth), period, included);
    answers.set(key, answer);
    return answer;
  };
}

function walk(calls: readonly BilledCall[], { from, to, daysInMonth: last }: BillPeriod, included: number): ClassMinutes {
  const [first, end] = [Number(from.slice(8)), Number(to.slice(8))];
  const sums = { local: 0, fixed: 0, mobile: 0 };
  let left = included;
  for (const call of calls) {
    const day = Math.min(call.day, last);
    if (day < first || day > end) continue;
    const free = takeIncluded(call.minutes, left);
    left -= free;
    sums[call.class] += call.minutes - free;
  }
  return { ...sums, of: 1 };
}

/** By start, equal starts in the order of the list; days that the month does not have move to its last. */
function inOrderOfStart(calls: readonly BilledCall[], last: number): readonly BilledCall[] {
  const start = ({ day, second }: BilledCall): number => (day < last ? day : last) * 86_400 + second;
  return calls.toSorted((a, b) => start(a) - start(b) || a.place - b.place);
}
