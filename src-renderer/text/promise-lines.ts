import type { PaymentsView } from '#contract/payments.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { dayWords, shortMoment } from './formats.ts';
import { paymentText } from './payment.ts';

/** One way the promise can come out: what must happen, and the day; `day` is null where only the submission settles it. */
export type PromiseLine = { readonly label: string; readonly day: string | null; readonly strong: boolean };

/** The day promised: before and after today's cut-off while money is open, one day once it is in. */
export function promiseLines({ promise, clockStartAt, dueLi }: PaymentsView, now: string): readonly PromiseLine[] {
  if (!promise) return [];
  if (clockStartAt !== null) return [paidLine(clockStartAt, promise, now)];
  const words = dueLi === 0 ? paymentText.submit : paymentText.pay;
  if (wallTime(now).time.slice(0, 5) >= promise.cutOff) return [{ label: words.now, day: promise.after, strong: true }];
  return [{ label: words.today, day: promise.before, strong: true }, { label: words.after(promise.cutOff), day: promise.after, strong: false }];
}

/** The clock started: the promise of today holds only for money of today. A bank's day counts from its morning. */
function paidLine(start: string, promise: NonNullable<PaymentsView['promise']>, now: string): PromiseLine {
  const bankDay = start.length === 10;
  const day = bankDay ? start : wallTime(start).date;
  const label = paymentText.paidAt(bankDay ? dayWords(start) : shortMoment(start));
  if (day !== wallTime(now).date) return { label, day: null, strong: true };
  return { label, day: bankDay || wallTime(start).time.slice(0, 5) < promise.cutOff ? promise.before : promise.after, strong: true };
}
