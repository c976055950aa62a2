// Days as whole numbers counted from 1970-01-01, by tables of their own: the raters share no calendar.

/** A day as its number. */
export type DayNumber = number;

export type Civil = { readonly year: number; readonly month: number; readonly day: number };

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!);

/** First day of each month from 1970 to 2099, in order. */
const MONTH_STARTS: readonly DayNumber[] = (() => {
  const starts: DayNumber[] = [];
  let next = 0;
  for (let year = 1970; year < 2100; year += 1)
    for (let month = 1; month <= 12; month += 1) {
      starts.push(next);
      next += monthLength(year, month);
    }
  return starts;
})();

const monthIndex = ({ year, month }: Pick<Civil, 'year' | 'month'>): number => (year - 1970) * 12 + month - 1;

export const numberOf = (civil: Civil): DayNumber => MONTH_STARTS[monthIndex(civil)]! + civil.day - 1;

export function parseDay(text: string): DayNumber {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return numberOf({ year: year!, month: month!, day: day! });
}

export function civilOf(number: DayNumber): Civil {
  let index = Math.floor(number / 30.5);
  while (MONTH_STARTS[index]! > number) index -= 1;
  while (MONTH_STARTS[index + 1]! <= number) index += 1;
  return { year: 1970 + Math.floor(index / 12), month: (index % 12) + 1, day: number - MONTH_STARTS[index]! + 1 };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export function textOf(number: DayNumber): string {
  const { year, month, day } = civilOf(number);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The month `count` months after that of the day, as year and month. */
export function monthAfter(number: DayNumber, count: number): Pick<Civil, 'year' | 'month'> {
  const index = monthIndex(civilOf(number)) + count;
  return { year: 1970 + Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The same day `count` months later; a day that month does not have is the one after its last (rules 3.7, 5.1). */
export function sameDayLater(number: DayNumber, count: number): DayNumber {
  const target = monthAfter(number, count);
  const { day } = civilOf(number);
  const length = monthLength(target.year, target.month);
  return day > length ? numberOf({ ...target, day: length }) + 1 : numberOf({ ...target, day });
}

/** Last day of a span of `count` months from the day (rule 5.1). */
export function lastOfSpan(number: DayNumber, count: number): DayNumber {
  const target = monthAfter(number, count);
  const { day } = civilOf(number);
  const length = monthLength(target.year, target.month);
  return day > length ? numberOf({ ...target, day: length }) : numberOf({ ...target, day }) - 1;
}
