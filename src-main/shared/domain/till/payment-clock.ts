import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { instantOfWall, toInstant, type Instant } from '../calendar/shanghai-time.ts';
import type { Li } from '../money/money.ts';

/** A ledger row as the clock sees it; a reversal is a row of its own with a negative amount. */
export type ClockRow = {
  readonly amountLi: Li;
  readonly state: 'received' | 'awaited';
  readonly takenAt: Instant;
  /** The bank's day of a confirmed transfer or collection. */
  readonly arrivedOn: PlainDate | null;
};

/** When the amount due was first fully in and has stayed so: a moment, the bank's day where it completed the sum, or null. */
export function paymentClock(dueLi: Li, rows: readonly ClockRow[]): Instant | PlainDate | null {
  if (dueLi <= 0) return null;
  const received = rows.filter(({ state }) => state === 'received').toSorted((a, b) => order(a, b));
  let sumLi = 0;
  let since: Instant | PlainDate | null = null;
  for (const row of received) {
    sumLi += row.amountLi;
    if (sumLi < dueLi) since = null;
    else since ??= row.arrivedOn ?? toInstant(row.takenAt);
  }
  return since;
}

/** What is in the drawer or on the account now. */
export const receivedLi = (rows: readonly ClockRow[]): Li => sum(rows.filter(({ state }) => state === 'received'));

/** What was announced and has not arrived. */
export const awaitedLi = (rows: readonly ClockRow[]): Li => sum(rows.filter(({ state }) => state === 'awaited'));

const sum = (rows: readonly ClockRow[]): Li => rows.reduce((total, { amountLi }) => total + amountLi, 0);

/** A bank's day without time counts from its start, so that cash of the same day completes the sum. */
function order(a: ClockRow, b: ClockRow): number {
  const [first, second] = [startOf(a), startOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function startOf({ arrivedOn, takenAt }: ClockRow): Instant {
  return arrivedOn !== null && isPlainDate(arrivedOn) ? instantOfWall(arrivedOn, '00:00') : toInstant(takenAt);
}
