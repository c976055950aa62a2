import chineseDays from 'chinese-days';
import { weekdayOf, yearOf, type PlainDate } from './plain-date.ts';

/** A calendar of working days: what the State Council announced, for the years it covers. */
export type WorkCalendar = {
  readonly firstKnownYear: number;
  readonly lastKnownYear: number;
  /** Asked for dates of known years only; knows holidays and make-up days. */
  readonly isWorkday: (date: PlainDate) => boolean;
};

/** Whether a day is worked, and whether that is announced or only expected. */
export type DayKind = { readonly work: boolean; readonly announced: boolean };

/** The notices up to 2026, bundled with chinese-days (which takes later years for plain weeks: hence the guard). */
export const announcedCalendar: WorkCalendar = {
  firstKnownYear: 2004,
  lastKnownYear: 2026,
  // Local noon, because the package reads a bare date as UTC midnight and asks for the local weekday.
  // oxlint-disable-next-line import/no-named-as-default-member -- Node sees only the default of this CommonJS package.
  isWorkday: (date) => chineseDays.isWorkday(`${date}T12:00:00`),
};

/** The next year's notice can move days of late December: from here on the last known year is only expected. */
const NEXT_NOTICE_REACHES_BACK_TO = '12-25';

/** Public holidays fixed by law on a date of the solar calendar; the others move and wait for the notice. */
const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** A holiday by law on the same date every year. */
export const isFixedHoliday = (date: PlainDate): boolean => FIXED_HOLIDAYS.has(date.slice(5));

/** Work or rest; outside the announced days Monday to Friday without the fixed holidays is expected. */
export function dayKind(date: PlainDate, calendar: WorkCalendar): DayKind {
  const year = yearOf(date);
  const known = year >= calendar.firstKnownYear && year <= calendar.lastKnownYear;
  const announced = known && !(year === calendar.lastKnownYear && date.slice(5) >= NEXT_NOTICE_REACHES_BACK_TO);
  if (known) return { work: calendar.isWorkday(date), announced };
  return { work: weekdayOf(date) <= 5 && !isFixedHoliday(date), announced };
}
