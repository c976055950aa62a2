import type { ReactNode } from 'react';
import type { PaymentsView } from '#contract/payments.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { dayWords, shortMoment } from '../../text/formats.ts';
import { paymentText } from '../../text/payment.ts';
import { StatusWord } from '../../ui/status-word.tsx';

/** The day promised: before and after today's cut-off while money is open, one day once it is in. */
export function PromisePanel({ payments, now }: { readonly payments: PaymentsView; readonly now: string }): ReactNode {
  const { promise, clockStartAt } = payments;
  if (!promise) return null;
  const late = wallTime(now).time.slice(0, 5) >= promise.cutOff;
  return (
    <section className="promise" aria-label={paymentText.promise}>
      {clockStartAt !== null ? <PaidLine start={clockStartAt} promise={promise} now={now} />
        : late ? <Line label={paymentText.paidNow} value={paymentText.before(dayWords(promise.after))} strong />
          : <><Line label={paymentText.paidToday} value={paymentText.before(dayWords(promise.before))} strong /><Line label={paymentText.paidAfter(promise.cutOff)} value={paymentText.before(dayWords(promise.after))} /></>}
      {promise.provisional ? <StatusWord tone="warning">{paymentText.provisional}</StatusWord> : null}
    </section>
  );
}

/** The clock started: the promise of today holds only for money of today. */
function PaidLine({ start, promise, now }: { readonly start: string; readonly promise: NonNullable<PaymentsView['promise']>; readonly now: string }): ReactNode {
  const bankDay = start.length === 10;
  const day = bankDay ? start : wallTime(start).date;
  const label = paymentText.paidAt(bankDay ? dayWords(start) : shortMoment(start));
  if (day !== wallTime(now).date) return <Line label={label} value={paymentText.afterSubmit} />;
  const due = bankDay || wallTime(start).time.slice(0, 5) < promise.cutOff ? promise.before : promise.after;
  return <Line label={label} value={paymentText.before(dayWords(due))} strong />;
}

function Line({ label, value, strong = false }: { readonly label: string; readonly value: string; readonly strong?: boolean }): ReactNode {
  return <div><span className="hint">{label}</span><span className={strong ? 'strong' : undefined}>{value}</span></div>;
}
