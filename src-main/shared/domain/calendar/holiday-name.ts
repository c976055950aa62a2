import chineseDays from 'chinese-days';
import { yearOf, type PlainDate } from './plain-date.ts';
import { announcedCalendar } from './work-calendar.ts';

/** The holiday a day off (or a make-up workday) belongs to, 国庆节; null where none is announced. */
export function holidayName(date: PlainDate): string | null {
  const year = yearOf(date);
  if (year < announcedCalendar.firstKnownYear || year > announcedCalendar.lastKnownYear) return null;
  // Local noon, as in work-calendar.ts. The package writes `National Day,国庆节,3`, and a weekday's name on plain days.
  // oxlint-disable-next-line import/no-named-as-default-member -- Node sees only the default of this CommonJS package.
  return chineseDays.getDayDetail(`${date}T12:00:00`).name.split(',')[1] ?? null;
}
