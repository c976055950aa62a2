import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { formatYuan } from '#domain/money/money.ts';
import { amount } from '../../../text/formats.ts';
import { planText } from '../../../text/plan.ts';
import { readAmount } from '../../../ui/form/read-amount.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

// More than a request carries is more than any hall allows: main answers with the hall's range.
const mostLi = 1_000_000_000;

/** 营业厅标准: a monthly minimum above the grade's, saved on leaving the field. */
export function MinimumChooser({ fromLi, minimumLi, disabled, onChoose }: {
  readonly fromLi: number;
  readonly minimumLi: number | null;
  readonly disabled: boolean;
  readonly onChoose: (minimumLi: number | null) => void;
}): ReactNode {
  const [typed, setTyped] = useState(formatYuan(minimumLi ?? fromLi));
  const li = readAmount(typed);
  const wrong = li === null || li < fromLi;
  const leave = (): void => {
    if (wrong) return;
    const next = li === fromLi ? null : Math.min(li, mostLi);
    if (next !== minimumLi) onChoose(next);
  };
  return (
    <label className="plan-minimum">
      <span>{planText.minimum}</span>
      <Input id="plan-minimum" className="money-input" inputMode="decimal" autoComplete="off" value={typed} disabled={disabled} aria-invalid={wrong} status={wrong ? 'error' : ''}
        onChange={(event) => setTyped(event.target.value)} onBlur={leave} onPressEnter={leave} onFocus={(event) => event.currentTarget.select()} />
      {wrong ? <span role="alert"><StatusWord tone="error">{planText.minimumWrong(amount(fromLi))}</StatusWord></span> : <span className="hint">{planText.minimumHint(amount(fromLi))}</span>}
      {minimumLi === null ? null : <Button size="small" onClick={() => onChoose(null)}>{planText.minimumReset}</Button>}
    </label>
  );
}
