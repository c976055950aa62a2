import { Input } from 'antd';
import type { ReactNode } from 'react';
import { amount } from '../../text/formats.ts';
import { paymentText, referenceLabel, tenders, tenderShort } from '../../text/payment.ts';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { Money } from '../../ui/money.tsx';
import type { TenderEntry } from './tender-entry.ts';

/** How the customer pays and how much; change is worked out while it is typed. */
export function TenderFields({ entry }: { readonly entry: TenderEntry }): ReactNode {
  const { tender, typed, problems } = entry;
  return (
    <section className="tender" aria-label={paymentText.tender}>
      <div className="tender-chips">
        {tenders.map((one, index) => <Chip key={one} label={tenderShort[one]} keys={String(index + 1)} on={tender === one} onClick={() => entry.choose(one)} />)}
      </div>
      <div className="tender-fields">
        <div className="field"><span className="field-label">{paymentText.open}</span><Money li={entry.openLi} size={20} /></div>
        <Field label={paymentText.now} span={1} htmlFor="pay-amount" message={problems.amount}>
          <Input {...fieldAria('pay-amount', problems.amount)} className="money-input" inputMode="decimal" autoComplete="off" value={typed.amount} onFocus={(event) => event.target.select()} onChange={(event) => entry.type('amount', event.target.value)} />
        </Field>
        {tender === 'cash' ? (
          <>
            <Field label={paymentText.given} span={1} htmlFor="pay-given" message={problems.given}>
              <Input {...fieldAria('pay-given', problems.given)} className="money-input" inputMode="decimal" autoComplete="off" placeholder={entry.amountLi === null ? '' : paymentText.givenExact(amount(entry.amountLi))} value={typed.given} onChange={(event) => entry.type('given', event.target.value)} />
            </Field>
            <div className="field"><span className="field-label">{paymentText.change}</span>{entry.changeLi === null ? <span className="money">—</span> : <Money li={entry.changeLi} size={20} />}</div>
          </>
        ) : (
          <Field label={referenceLabel[tender]} span={2} htmlFor="pay-reference" message={problems.reference}>
            <Input {...fieldAria('pay-reference', problems.reference)} autoComplete="off" maxLength={60} value={typed.reference} onChange={(event) => entry.type('reference', event.target.value)} />
          </Field>
        )}
        <Field label={paymentText.payer} span={entry.stranger ? 2 : 4} htmlFor="pay-payer" message={problems.payer}>
          <Input {...fieldAria('pay-payer', problems.payer)} maxLength={100} value={typed.payer} onChange={(event) => entry.type('payer', event.target.value)} />
        </Field>
        {entry.stranger ? (
          <Field label={paymentText.payerNote} span={2} htmlFor="pay-payer-note" message={problems.payerNote}>
            <Input {...fieldAria('pay-payer-note', problems.payerNote)} maxLength={200} placeholder={paymentText.payerNoteHint} value={typed.payerNote} onChange={(event) => entry.type('payerNote', event.target.value)} />
          </Field>
        ) : null}
      </div>
    </section>
  );
}
