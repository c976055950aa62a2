import { InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { frameText } from '../../../text/frame.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';
import { Field } from '../../../ui/form/field.tsx';
import { focusNextOnEnter } from '../../../ui/form/focus-next.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';

type Props = { readonly onTake: (minutes: number) => void; readonly onClose: () => void };

/** Customers know how often their phone rings, not how many minutes it is. */
export function EstimateDialog(props: Props): ReactNode {
  return <Dialog title={words.estimateTitle} width={400} onClose={props.onClose}><EstimateForm {...props} /></Dialog>;
}

function EstimateForm({ onTake, onClose }: Props): ReactNode {
  const [calls, setCalls] = useState<number | null>(null);
  const [average, setAverage] = useState<number | null>(3);
  const minutes = Math.ceil((calls ?? 0) * (average ?? 0));
  const take = (): void => { if (minutes > 0) onTake(minutes); };
  useKeys([{ keys: 'Ctrl+Enter', label: words.takeEstimate, run: take }]);
  return (
    <>
      <h2>{words.estimateTitle}</h2>
      <div className="form-grid" onKeyDown={(event) => { if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.id === 'estimate-average') take(); else focusNextOnEnter(event); }}>
        <Field label={words.calls} span={6} htmlFor="estimate-calls"><InputNumber id="estimate-calls" autoFocus min={0} max={1_000_000} precision={0} controls={false} value={calls} onChange={setCalls} /></Field>
        <Field label={words.average} span={6} htmlFor="estimate-average"><InputNumber id="estimate-average" min={0} max={1000} step={0.5} controls={false} value={average} onChange={setAverage} onFocus={(event) => event.currentTarget.select()} /></Field>
      </div>
      <p aria-live="polite"><strong>{words.estimated(minutes)}</strong></p>
      <p className="hint">{words.estimateHint}</p>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.takeEstimate} keys="Enter" disabled={minutes === 0} onClick={take} /></div>
    </>
  );
}
