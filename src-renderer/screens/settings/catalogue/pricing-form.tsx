import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { catalogueText, feeWords } from '../../../text/catalogue.ts';
import { Field } from '../../../ui/form/field.tsx';
import { readAmount } from '../../../ui/form/read-amount.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { type CatalogueDesk, type CataloguePlan, hallPriceLi } from './catalogue-desk.ts';
import { PriceDialog } from './price-dialog.tsx';

type Props = { readonly plan: CataloguePlan; readonly desk: CatalogueDesk; readonly mayChange: boolean };
/** What was missing when the price was to be set. */
type Missing = 'price' | 'same' | 'note';

const fieldOf = (missing: Missing): string => (missing === 'note' ? 'hall-price-note' : 'hall-price');

/** The price of a plan that is left to the hall: typed, said why, confirmed. */
export function PricingForm({ plan, desk, mayChange }: Props): ReactNode {
  const now = hallPriceLi(plan);
  const standing = now !== null ? catalogueText.priceNow(feeWords(plan)) : plan.sample ? catalogueText.sampleNow(feeWords(plan)) : catalogueText.notPriced;
  return (
    <section className="catalogue-price">
      <h3>{catalogueText.pricing}<span className="quiet">{standing}</span></h3>
      {mayChange ? <PriceFields plan={plan} desk={desk} now={now} /> : null}
    </section>
  );
}

function PriceFields({ plan, desk, now }: Omit<Props, 'mayChange'> & { readonly now: number | null }): ReactNode {
  const { form } = desk;
  const [refused, setRefused] = useState<Missing | null>(null);
  const [asked, setAsked] = useState<{ readonly li: number | null } | null>(null);
  const li = readAmount(form.price);
  const missing = missingIn(form.price, form.note, now);
  const shown = refused !== null && (refused === missing.price || refused === missing.note) ? refused : null;
  const refuse = (what: Missing): void => {
    setRefused(what);
    document.getElementById(fieldOf(what))?.focus();
  };
  const setPrice = (): void => {
    const first = missing.price ?? missing.note;
    if (first === null && li !== null) setAsked({ li }); else refuse(first ?? 'price');
  };
  const takeAway = (): void => { if (missing.note === null) setAsked({ li: null }); else refuse('note'); };
  useKeys([{ keys: 'Ctrl+Enter', label: catalogueText.keys.price, run: setPrice }]);
  return (
    <>
      <div className="form-grid">
        <Field label={plan.monthlyFeePer === 'terminal' ? catalogueText.perTerminal : catalogueText.price} span={12} htmlFor="hall-price"
          message={shown === 'price' ? catalogueText.amountUnread : shown === 'same' ? catalogueText.same : null}>
          <Input id="hall-price" className="money-input" inputMode="decimal" autoComplete="off" value={form.price} onChange={(event) => desk.write({ price: event.target.value })} />
        </Field>
        <Field label={catalogueText.why} span={12} htmlFor="hall-price-note" message={shown === 'note' ? catalogueText.noteNeeded : null}>
          <Input id="hall-price-note" maxLength={200} autoComplete="off" value={form.note} onChange={(event) => desk.write({ note: event.target.value })} />
        </Field>
      </div>
      <p className="hint">{catalogueText.pricingHint}</p>
      <div className="catalogue-price-actions">
        {desk.priced === plan.id ? <StatusWord tone="success">{catalogueText.priced}</StatusWord> : null}
        {now === null ? null : <QuietButton label={catalogueText.takeAway} onClick={takeAway} />}
        <PrimaryButton label={catalogueText.setPrice} keys="Ctrl+Enter" busy={desk.busy === 'price'} onClick={setPrice} />
      </div>
      {asked ? <PriceDialog plan={plan} li={asked.li} note={form.note.trim()} onConfirm={() => void desk.price(asked.li)} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

/** Field by field; taking a price away needs the note only. */
function missingIn(price: string, note: string, now: number | null): { readonly price: 'price' | 'same' | null; readonly note: 'note' | null } {
  const li = readAmount(price);
  return { price: li === null || li === 0 ? 'price' : li === now ? 'same' : null, note: note.trim() === '' ? 'note' : null };
}
