import type { ReactNode } from 'react';
import type { PaymentsView } from '#contract/payments.ts';
import { dayWords } from '../../text/formats.ts';
import { paymentText } from '../../text/payment.ts';
import { promiseLines } from '../../text/promise-lines.ts';
import { StatusWord } from '../../ui/status-word.tsx';

/** What can be promised to the customer now. */
export function PromisePanel({ payments, now }: { readonly payments: PaymentsView; readonly now: string }): ReactNode {
  const lines = promiseLines(payments, now);
  if (lines.length === 0) return null;
  return (
    <section className="promise" aria-label={paymentText.promise}>
      {lines.map(({ label, day, strong }) => (
        <div key={label}><span className="hint">{label}</span><span className={strong ? 'strong' : undefined}>{day === null ? paymentText.afterSubmit : paymentText.before(dayWords(day))}</span></div>
      ))}
      {payments.promise?.provisional ? <StatusWord tone="warning">{paymentText.provisional}</StatusWord> : null}
    </section>
  );
}
