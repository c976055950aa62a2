import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { frameText } from '../../../text/frame.ts';
import { comparisonText as words } from '../../../text/plan-comparison.ts';
import { Field } from '../../../ui/form/field.tsx';
import { focusNextOnEnter } from '../../../ui/form/focus-next.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { estimatedMinutes } from './estimated-minutes.ts';

type Props = { readonly onTake: (minutes: number) => void; readonly onClose: () => void };

/** Customers know how often their phone rings, not how many minutes it is. */
export function EstimateDialog(props: Props): ReactNode {
  return <Dialog title={words.estimateTitle} width={400} onClose={props.onClose}><EstimateForm {...props} /></Dialog>;
}

function EstimateForm({ onTake, onClose }: Props): ReactNode {
  const [calls, setCalls] = useState('');
  const [average, setAverage] = useState('3');
  const minutes = estimatedMinutes(calls, average);
  const take = (): void => { if (minutes !== null && minutes > 0) onTake(minutes); };
  useKeys([{ keys: 'Ctrl+Enter', label: words.takeEstimate, run: take }]);
  return (
    <>
      <h2>{words.estimateTitle}</h2>
      <div className="form-grid" onKeyDown={(event) => { if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.id === 'estimate-average') take(); else focusNextOnEnter(event); }}>
        <Field label={words.calls} span={6} htmlFor="estimate-calls"><Input id="estimate-calls" autoFocus inputMode="numeric" autoComplete="off" value={calls} onChange={(event) => setCalls(event.target.value)} /></Field>
        <Field label={words.average} span={6} htmlFor="estimate-average"><Input id="estimate-average" inputMode="decimal" autoComplete="off" value={average} onChange={(event) => setAverage(event.target.value)} onFocus={(event) => event.currentTarget.select()} /></Field>
      </div>
      <p aria-live="polite">{minutes === null && calls.trim() !== '' ? <StatusWord tone="error">{words.estimateWrong}</StatusWord> : <strong>{words.estimated(minutes ?? 0)}</strong>}</p>
      <p className="hint">{words.estimateHint}</p>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.takeEstimate} keys="Enter" disabled={!minutes} onClick={take} /></div>
    </>
  );
}
