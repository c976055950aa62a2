import { elapsedMs, type Instant } from '#domain/calendar/shanghai-time.ts';

/** How near an end is: past, urgent (under ten minutes, shown amber), near (counts minutes) or far. */
export type Nearness = 'past' | 'urgent' | 'near' | 'far';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const URGENT = 10 * MINUTE;
const NEAR = 3 * HOUR;

export function nearness(now: Instant, end: Instant): Nearness {
  const left = elapsedMs(now, end);
  if (left <= 0) return 'past';
  if (left < URGENT) return 'urgent';
  return left < NEAR ? 'near' : 'far';
}

/** 剩 9:05 under ten minutes, 剩 52 分, 剩 5 小时 20 分, 剩 3 天 (to the nearest day); 已过期 once it is past. */
export function countdownText(now: Instant, end: Instant): string {
  const left = elapsedMs(now, end);
  if (left <= 0) return '已过期';
  if (left < URGENT) {
    const seconds = Math.ceil(left / 1000);
    return `剩 ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
  const minutes = Math.floor(left / MINUTE);
  if (left < HOUR) return `剩 ${minutes} 分`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `剩 ${Math.round(left / (24 * HOUR))} 天`;
  return minutes % 60 === 0 ? `剩 ${hours} 小时` : `剩 ${hours} 小时 ${minutes % 60} 分`;
}

/** How long something has been waiting: 刚刚, 26 分, 1 小时 8 分, 3 天. */
export function waitedText(since: Instant, now: Instant): string {
  const minutes = Math.floor(Math.max(0, elapsedMs(since, now)) / MINUTE);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} 天`;
  return minutes % 60 === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes % 60} 分`;
}
