/** What a bare number in a column of durations counts. */
export type DurationUnit = 'seconds' | 'minutes';

/** No call is longer: what says so is another column, or a broken row. */
const longestSeconds = 86_400;
/** Nobody writes a length in more signs; blanks without end would cost time without end. */
const longestText = 40;

const words = /^(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟|分|m(?:in)?|[′']))?\s*(?:(\d+)\s*(?:秒钟|秒|s(?:ec)?|[″"]))?$/i;
const colons = /^(?:(\d{1,2})[:：])?(\d{1,4})[:：](\d{1,2})$/;
const number = /^\d{1,7}(?:\.\d+)?$/;

/** The unit that a column's name says; seconds when it says none. */
export const unitOf = (name: string): DurationUnit => (/分钟|[（(]分[）)]|minute|\bmins?\b/i.test(name) && !/秒|sec/i.test(name) ? 'minutes' : 'seconds');

/** Length of a call in whole seconds: `65`, `1:05`, `0:01:05`, `1分5秒`; a part of a second counts as a whole one. Null where it is none. */
export function callDuration(text: string, unit: DurationUnit): number | null {
  const trimmed = text.trim();
  if (trimmed.length > longestText) return null;
  const written = trimmed.replace(/,(?=\d{3}(?:\D|$))/g, '');
  const seconds = number.test(written) ? wholeSeconds(Number(written) * (unit === 'minutes' ? 60 : 1)) : (byColons(written) ?? byWords(written));
  return seconds === null || seconds > longestSeconds ? null : seconds;
}

/** 16.1 minutes are 966 seconds, whatever their product in binary is. */
const wholeSeconds = (seconds: number): number => Math.ceil(Math.round(seconds * 1000) / 1000);

function byColons(text: string): number | null {
  const parts = colons.exec(text);
  if (parts === null) return null;
  const [hours, minutes, seconds] = [Number(parts[1] ?? 0), Number(parts[2]), Number(parts[3])];
  return seconds > 59 || (parts[1] !== undefined && minutes > 59) ? null : hours * 3600 + minutes * 60 + seconds;
}

function byWords(text: string): number | null {
  const parts = words.exec(text);
  if (text === '' || parts === null) return null;
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
}

/** Words by which a list says that nobody answered. */
export const saysUnanswered = (text: string): boolean => /未接|未应答|无应答|无人接|未通|振铃放弃|no ?answer|missed|unanswered|abandon|cancel/i.test(text);
