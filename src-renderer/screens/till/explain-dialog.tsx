import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import type { MismatchView } from '#contract/till.ts';
import { failureText } from '../../text/failures.ts';
import { frameText } from '../../text/frame.ts';
import { mismatchName, tillText } from '../../text/till.ts';
import { Chip } from '../../ui/chip.tsx';
import { type Beside, BesideFields, isBeside, nobodyBeside } from '../../ui/form/beside-fields.tsx';
import { Field } from '../../ui/form/field.tsx';
import { focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

type Said = { readonly action: 'in-transit' | 'explained'; readonly note: string; readonly supervisor: Beside | null };
type Props = { readonly mismatch: MismatchView; readonly onSay: (said: Said) => Promise<Failure | null>; readonly onClose: () => void };

const words = tillText.explain;

/** What happened and what is done about it; money on its way is marked 在途. A supervisor signs where the rules ask for one. */
export function ExplainDialog(props: Props): ReactNode {
  return <Dialog title={words.title} width={520} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ mismatch, onSay, onClose }: Props): ReactNode {
  const waits = mismatch.code === 'carrier-waiting';
  const [action, setAction] = useState<Said['action']>(waits ? 'in-transit' : 'explained');
  const [note, setNote] = useState('');
  const [beside, setBeside] = useState(nobodyBeside);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const needsBeside = mismatch.needs === 'supervisor';
  const ready = (action === 'in-transit' || note.trim() !== '') && (!needsBeside || isBeside(beside)) && !busy;
  const say = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    const refused = await onSay({ action, note: note.trim(), supervisor: needsBeside ? { staffNo: beside.staffNo.trim(), password: beside.password } : null });
    setBusy(false);
    if (refused === null) { onClose(); return; }
    setBeside((old) => ({ ...old, password: '' }));
    setFailure(refused);
  };
  useKeys([{ keys: 'Ctrl+Enter', label: words.done, run: () => void say() }]);
  const refused = failure ? failureText(failure) : null;
  return (
    <div onKeyDown={focusNextOnEnter}>
      <h2>{words.title}</h2>
      <p><strong>{mismatch.company || mismatch.receiptNo}</strong> {mismatchName[mismatch.code](mismatch.li)}</p>
      {waits ? <div className="reverse-kinds"><Chip label={words.transit} on={action === 'in-transit'} onClick={() => setAction('in-transit')} /><Chip label={words.plain} on={action === 'explained'} onClick={() => setAction('explained')} /></div> : null}
      <div className="dialog-grid">
        <Field label={words.note} span={12} htmlFor="explain-note" message={action === 'explained' && note.trim() === '' && failure ? words.noteNeeded : undefined}><Input id="explain-note" autoFocus maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
        {needsBeside ? <BesideFields words={words} value={beside} onChange={setBeside} /> : null}
      </div>
      {refused ? <p role="alert"><StatusWord tone="error">{refused.title}。{refused.safe}{refused.next}</StatusWord></p> : null}
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.done} keys="Ctrl+Enter" busy={busy} disabled={!ready} onClick={() => void say()} /></div>
    </div>
  );
}
