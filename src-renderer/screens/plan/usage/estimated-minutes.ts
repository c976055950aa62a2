import { readCount } from '../../../ui/form/read-count.ts';

/** Minutes a month from calls and minutes each (`2.5`), rounded up; null when a field is no number or it is more than can be compared. */
export function estimatedMinutes(calls: string, average: string): number | null {
  const count = readCount(calls, 0, 1_000_000);
  const parts = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(average.normalize('NFKC').trim());
  if (count === null || !parts) return null;
  const minutes = Math.ceil((count * (Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')))) / 100);
  return minutes > 10_000_000 ? null : minutes;
}
