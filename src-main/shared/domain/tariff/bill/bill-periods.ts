import { assert } from '../../assert.ts';
import { daysInMonth, isPlainDate, type PlainDate, yearOf } from '../../calendar/plain-date.ts';
import type { BillPeriod } from '../bill.ts';

/** The calendar months of a service, the first and the last cut to its days (tariff-rules.md 3.1). */
export function billPeriods(openedOn: PlainDate, endsOn: PlainDate): readonly BillPeriod[] {
  assert(isPlainDate(openedOn) && isPlainDate(endsOn) && openedOn <= endsOn, 'billPeriods: a service without days');
  const periods: BillPeriod[] = [];
  for (let month = monthCount(openedOn); month <= monthCount(endsOn); month += 1) {
    const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
    const all = daysInMonth(year, of);
    const stem = `${year}-${String(of).padStart(2, '0')}-`;
    const from = later(`${stem}01`, openedOn);
    const to = earlier(`${stem}${all}`, endsOn);
    periods.push({ from, to, days: Number(to.slice(8)) - Number(from.slice(8)) + 1, daysInMonth: all });
  }
  return periods;
}

const monthCount = (date: PlainDate): number => yearOf(date) * 12 + Number(date.slice(5, 7)) - 1;
const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
