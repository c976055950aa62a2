/** `9`, `930`, `9:30`, `9：30` or `09:30` as `09:30`; `24` as `24:00`; null when it is no time of a day. */
export function readClock(text: string): string | null {
  const compact = text.normalize('NFKC').replace(/\s/g, '');
  const parts = /^(\d{1,2}):?(\d{2})?$/.exec(compact) ?? /^(\d{1,2})(\d{2})$/.exec(compact);
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
