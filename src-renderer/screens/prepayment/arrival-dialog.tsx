import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PaymentRow } from '#contract/payments.ts';
import { isPlainDate } from '#domain/calendar/plain-date.ts';
import { amount } from '../../text/formats.ts';
import { frameText } from '../../text/frame.ts';
import { paymentText } from '../../text/payment.ts';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Props = { readonly row: PaymentRow; readonly today: string; readonly onConfirm: (arrivedOn: string, reference: string) => Promise<void>; readonly onClose: () => void };

/** The bank's day and reference of a transfer or collection; its receipt is issued with it. */
export function ArrivalDialog(props: Props): ReactNode {
  return <Dialog title={paymentText.arrival.title} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ row, today, onConfirm, onClose }: Props): ReactNode {
  const [day, setDay] = useState(today);
  const [reference, setReference] = useState(row.reference);
  const [busy, setBusy] = useState(false);
  const words = paymentText.arrival;
  const wrongDay = !isPlainDate(day) || day > today ? words.wrongDay : undefined;
  const ready = !wrongDay && reference.trim() !== '' && !busy;
  const confirm = (): void => {
    if (!ready) return;
    setBusy(true);
    void onConfirm(day, reference.trim()).finally(() => setBusy(false));
  };
  useKeys([{ keys: 'Ctrl+Enter', label: words.done(amount(row.amountLi)), run: confirm }]);
  return (
    <>
      <h2>{words.title}</h2>
      <Field label={words.reference} span={12} htmlFor="arrival-reference"><Input id="arrival-reference" value={reference} maxLength={60} onChange={(event) => setReference(event.target.value)} /></Field>
      <Field label={words.day} span={12} htmlFor="arrived-on" message={wrongDay}><Input {...fieldAria('arrived-on', wrongDay)} value={day} maxLength={10} onChange={(event) => setDay(event.target.value.trim())} /></Field>
      <p className="hint">{words.hint}</p>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.done(amount(row.amountLi))} keys="Ctrl+Enter" busy={busy} disabled={!ready} onClick={confirm} /></div>
    </>
  );
}
