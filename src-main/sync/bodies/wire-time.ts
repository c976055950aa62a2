import { wallTime, type Instant } from '#domain/calendar/shanghai-time.ts';
import { daysInMonth } from '#domain/calendar/plain-date.ts';

/** A moment as the carrier writes it: the hall's wall clock with its offset. */
export function wireTime(at: Instant): string {
  const { date, time } = wallTime(at);
  return `${date}T${time}+08:00`;
}

/** The same wall time so many months later; a day that the month lacks becomes its last day. */
export function wireMonthsLater(at: Instant, months: number): string {
  const { date, time } = wallTime(at);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [endYear, endMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const endDay = Math.min(day, daysInMonth(endYear, endMonth));
  return `${endYear}-${String(endMonth).padStart(2, '0')}-${String(endDay).padStart(2, '0')}T${time}+08:00`;
}
