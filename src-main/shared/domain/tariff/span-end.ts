import { assert } from '../assert.ts';
import { addDays, daysInMonth, isPlainDate, type PlainDate, yearOf } from '../calendar/plain-date.ts';

/** The last day of a span of whole months from a day, that day counted: 2026-01-15 and 24 end 2028-01-14, 2024-02-29 and 24 end 2026-02-28 (tariff-rules.md 5.1). */
export const spanEnd = (openedOn: PlainDate, months: number): PlainDate => addDays(anniversary(openedOn, months), -1);

/** The same day so many months later; where that month has no such day, the day after its last: the span before it ends there. */
export function anniversary(openedOn: PlainDate, months: number): PlainDate {
  assert(isPlainDate(openedOn) && Number.isSafeInteger(months) && months >= 0, 'anniversary: no day or no whole months');
  const count = yearOf(openedOn) * 12 + Number(openedOn.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const [day, last] = [Number(openedOn.slice(8)), daysInMonth(year, month)];
  return day > last ? addDays(`${year}-${pad(month)}-${pad(last)}`, 1) : `${year}-${pad(month)}-${pad(day)}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');
