import type { Weekday } from '../calendar/plain-date.ts';
import type { Rule } from './routing-form.ts';

/** Minutes from Monday 00:00, `from` included, `to` not; inside one week 0…10080. */
export type WeekWindow = { readonly from: number; readonly to: number };

const DAY = 1440;
const WEEK = 7 * DAY;
const CLOCK = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** `HH:MM` as minutes of the day, `24:00` as 1440; null when it is no time. */
export function clockMinutes(text: string): number | null {
  return CLOCK.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)) : null;
}

/** The minute of the week of a weekday and a minute of its day. */
export const weekMinute = (weekday: Weekday, minuteOfDay: number): number => (weekday - 1) * DAY + minuteOfDay;

/** Weekday and clock of a minute of the week, for naming a place. */
export function placeInWeek(minute: number): { readonly weekday: number; readonly clock: string } {
  const ofDay = minute % DAY;
  return { weekday: Math.floor(minute / DAY) + 1, clock: `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}` };
}

/** The windows of a rule, cut at the end of the week; none when a time is malformed or the window is empty. */
export function weekWindows(rule: Pick<Rule, 'weekdays' | 'from' | 'to'>): readonly WeekWindow[] {
  const from = clockMinutes(rule.from);
  const to = clockMinutes(rule.to);
  if (from === null || to === null || from === to || from === DAY) return [];
  const length = to > from ? to - from : DAY - from + to;
  return [...new Set(rule.weekdays)].flatMap((weekday) => cutAtWeekEnd((weekday - 1) * DAY + from, length));
}

/** First minute that both rules claim; null when they never meet. */
export function firstOverlap(one: Pick<Rule, 'weekdays' | 'from' | 'to'>, other: Pick<Rule, 'weekdays' | 'from' | 'to'>): number | null {
  const starts = weekWindows(one).flatMap((a) => weekWindows(other).flatMap((b) => {
    const start = Math.max(a.from, b.from);
    return start < Math.min(a.to, b.to) ? [start] : [];
  }));
  return starts.length === 0 ? null : Math.min(...starts);
}

function cutAtWeekEnd(from: number, length: number): readonly WeekWindow[] {
  const to = from + length;
  if (to <= WEEK) return [{ from, to }];
  return [{ from, to: WEEK }, { from: 0, to: to - WEEK }];
}
