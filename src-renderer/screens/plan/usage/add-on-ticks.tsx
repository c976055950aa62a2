import { Checkbox, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { AddOnOffer } from '#contract/plans.ts';
import { amount } from '../../../text/formats.ts';
import { perText, planText } from '../../../text/plan.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';
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
              <InputNumber size="small" aria-label={words.quantity(addOn.name)} value={quantity} min={0} max={50} precision={0} controls={false} disabled={disabled} style={{ width: 34 }}
                onChange={(value) => { if (value !== null && value !== quantity) onWant((ids) => withQuantity(ids, addOn, value)); }} />
            ) : null}
          </span>
        );
      })}
    </div>
  );
}
