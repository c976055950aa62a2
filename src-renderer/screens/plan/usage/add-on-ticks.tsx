import { Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { AddOnOffer } from '#contract/plans.ts';
import { amount } from '../../../text/formats.ts';
import { perText, planText } from '../../../text/plan.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';
import { readCount } from '../../../ui/form/read-count.ts';
import { StatusWord } from '../../../ui/status-word.tsx';
import { quantityOf, withQuantity, withToggle } from './wanted-add-ons.ts';

/** The fifth question: features as ticks, those bought by the piece with their number; `Ctrl+1…6` ticks without the mouse. */
export function AddOnTicks({ addOns, wanted, disabled, onWant }: {
  readonly addOns: readonly AddOnOffer[];
  readonly wanted: readonly string[];
  readonly disabled: boolean;
  readonly onWant: (change: (ids: readonly string[]) => readonly string[]) => void;
}): ReactNode {
  if (addOns.length === 0) return null;
  return (
    <div className="usage-add-ons" role="group" aria-label={words.addOns}>
      <span className="usage-part">{words.addOns}</span>
      {addOns.map((addOn) => {
        const quantity = quantityOf(wanted, addOn.addOnId);
        return (
          <span key={addOn.addOnId} className="usage-add-on" title={`${amount(addOn.feeLi)} ${perText(addOn.per)}${addOn.note ? `。${addOn.note}` : ''}`}>
            <Checkbox checked={quantity > 0} disabled={disabled} onChange={() => onWant((ids) => withToggle(ids, addOn))}>{planText.shortAddOn[addOn.addOnId] ?? addOn.name}</Checkbox>
            {addOn.counted && quantity > 0 ? (
              <Quantity key={quantity} label={words.quantity(addOn.name)} quantity={quantity} disabled={disabled} onCount={(count) => onWant((ids) => withQuantity(ids, addOn, count))} />
            ) : null}
          </span>
        );
      })}
    </div>
  );
}

const most = 50;

/** How many: kept on leaving the field; what is no such number stays as it was typed, and says what may be. */
function Quantity({ label, quantity, disabled, onCount }: { readonly label: string; readonly quantity: number; readonly disabled: boolean; readonly onCount: (count: number) => void }): ReactNode {
  const [typed, setTyped] = useState(String(quantity));
  const count = readCount(typed, 0, most);
  const leave = (): void => {
    if (typed.trim() === '') setTyped(String(quantity));
    else if (count !== null && count !== quantity) onCount(count);
  };
  const wrong = count === null && typed.trim() !== '';
  return (
    <>
      <Input size="small" inputMode="numeric" autoComplete="off" aria-label={label} aria-invalid={wrong} status={wrong ? 'error' : ''} value={typed} disabled={disabled} style={{ width: 34 }}
        onChange={(event) => setTyped(event.target.value)} onBlur={leave} onPressEnter={leave} onFocus={(event) => event.currentTarget.select()} />
      {wrong ? <span role="alert"><StatusWord tone="error">{words.countWrong(0, most)}</StatusWord></span> : null}
    </>
  );
}
