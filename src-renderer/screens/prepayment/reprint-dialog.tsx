import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { frameText } from '../../text/frame.ts';
import { paymentText } from '../../text/payment.ts';
import { Field } from '../../ui/form/field.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Props = { readonly times: number; readonly onPrint: (reason: string) => void; readonly onClose: () => void };

/** A receipt printed again says why; it comes out marked 副本 and counted. */
export function ReprintDialog(props: Props): ReactNode {
  return <Dialog title={paymentText.reprint.title} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ times, onPrint, onClose }: Props): ReactNode {
  const [reason, setReason] = useState('');
  const words = paymentText.reprint;
  const ready = reason.trim() !== '';
  const print = (): void => { if (ready) onPrint(reason.trim()); };
  useKeys([{ keys: 'Enter', label: words.done, when: 'always', run: print }, { keys: 'Ctrl+Enter', label: words.done, shown: false, run: print }]);
  return (
    <>
      <h2>{words.title}</h2>
      <Field label={words.reason} span={12} htmlFor="reprint-reason"><Input id="reprint-reason" autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <p className="hint">{words.hint(times)}</p>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.done} keys="Enter" disabled={!ready} onClick={print} /></div>
    </>
  );
}
