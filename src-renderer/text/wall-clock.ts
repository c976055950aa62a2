import { type PlainDate, weekdayOf } from '#domain/calendar/plain-date.ts';
import { type Instant, wallTime } from '#domain/calendar/shanghai-time.ts';

export const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

export const weekdayName = (date: PlainDate): string => weekdayNames[weekdayOf(date) - 1] as string;

/** `11-24 10:15:26`, for histories where seconds decide the order. */
export function secondText(at: Instant): string {
  const { date, time } = wallTime(at);
  return `${date.slice(5)} ${time}`;
}

/** 今天 17:30 when it is today, else `11-26 17:30`. */
export function endText(at: Instant, now: Instant): string {
  const end = wallTime(at);
  return end.date === wallTime(now).date ? `今天 ${end.time.slice(0, 5)}` : `${end.date.slice(5)} ${end.time.slice(0, 5)}`;
}
