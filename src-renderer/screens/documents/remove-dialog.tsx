import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { documentsText } from '../../text/documents.ts';
import { frameText } from '../../text/frame.ts';
import { Field } from '../../ui/form/field.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

/** A page leaves the case only with a reason; who, when and why stay on record. */
export function RemoveDialog({ onRemove, onClose }: { readonly onRemove: (reason: string) => void; readonly onClose: () => void }): ReactNode {
  return <Dialog title={documentsText.removeTitle} onClose={onClose}><Body onRemove={onRemove} onClose={onClose} /></Dialog>;
}

function Body({ onRemove, onClose }: { readonly onRemove: (reason: string) => void; readonly onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  const remove = (): void => { if (ready) onRemove(reason.trim()); };
  useKeys([{ keys: 'Enter', label: documentsText.removeDo, when: 'always', run: remove }, { keys: 'Ctrl+Enter', label: documentsText.removeDo, shown: false, run: remove }]);
  return (
    <>
      <h2>{documentsText.removeTitle}</h2>
      <Field label={documentsText.removeReason} span={12} htmlFor="remove-reason"><Input id="remove-reason" autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <p className="hint">{documentsText.removeHint}</p>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={documentsText.removeDo} keys="Enter" disabled={!ready} onClick={remove} /></div>
    </>
  );
}
