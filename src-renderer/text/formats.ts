import { addDays, daysBetween, isPlainDate, type PlainDate, weekdayOf } from '#domain/calendar/plain-date.ts';
import { elapsedMs, type Instant, wallTime } from '#domain/calendar/shanghai-time.ts';
import { formatYuan, type Li } from '#domain/money/money.ts';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const gradeWords = ['一', '二', '三', '四', '五', '六'] as const;

/** `1,080.00`. */
export const amount = (li: Li): string => formatYuan(li);

/** `¥1,080.00`, for totals in running text. */
export const yuanSign = (li: Li): string => `¥${formatYuan(li)}`;

/** `四级靓号`, or `普通号` for grade 9. */
export const gradeName = (grade: number): string => (gradeWords[grade - 1] ? `${gradeWords[grade - 1]}级靓号` : '普通号');

/** `11-24 周二`; the year is added only when it is not this one. */
export function dayWords(date: PlainDate, today?: PlainDate): string {
  if (!isPlainDate(date)) return date;
  const short = today && today.slice(0, 4) !== date.slice(0, 4) ? date : date.slice(5);
  return `${short} ${weekdays[weekdayOf(date) - 1]}`;
}

/** `11-24 周二 17:30`. */
export function momentWords(at: Instant): string {
  const wall = wallTime(at);
  return `${dayWords(wall.date)} ${wall.time.slice(0, 5)}`;
}

/** `11-26 18:00`, where a weekday would be noise. */
export function shortMoment(at: Instant): string {
  const wall = wallTime(at);
  return `${wall.date.slice(5)} ${wall.time.slice(0, 5)}`;
}

/** `10:42:07`. */
export const clockWords = (at: Instant): string => wallTime(at).time;

/** A span in the largest sensible unit: `52 分`, `6 小时 48 分`, `3 天`. */
export function spanWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} 分`;
  if (minutes < 24 * 60) return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
  return `${Math.floor(minutes / (24 * 60))} 天`;
}

export type DeadlineWords = { readonly text: string; readonly tone: 'error' | 'warning' | 'quiet' };

/** Relative when near (剩 52 分, 逾期 1 天), then 今天 17:30, 明天 09:00, then date and weekday. */
export function deadlineWords(at: Instant, now: Instant): DeadlineWords {
  const left = elapsedMs(now, at);
  const [due, today] = [wallTime(at), wallTime(now)];
  if (left < 0) {
    const days = daysBetween(due.date, today.date);
    return { text: `逾期 ${days > 0 ? `${days} 天` : spanWords(-left)}`, tone: 'error' };
  }
  if (left < 60 * 60_000) return { text: `剩 ${spanWords(left)}`, tone: 'error' };
  const clock = due.time.slice(0, 5);
  if (due.date === today.date) return { text: `今天 ${clock}`, tone: 'warning' };
  if (due.date === addDays(today.date, 1)) return { text: `明天 ${clock}`, tone: 'quiet' };
  return { text: dayWords(due.date, today.date), tone: 'quiet' };
}
