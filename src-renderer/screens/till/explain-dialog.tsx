import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import type { MismatchView } from '#contract/till.ts';
import { useBeside } from '../../stores/use-beside.ts';
import { failureSentence } from '../../text/failure-line.ts';
import { frameText } from '../../text/frame.ts';
import { mismatchName, tillText } from '../../text/till.ts';
import { Chip } from '../../ui/chip.tsx';
import { type Beside, BesideFields, isBeside } from '../../ui/form/beside-fields.tsx';
import { Field } from '../../ui/form/field.tsx';
import { focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

type Said = { readonly action: 'in-transit' | 'explained'; readonly note: string; readonly supervisor: Beside | null };
type Props = { readonly mismatch: MismatchView; /** How many are on their way: they are marked together. */ readonly waiting: number; readonly onSay: (said: Said) => Promise<Failure | null>; readonly onClose: () => void };

const words = tillText.explain;

/** What happened and what is done about it; money on its way is marked 在途. A supervisor signs where the rules ask for one. */
export function ExplainDialog(props: Props): ReactNode {
  return <Dialog title={words.title} width={520} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ mismatch, waiting, onSay, onClose }: Props): ReactNode {
  const waits = mismatch.code === 'carrier-waiting';
  const [action, setAction] = useState<Said['action']>(waits ? 'in-transit' : 'explained');
  const [note, setNote] = useState('');
  const needsBeside = mismatch.needs === 'supervisor';
  const attempt = useBeside((signed) => onSay({ action, note: note.trim(), supervisor: needsBeside ? signed : null }), onClose);
  const ready = (action === 'in-transit' || note.trim() !== '') && (!needsBeside || isBeside(attempt.beside)) && !attempt.busy;
  const say = (): void => { if (ready) void attempt.send(); };
  useKeys([{ keys: 'Ctrl+Enter', label: words.done, run: say }]);
  return (
    <div onKeyDown={focusNextOnEnter}>
      <h2>{words.title}</h2>
      <p><strong>{mismatch.company || mismatch.receiptNo}</strong> {mismatchName[mismatch.code](mismatch.li)}</p>
      {waits ? <div className="reverse-kinds"><Chip label={words.transit(waiting)} on={action === 'in-transit'} onClick={() => setAction('in-transit')} /><Chip label={words.plain} on={action === 'explained'} onClick={() => setAction('explained')} /></div> : null}
      <div className="dialog-grid">
        <Field label={words.note} span={12} htmlFor="explain-note" message={action === 'explained' && note.trim() === '' && attempt.refused ? words.noteNeeded : undefined}><Input id="explain-note" autoFocus maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
        {needsBeside ? <BesideFields words={words} value={attempt.beside} onChange={attempt.sign} /> : null}
      </div>
      {attempt.refused ? <p role="alert"><StatusWord tone="error">{failureSentence(attempt.refused)}</StatusWord></p> : null}
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.done} keys="Ctrl+Enter" busy={attempt.busy} disabled={!ready} onClick={say} /></div>
    </div>
  );
}
