/** What four digits in a row may stand for: a year (1900–2039), a day of the year (MMDD), a line of the multiplication table (3721). */
export const FOUR_KINDS = ['year', 'date', 'rhyme'] as const;

export type FourDigits = (typeof FOUR_KINDS)[number];

/** True when the four digits can be read so. */
export function standFor(what: FourDigits, four: string): boolean {
  switch (what) {
    case 'year':
      return four >= '1900' && four <= '2039';
    case 'date':
      return isDay(Number(four.slice(0, 2)), Number(four.slice(2)));
    case 'rhyme':
      return Number(four[0]) * Number(four[1]) === Number(four.slice(2)) && four[2] !== '0';
  }
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (month: number, day: number): boolean => day >= 1 && day <= (DAYS[month - 1] ?? 0);
