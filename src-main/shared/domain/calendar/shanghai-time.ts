import { assert } from '../assert.ts';
import { isPlainDate, weekdayOf, type PlainDate, type Weekday } from './plain-date.ts';

/** A moment as stored and sent: ISO 8601 in UTC with milliseconds, `2026-11-23T02:42:07.000Z`. */
export type Instant = string;

/** What the clock on the hall's wall shows. */
export type WallTime = {
  readonly date: PlainDate;
  /** `HH:MM:SS`, 24 hours. */
  readonly time: string;
  readonly weekday: Weekday;
  /** Minutes since midnight, 0…1439. */
  readonly minuteOfDay: number;
};

/** Shanghai is UTC+8 all year; summer time ended in 1991, so no moment of this product needs more. */
const OFFSET_MS = 8 * 3_600_000;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** True when the text is a moment with its own zone (`Z` or an offset), so that nothing has to be guessed. */
export const isInstant = (text: string): boolean => ZONED.test(text) && !Number.isNaN(Date.parse(text));

/** Any zoned ISO text, or epoch milliseconds, in the one stored form. */
export function toInstant(moment: string | number): Instant {
  return new Date(epochOf(moment)).toISOString();
}

/** Milliseconds from `from` to `to`. */
export const elapsedMs = (from: Instant, to: Instant): number => epochOf(to) - epochOf(from);

/** The moment on the wall clock of the hall. */
export function wallTime(moment: string | number): WallTime {
  const shifted = new Date(epochOf(moment) + OFFSET_MS).toISOString();
  const date = shifted.slice(0, 10);
  const time = shifted.slice(11, 19);
  return { date, time, weekday: weekdayOf(date), minuteOfDay: minutesOf(time.slice(0, 5)) };
}

/** The moment at which the hall's wall clock shows this date and time (`HH:MM` or `HH:MM:SS`). */
export function instantOfWall(date: PlainDate, time: string): Instant {
  assert(isPlainDate(date) && CLOCK.test(time), 'instantOfWall: not a wall time');
  return toInstant(`${date}T${time.length === 5 ? `${time}:00` : time}+08:00`);
}

/** Minutes since midnight of `HH:MM`; `24:00` is 1440. */
export function minutesOf(clock: string): number {
  assert(CLOCK.test(clock) || clock === '24:00', 'minutesOf: not HH:MM');
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function epochOf(moment: string | number): number {
  if (typeof moment === 'number') return moment;
  assert(isInstant(moment), 'shanghaiTime: a moment needs its zone');
  return Date.parse(moment);
}
