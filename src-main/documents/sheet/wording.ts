import { assert } from '#domain/assert.ts';
import type { PaperDate, PaperDue, PaperNumber, PaperTime } from '#domain/agreement/paper-head.ts';
import { type Li, formatYuan } from '#domain/money/money.ts';

const WEEKDAYS = '日一二三四五六';

/** `2026-09-24` as 2026年9月24日. */
export function dateWords(date: PaperDate): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  assert(match, 'dateWords: not a date');
  return `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

/** `2026-09-24T10:16:12` as 2026年9月24日 10:16:12. */
export function timeWords(time: PaperTime): string {
  const [date = '', clock = ''] = time.split('T');
  return `${dateWords(date)} ${clock}`;
}

/** The clock part of a moment. */
export const clockOf = (time: PaperTime): string => time.split('T')[1] ?? '';

export const weekdayWord = (date: PaperDate): string => `星期${WEEKDAYS.charAt(new Date(`${date}T00:00:00Z`).getUTCDay())}`;

/** `4006001688` as 400-600-1688. */
export const groupedNumber = (digits: PaperNumber): string => `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;

/** ¥ with the narrow sign and two decimals. */
export const yuanSign = (amount: Li): string => `¥${formatYuan(amount)}`;

/** An amount in a table: － where there is none, 0.00 where it is truly zero. */
export const amountCell = (amount: Li | null): string => (amount === null ? '－' : formatYuan(amount));

/** 星期一，收款后第7个工作日 */
export function dueWords({ date, workingDays, startsWith }: PaperDue): string {
  return `${weekdayWord(date)}，${startsWith === 'payment' ? '收款' : '资料齐全'}后第${workingDays}个工作日`;
}

const HAN_FIGURES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99 as 一, 十, 二十一… */
export function ordinalWord(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? HAN_FIGURES[tens] : ''}${tens > 0 ? '十' : ''}${HAN_FIGURES[ones]}`;
}
