import { addDays, type PlainDate, type Weekday, weekdayOf } from '../calendar/plain-date.ts';
import { holidayName } from '../calendar/holiday-name.ts';
import { dayKind, isFixedHoliday, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { CallMoment, DayFacts } from './call.ts';

/** What rules may ask about a day of the announced calendar; what is not announced yet is expected (routing-rules.md 7). */
export function dayFacts(date: PlainDate, calendar: WorkCalendar): DayFacts {
  const { work, announced } = dayKind(date, calendar);
  const weekday = weekdayOf(date);
  return { date, weekday, work, announced, holiday: !work && (weekday <= 5 || holidayName(date) !== null || isFixedHoliday(date)), makeUp: work && weekday >= 6 };
}

/** A call at a minute of a day, Beijing time. */
export const callMoment = (date: PlainDate, minuteOfDay: number, calendar: WorkCalendar): CallMoment =>
  ({ today: dayFacts(date, calendar), yesterday: dayFacts(addDays(date, -1), calendar), minuteOfDay });

/** A minute of an ordinary week: no dates, no holidays, nothing made up. */
export const ordinaryMoment = (weekday: Weekday, minuteOfDay: number): CallMoment =>
  ({ today: ordinaryDay(weekday), yesterday: ordinaryDay((weekday === 1 ? 7 : weekday - 1) as Weekday), minuteOfDay });

/** A day of an ordinary week. */
export const ordinaryDay = (weekday: Weekday): DayFacts => ({ date: null, weekday, work: weekday <= 5, holiday: false, makeUp: false, announced: true });
