import { unreachable } from '../assert.ts';
import { isPlainDate } from '../calendar/plain-date.ts';
import type { CallMoment, DayFacts } from './call.ts';
import { type Caller, isInRegion } from './caller.ts';
import type { Rule } from './routing-form.ts';
import { clockMinutes } from './week-window.ts';

/** The first condition that does not hold, or null when the rule takes the call (routing-rules.md 2). */
export function ruleRefusal(rule: Rule, caller: Caller, at: CallMoment): null | 'day' | 'time' | 'region' | 'line' {
  if (!holdsMinute(rule, at)) return fitsDay(rule, at.today) ? 'time' : 'day';
  if (!fitsRegion(rule, caller)) return 'region';
  return fitsLine(rule, caller) ? null : 'line';
}

/** Whether a rule is for the caller, whatever the time. */
export const fitsCaller = (rule: Rule, caller: Caller): boolean => fitsRegion(rule, caller) && fitsLine(rule, caller);

const fitsRegion = ({ regions }: Rule, caller: Caller): boolean => regions.length === 0 || regions.some((region) => isInRegion(caller, region));
const fitsLine = ({ lineKind }: Rule, caller: Caller): boolean => lineKind === 'any' || lineKind === caller.lineKind;

/** Whether a window of the rule starts on the day. */
export function fitsDay(rule: Pick<Rule, 'days' | 'weekdays' | 'dates'>, day: DayFacts): boolean {
  switch (rule.days) {
    case 'weekdays': return rule.weekdays.includes(day.weekday);
    case 'workdays': return day.work;
    case 'restdays': return !day.work;
    case 'holidays': return day.holiday;
    case 'makeUpDays': return day.makeUp;
    case 'dates': return isInSpan(rule.dates, day.date);
    default: return unreachable(rule.days);
  }
}

/** `from` and `to` in minutes; null where the times make no window. `to` above 1440 is on the next day. */
export function windowOf(rule: Pick<Rule, 'from' | 'to'>): { readonly from: number; readonly to: number } | null {
  const from = clockMinutes(rule.from);
  const to = clockMinutes(rule.to);
  if (from === null || to === null || from === to || from === 1440) return null;
  return { from, to: to > from ? to : to + 1440 };
}

/** Whether a window of the rule holds the minute. */
export function holdsMinute(rule: Rule, { today, yesterday, minuteOfDay }: CallMoment): boolean {
  const window = windowOf(rule);
  if (window === null) return false;
  if (minuteOfDay >= window.from && minuteOfDay < window.to && fitsDay(rule, today)) return true;
  return minuteOfDay + 1440 < window.to && fitsDay(rule, yesterday);
}

const isInSpan = (dates: Rule['dates'], date: string | null): boolean => date !== null && dates.some(({ from, to }) => isSpan(from, to) && from <= date && date <= to);

/** Both ends are days and in order. */
export const isSpan = (from: string, to: string): boolean => isPlainDate(from) && isPlainDate(to) && from <= to;
