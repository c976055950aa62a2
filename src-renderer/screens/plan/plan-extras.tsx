import { Button, Checkbox, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import type { AddOnOffer } from '#contract/plans.ts';
import { amount } from '../../text/formats.ts';
import { perText, planText } from '../../text/plan.ts';

/** Add-ons as ticks; `Ctrl+1…6` ticks them without the mouse. */
export function AddOns({ addOns, picked, disabled, onPick }: {
  readonly addOns: readonly AddOnOffer[];
  readonly picked: readonly string[];
  readonly disabled: boolean;
  readonly onPick: (addOnId: string) => void;
}): ReactNode {
  if (addOns.length === 0) return <p className="hint">{planText.noAddOns}</p>;
  return (
    <div className="plan-add-ons" role="group" aria-label={planText.addOns}>
      {addOns.map((addOn) => (
        <Checkbox key={addOn.addOnId} checked={picked.includes(addOn.addOnId)} disabled={disabled} onChange={() => onPick(addOn.addOnId)} title={addOn.note ?? undefined}>
          <span>{addOn.name}</span><small>{amount(addOn.feeLi)} {perText(addOn.per)}</small>
        </Checkbox>
      ))}
    </div>
  );
}

/** 营业厅标准: a monthly minimum above the grade's, saved on leaving the field. */
export function MinimumChooser({ fromLi, minimumLi, disabled, onChoose }: {
  readonly fromLi: number;
  readonly minimumLi: number | null;
  readonly disabled: boolean;
  readonly onChoose: (minimumLi: number | null) => void;
}): ReactNode {
  const [typed, setTyped] = useState<number | null>((minimumLi ?? fromLi) / 1000);
  const leave = (): void => {
    const li = typed === null ? null : Math.round(typed * 100) * 10;
    const next = li === fromLi ? null : li;
    if (next !== minimumLi) onChoose(next);
  };
  return (
    <label className="plan-minimum">
      <span>{planText.minimum}</span>
      <InputNumber value={typed} precision={2} min={fromLi / 1000} step={10} disabled={disabled} onChange={setTyped} onBlur={leave} onPressEnter={leave} />
      <span className="hint">{planText.minimumHint(amount(fromLi))}</span>
      {minimumLi === null ? null : <Button size="small" onClick={() => onChoose(null)}>{planText.minimumReset}</Button>}
    </label>
  );
}
