import { Button, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { amount } from '../../../text/formats.ts';
import { planText } from '../../../text/plan.ts';

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
