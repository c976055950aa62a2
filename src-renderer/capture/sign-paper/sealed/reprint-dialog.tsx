import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { frameText } from '../../../text/frame.ts';
import { printText } from '../../../text/print.ts';
import { Field } from '../../../ui/form/field.tsx';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';

type Props = { readonly onPrint: (reason: string) => void; readonly onClose: () => void };

/** A paper printed again says why; it comes out marked 副本. */
export function ReprintDialog(props: Props): ReactNode {
  return <Dialog title={printText.reprintTitle} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ onPrint, onClose }: Props): ReactNode {
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  const print = (): void => { if (ready) onPrint(reason.trim()); };
  useKeys([{ keys: 'Enter', label: printText.again, when: 'always', run: print }, { keys: 'Ctrl+Enter', label: printText.again, shown: false, run: print }]);
  return (
    <>
      <h2>{printText.reprintTitle}</h2>
      <Field label={printText.reprintReason} span={12} htmlFor="paper-reprint-reason"><Input id="paper-reprint-reason" autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <p className="hint">{printText.reprintHint}</p>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={printText.again} keys="Enter" disabled={!ready} onClick={print} /></div>
    </>
  );
}
