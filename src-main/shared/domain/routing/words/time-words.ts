import { clockMinutes } from '../week-window.ts';
import type { Rule } from '../routing-form.ts';

const DAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** 周一 … 周日. */
export const weekdayWord = (weekday: number): string => `周${DAYS[weekday - 1] ?? ''}`;

/** 周一至周五, 周六、周日, 每天; three or more days in a row are a range. */
export function weekdayWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b);
  if (days.length === 7) return '每天';
  const runs: number[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => (run.length >= 3 ? [`${weekdayWord(run[0] ?? 1)}至${weekdayWord(run.at(-1) ?? 1)}`] : run.map(weekdayWord))).join('、');
}

const kinds = { workdays: '工作日（含调休上班）', restdays: '休息日（含法定节假日）', holidays: '法定节假日', makeUpDays: '调休上班日' } as const;

/** On which days a rule holds. */
export function dayWords(rule: Pick<Rule, 'days' | 'weekdays' | 'dates'>): string {
  if (rule.days === 'weekdays') return weekdayWords(rule.weekdays);
  if (rule.days === 'dates') return rule.dates.map(spanWords).join('、');
  return kinds[rule.days];
}

/** 2026年10月1日至7日, 2026年12月31日至2027年1月3日. */
function spanWords({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [from, to].map((date) => /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.slice(1).map(Number));
  if (!first || !last) return `${from}至${to}`;
  const [year, month, day] = first;
  const start = `${year}年${month}月${day}日`;
  if (from === to) return start;
  const [lastYear, lastMonth, lastDay] = last;
  if (year !== lastYear) return `${start}至${lastYear}年${lastMonth}月${lastDay}日`;
  return `${start}至${month === lastMonth ? '' : `${lastMonth}月`}${lastDay}日`;
}

/** 9:00—18:00, 22:00—次日6:00, 全天. */
export function clockWords({ from, to }: Pick<Rule, 'from' | 'to'>): string {
  if (from === '00:00' && to === '24:00') return '全天';
  const [start, end] = [clockMinutes(from), clockMinutes(to)];
  const overnight = start !== null && end !== null && end <= start && end > 0;
  const clock = (text: string): string => text.replace(/^0(?=\d:)/, '');
  return `${clock(from)}—${overnight ? '次日' : ''}${end === 0 ? '24:00' : clock(to)}`;
}

/** 周一至周五9:00—18:00. */
export const windowWords = (rule: Pick<Rule, 'days' | 'weekdays' | 'dates' | 'from' | 'to'>): string => `${dayWords(rule)}${clockWords(rule)}`;

/** 周二 10:15 of a minute of the week. */
export function weekMinuteWords(minute: number): string {
  return `${weekdayWord(Math.floor(minute / 1440) + 1)} ${minuteWords(minute % 1440)}`;
}

/** 8:30, 24:00. */
export const minuteWords = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Spans of a week as people say them: the same hours of several days together, whole days without hours. */
export function weekSpansWords(spans: readonly { readonly from: number; readonly to: number }[]): string {
  if (spans.length === 1 && spans[0]?.from === 0 && spans[0].to === 7 * 1440) return '任何时间';
  const daily = spans.flatMap(({ from, to }) => perDay(from, to));
  const byDay = new Map<number, string[]>();
  for (const { day, hours } of daily) byDay.set(day, [...(byDay.get(day) ?? []), hours]);
  const byHours = Map.groupBy([...byDay], ([, hours]) => hours.join('、'));
  return [...byHours].map(([hours, days]) => `${weekdayWords(days.map(([day]) => day))}${hours === '全天' ? '全天' : ` ${hours}`}`).join('；');
}

function perDay(from: number, to: number): readonly { readonly day: number; readonly hours: string }[] {
  const first = Math.floor(from / 1440);
  return Array.from({ length: Math.ceil(to / 1440) - first }, (_, index) => {
    const start = (first + index) * 1440;
    const [begin, end] = [Math.max(0, from - start), Math.min(1440, to - start)];
    return { day: first + index + 1, hours: begin === 0 && end === 1440 ? '全天' : `${minuteWords(begin)}—${minuteWords(end)}` };
  });
}
