import type { ReactNode } from 'react';
import type { PaymentsView } from '#contract/payments.ts';
import { dueName, paymentText } from '../../text/payment.ts';
import { Money } from '../../ui/money.tsx';

/** What is due, line by line, adding up by eye. */
export function DueLines({ payments }: { readonly payments: PaymentsView }): ReactNode {
  return (
    <section aria-label={paymentText.due}>
      <header className="money-head"><h3>{paymentText.due}</h3></header>
      <ul className="money-rows">
        {payments.dueLines.map((line) => <li key={`${line.code} ${line.name}`}><span>{dueName(line)}</span><Money li={line.li} /></li>)}
        <li className="money-total"><strong>{paymentText.total}</strong><Money li={payments.dueLi} size={20} sign /></li>
      </ul>
    </section>
  );
}
