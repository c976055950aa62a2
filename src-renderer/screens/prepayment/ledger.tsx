import type { ReactNode } from 'react';
import type { PaymentRow, PaymentsView } from '#contract/payments.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { amount, clockWords, dayWords, shortMoment } from '../../text/formats.ts';
import { paymentText, tenderName } from '../../text/payment.ts';
import { Money } from '../../ui/money.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** What came in, with the second it was on disk; a transfer or collection waits here until someone confirms its arrival. */
export function Ledger({ payments, company, today, onConfirm }: {
  readonly payments: PaymentsView;
  readonly company: string;
  readonly today: string;
  /** Absent where nothing may be changed. */
  readonly onConfirm?: (row: PaymentRow) => void;
}): ReactNode {
  const same = payments.rows.length > 0 && payments.rows.every((row) => row.payerName === company);
  return (
    <section aria-label={paymentText.taken}>
      <header className="money-head"><h3>{paymentText.taken}</h3><span className="hint">{same ? paymentText.payerSame : payments.rows.length === 0 ? paymentText.none : ''}</span></header>
      <ul className="money-rows">
        {payments.rows.map((row) => (
          <li key={row.paymentId} className="ledger-row">
            <strong>{tenderName[row.tender]}</strong>
            <div className="ledger-what">
              <span className="hint">{detailOf(row, company)}</span>
              {row.state === 'received' ? <StatusWord tone="success">{bookedOf(row, today)}</StatusWord> : <StatusWord tone="warning">{paymentText.awaited}</StatusWord>}
            </div>
            {row.state === 'awaited' && onConfirm ? <QuietButton small label={paymentText.confirm} onClick={() => onConfirm(row)} /> : null}
            <Money li={row.amountLi} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function detailOf(row: PaymentRow, company: string): string {
  const cash = row.tender === 'cash' && row.tenderedLi !== null ? (row.changeLi > 0 ? paymentText.paid(amount(row.tenderedLi), amount(row.changeLi)) : paymentText.exact) : '';
  return [cash, row.reference ? paymentText.reference(row.reference) : '', row.payerName === company ? '' : row.payerName, paymentText.by(row.takenBy)].filter((part) => part !== '').join('，');
}

function bookedOf(row: PaymentRow, today: string): string {
  if (row.arrivedOn !== null && (row.tender === 'transfer' || row.tender === 'collection')) return `${paymentText.arrivedOn(dayWords(row.arrivedOn))}，${paymentText.booked}`;
  return `${wallTime(row.takenAt).date === today ? clockWords(row.takenAt) : shortMoment(row.takenAt)} ${paymentText.booked}`;
}
