import { Input, type InputRef } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { frameText } from '../../text/frame.ts';
import { comparisonText as words, dearerReasons } from '../../text/plan-comparison.ts';
import { Chip } from '../../ui/chip.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Props = { readonly title: string; readonly over: string; readonly onChoose: (reason: string) => void; readonly onClose: () => void };

/** A dearer plan needs a reason: one digit says it and chooses, 5 and words do too; Esc leaves everything as it was. */
export function ReasonDialog(props: Props): ReactNode {
  return <Dialog title={props.title} width={600} onClose={props.onClose}><ReasonForm {...props} /></Dialog>;
}

function ReasonForm({ title, over, onChoose, onClose }: Props): ReactNode {
  const [other, setOther] = useState('');
  const head = useRef<HTMLHeadingElement>(null);
  const field = useRef<InputRef>(null);
  // No button has the focus: Enter pressed twice must not give a reason that nobody gave.
  useEffect(() => head.current?.focus(), []);
  const send = (): void => { if (other.trim() !== '') onChoose(other.trim()); };
  useKeys([
    { keys: `1…${dearerReasons.length}`, label: words.reasonKeys, run: (key) => { const reason = dearerReasons[Number(key) - 1]; if (reason) onChoose(reason); } },
    { keys: '5', label: words.reasonOther, run: () => field.current?.focus() },
    { keys: 'Ctrl+Enter', label: words.reasonSend, run: send },
  ]);
  return (
    <>
      <h2 ref={head} tabIndex={-1} className="dialog-words">{title}</h2>
      <p className="quiet">{over}</p>
      <div className="reason-chips" role="group" aria-label={words.reasonLabel}>
        {dearerReasons.map((reason, index) => <Chip key={reason} label={reason} keys={String(index + 1)} on={false} onClick={() => onChoose(reason)} />)}
        <Chip label={words.reasonOther} keys="5" on={other !== ''} onClick={() => field.current?.focus()} />
      </div>
      <Input ref={field} id="dearer-reason" aria-label={words.reasonLabel} placeholder={words.reasonOtherHint} maxLength={words.reasonLength} value={other}
        onChange={(event) => setOther(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) send(); }} />
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.reasonSend} keys="Enter" disabled={other.trim() === ''} onClick={send} /></div>
    </>
  );
}
