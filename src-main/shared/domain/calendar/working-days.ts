import { assert } from '../assert.ts';
import { addDays, isPlainDate, type PlainDate } from './plain-date.ts';
import { wallTime, type Instant } from './shanghai-time.ts';
import { dayKind, type WorkCalendar } from './work-calendar.ts';

/** When the customer may expect the service, and how the day was counted. */
export type DueDate = {
  readonly date: PlainDate;
  /** True when a day on the way is not announced yet: shown as 预计, never as a promise. */
  readonly provisional: boolean;
  /** The day that counts as the day of payment, after the cut-off was applied. */
  readonly paymentDay: PlainDate;
  /** Working days 1 … n; the last is the due date. */
  readonly countedDays: readonly PlainDate[];
};

/** The last day of `workingDays`, counted from the first working day after the day of payment (product.md, due date). */
export function dueDate(order: {
  /** A moment, or a bare date where only the day is known (a confirmed transfer): then no cut-off applies. */
  readonly paidAt: Instant | PlainDate;
  /** `HH:MM`; a payment later than this counts as made on the next calendar day. */
  readonly cutOff: string;
  readonly workingDays: number;
  readonly calendar: WorkCalendar;
}): DueDate {
  assert(Number.isInteger(order.workingDays) && order.workingDays > 0, 'dueDate: no working days to count');
  const day = paymentDay(order.paidAt, order.cutOff);
  const countedDays: PlainDate[] = [];
  let provisional = false;
  for (let date = addDays(day, 1); countedDays.length < order.workingDays; date = addDays(date, 1)) {
    const kind = dayKind(date, order.calendar);
    if (!kind.announced) provisional = true;
    if (kind.work) countedDays.push(date);
  }
  const date = countedDays.at(-1);
  assert(date !== undefined, 'dueDate: nothing counted');
  return { date, provisional, paymentDay: day, countedDays };
}

/** The day that counts as the day of payment: the same day up to and including the cut-off, else the next. */
export function paymentDay(paidAt: Instant | PlainDate, cutOff: string): PlainDate {
  assert(/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(cutOff), 'paymentDay: cut-off is not HH:MM');
  if (isPlainDate(paidAt)) return paidAt;
  const wall = wallTime(paidAt);
  return wall.time > `${cutOff}:00` ? addDays(wall.date, 1) : wall.date;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later: how many are left. */
export function workingDaysUntil(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (dayKind(date, calendar).work) count += 1;
  }
  return count;
}
