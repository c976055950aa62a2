import type { PaperTime } from '#domain/agreement/paper-head.ts';
import { holidayName } from '#domain/calendar/holiday-name.ts';
import { addDays, type PlainDate, weekdayOf } from '#domain/calendar/plain-date.ts';
import { type Instant, wallTime } from '#domain/calendar/shanghai-time.ts';
import { dayKind, type WorkCalendar } from '#domain/calendar/work-calendar.ts';

/** 10月12日 */
export const dayWords = (date: PlainDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** 2026年10月12日 */
export const dateWords = (date: PlainDate): string => `${date.slice(0, 4)}年${dayWords(date)}`;

/** What the hall's clock shows, as paper keeps it. */
export function paperTime(at: Instant): PaperTime {
  const wall = wallTime(at);
  return `${wall.date}T${wall.time}`;
}

/** Why the days from `first` to `last` do not simply count from Monday to Friday: 国庆节放假不计；10月10日上班计入. */
export function daysOffWords(first: PlainDate, last: PlainDate, calendar: WorkCalendar): readonly string[] {
  const off: string[] = [];
  const madeUp: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const weekend = weekdayOf(date) > 5;
    const { work } = dayKind(date, calendar);
    if (!work && !weekend) off.push(holidayName(date) ?? dayWords(date));
    if (work && weekend) madeUp.push(dayWords(date));
  }
  return [...(off.length > 0 ? [`${[...new Set(off)].join('、')}放假不计`] : []), ...(madeUp.length > 0 ? [`${madeUp.join('、')}上班计入`] : [])];
}
