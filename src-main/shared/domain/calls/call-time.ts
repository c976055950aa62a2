import { isPlainDate } from '../calendar/plain-date.ts';
import { isInstant, wallTime } from '../calendar/shanghai-time.ts';

const zoned = /(?:Z|[+-]\d{2}:\d{2})$/;
const day = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[T\s]+(.+))?$/;
const packed = /^(\d{4})(\d{2})(\d{2})\s?(?:(\d{2}):?(\d{2}):?(\d{2})?)?$/;
const clock = /^(上午|下午|AM|PM)?\s*(\d{1,2})[:：时点](\d{1,2})(?:[:：分](\d{1,2})?秒?|分)?(?:\.\d+)?\s*(AM|PM)?$/i;
/** Serials of spreadsheets from 2000 to 2099; day 0 is 30 December 1899. */
const serial = /^\d{5}(?:\.\d+)?$/;
const [firstSerial, lastSerial] = [36_526, 73_050];

const two = (value: number | string): string => String(value).padStart(2, '0');
const bounded = (at: string): string | null => (at >= '2000-01-01' && at < '2100-01-01' ? at : null);

/** A moment as call lists write it, as the hall's wall time `YYYY-MM-DDTHH:mm:ss`; null where it is none, or the order of day and month would be a guess. */
export function callTime(text: string): string | null {
  const written = text.trim().replace(/[\s\u00a0]+/g, ' ');
  if (serial.test(written)) return fromSerial(Number(written));
  if (zoned.test(written) && isInstant(written.replace(' ', 'T'))) {
    const { date, time } = wallTime(written.replace(' ', 'T'));
    return bounded(`${date}T${time}`);
  }
  const run = packed.exec(written);
  if (run !== null) return moment(run[1], run[2], run[3], `${run[4] ?? '00'}:${run[5] ?? '00'}:${run[6] ?? '00'}`);
  const parts = day.exec(written);
  return parts === null ? null : moment(parts[1], parts[2], parts[3], parts[4] ?? '0:00');
}

function moment(year = '', month = '', date = '', time: string): string | null {
  const onDay = `${year}-${two(month)}-${two(date)}`;
  const at = clockTime(time);
  return at === null || !isPlainDate(onDay) ? null : bounded(`${onDay}T${at}`);
}

/** A time of day alone (`9:05`, `下午3:20:11`) as `HH:mm:ss`. */
export function clockTime(text: string): string | null {
  const parts = clock.exec(text.trim());
  if (parts === null) return null;
  const half = (parts[1] ?? parts[5] ?? '').toUpperCase();
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)];
  const hours = half === '' ? hour : (hour % 12) + (half === 'PM' || half === '下午' ? 12 : 0);
  return hours > 23 || minute > 59 || second > 59 || (half !== '' && hour > 12) ? null : `${two(hours)}:${two(minute)}:${two(second)}`;
}

function fromSerial(days: number): string | null {
  if (days < firstSerial || days >= lastSerial) return null;
  return bounded(new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000).toISOString().slice(0, 19));
}
