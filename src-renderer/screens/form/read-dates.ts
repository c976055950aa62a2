import type { Rule } from '#domain/routing/routing-form.ts';

type Span = Rule['dates'][number];

/** `2026-10-01~2026-10-07，2026-12-31` and the shorter `10-01~10-07`, `10.1-10.7`, `10月1日至7日` of this year; what is no date stays as typed, for the check to tell. */
export function readDates(text: string, year: number): readonly Span[] {
  return text.normalize('NFKC').split(/[,;、\s]+/).map((part) => part.trim()).filter((part) => part !== '').map((part) => spanOf(part, year));
}

export const writeDates = (dates: readonly Span[]): string => dates.map(({ from, to }) => (from === to ? from : `${from}~${to}`)).join('，');

function spanOf(part: string, year: number): Span {
  const [first = '', second] = part.includes('~') || part.includes('至') ? part.split(/[~至]/) : (/^(\d{1,2}[./月]\d{1,2}日?)-(.+)$/.exec(part)?.slice(1) ?? [part]);
  const from = dateOf(first, year);
  if (second === undefined) return { from, to: from };
  const day = /^(\d{1,2})日?$/.exec(second)?.[1];
  return { from, to: day === undefined ? dateOf(second, year) : `${from.slice(0, 8)}${day.padStart(2, '0')}` };
}

function dateOf(text: string, year: number): string {
  const parts = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/.exec(text.trim());
  if (parts === null) return text.trim().slice(0, 10);
  return `${parts[1] ?? String(year)}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
}
