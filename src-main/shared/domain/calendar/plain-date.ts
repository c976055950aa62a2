import { assert } from '../assert.ts';

/** A calendar day without time or zone, `yyyy-mm-dd`; sorts and compares as text. */
export type PlainDate = string;

/** ISO 8601 weekday: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when the text is `yyyy-mm-dd` and the day exists (30 February does not). */
export function isPlainDate(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days of a month of the Gregorian calendar; `month` is 1…12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(epochMs(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (epochMs(to) - epochMs(from)) / DAY_MS;
}

/** The weekday of a date. */
export function weekdayOf(date: PlainDate): Weekday {
  return (((epochMs(date) / DAY_MS + 3) % 7 + 7) % 7 + 1) as Weekday;
}

/** The calendar year of a date. */
export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** Completed years on `today`; one born on 29 February turns a year older on 1 March of common years. */
export function ageOn(birthDate: PlainDate, today: PlainDate): number {
  assert(isPlainDate(birthDate) && isPlainDate(today), 'ageOn: not a date');
  const years = yearOf(today) - yearOf(birthDate);
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function epochMs(date: PlainDate): number {
  assert(isPlainDate(date), 'plainDate: not a date');
  return Date.parse(`${date}T00:00:00.000Z`);
}
