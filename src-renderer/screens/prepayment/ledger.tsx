import type { ReactNode } from 'react';
import type { PaymentRow, PaymentsView, ReversalRow } from '#contract/payments.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { amount, clockWords, dayWords, shortMoment } from '../../text/formats.ts';
import { carrierWord, paymentText, reversalName, reversalReason, tenderName } from '../../text/payment.ts';
import { Money } from '../../ui/money.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** What came in, with the second it was on disk; a transfer or collection waits here until someone confirms its arrival. */
export function Ledger({ payments, company, today, onConfirm, onReverse }: {
  readonly payments: PaymentsView;
  readonly company: string;
  readonly today: string;
  /** Absent where nothing may be changed. */
  readonly onConfirm?: (row: PaymentRow) => void;
  readonly onReverse: (row: PaymentRow) => void;
}): ReactNode {
  const same = payments.rows.length > 0 && payments.rows.every((row) => row.payerName === company);
  return (
    <section aria-label={paymentText.taken}>
      <header className="money-head"><h3>{paymentText.taken}</h3><span className="hint">{same ? paymentText.payerSame : payments.rows.length === 0 ? paymentText.none : ''}</span></header>
      <ul className="money-rows">
        {payments.rows.flatMap((row) => [
          <Taken key={row.paymentId} row={row} company={company} today={today} onConfirm={onConfirm} onReverse={onReverse} />,
          ...row.reversals.map((reversal) => <GivenBack key={reversal.reversalId} reversal={reversal} today={today} />),
        ])}
      </ul>
    </section>
  );
}

function Taken({ row, company, today, onConfirm, onReverse }: {
  readonly row: PaymentRow; readonly company: string; readonly today: string; readonly onConfirm: ((row: PaymentRow) => void) | undefined; readonly onReverse: (row: PaymentRow) => void;
}): ReactNode {
  const carrier = row.state === 'received' ? carrierWord[row.carrier] : '';
  const kinds = row.may.map((kind) => reversalName[kind]).join('、');
  return (
    <li className="ledger-row" data-reversed={row.state === 'reversed'}>
      <strong>{tenderName[row.tender]}</strong>
      <div className="ledger-what">
        <span className="hint">{detailOf(row, company)}</span>
        {row.state === 'awaited' ? <StatusWord tone="warning">{paymentText.awaited}</StatusWord>
          : <span className="ledger-words"><StatusWord tone="success">{bookedOf(row, today)}</StatusWord>{carrier ? <StatusWord tone={row.carrier === 'parked' ? 'error' : 'quiet'}>{carrier}</StatusWord> : null}</span>}
      </div>
      {row.state === 'awaited' && onConfirm ? <QuietButton small label={paymentText.confirm} onClick={() => onConfirm(row)} /> : null}
      {row.may.length > 0 ? <button type="button" className="link ledger-reverse" onClick={() => onReverse(row)}>{kinds}</button> : null}
      <Money li={row.amountLi} />
    </li>
  );
}

function GivenBack({ reversal, today }: { readonly reversal: ReversalRow; readonly today: string }): ReactNode {
  const { kind, amountLi, reason, note, at, by, authorisedBy, receiptNo } = reversal;
  const facts = [reversalReason[reason], note, receiptNo ?? '', paymentText.by(by).replace(' 收', ' 办'), authorisedBy ? paymentText.authorised(authorisedBy) : ''].filter((part) => part !== '');
  return (
    <li className="ledger-row ledger-back">
      <strong>{reversalName[kind]}</strong>
      <div className="ledger-what"><span className="hint">{facts.join('，')}</span><StatusWord tone="quiet">{`${wallTime(at).date === today ? clockWords(at) : shortMoment(at)} ${paymentText.booked}`}</StatusWord></div>
      <Money li={-amountLi} />
    </li>
  );
}

function detailOf(row: PaymentRow, company: string): string {
  const cash = row.tender === 'cash' && row.tenderedLi !== null ? (row.changeLi > 0 ? paymentText.paid(amount(row.tenderedLi), amount(row.changeLi)) : paymentText.exact) : '';
  return [cash, row.reference ? paymentText.reference(row.reference) : '', row.payerName === company ? '' : paymentText.paidBy(row.payerName, row.payerNote), paymentText.by(row.takenBy)].filter((part) => part !== '').join('，');
}

function bookedOf(row: PaymentRow, today: string): string {
  if (row.arrivedOn !== null && (row.tender === 'transfer' || row.tender === 'collection')) return `${paymentText.arrivedOn(dayWords(row.arrivedOn))}，${paymentText.booked}`;
  return `${wallTime(row.takenAt).date === today ? clockWords(row.takenAt) : shortMoment(row.takenAt)} ${paymentText.booked}`;
}
