import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import type { ShiftView } from '#contract/till.ts';
import { cashTotalLi } from '#domain/till/count-cash.ts';
import { formatYuan } from '#domain/money/money.ts';
import { amount } from '../../text/formats.ts';
import { useBeside } from '../../stores/use-beside.ts';
import { failureSentence } from '../../text/failure-line.ts';
import { frameText } from '../../text/frame.ts';
import { tillText } from '../../text/till.ts';
import { type Beside, BesideFields, isBeside } from '../../ui/form/beside-fields.tsx';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { readAmount } from '../../ui/form/read-amount.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

type Closing = { readonly note: string; readonly depositLi: number; readonly depositBag: string; readonly supervisor: Beside | null };
type Props = { readonly shift: ShiftView; readonly ofAnother: boolean; readonly onDone: (closing: Closing) => Promise<Failure | null>; readonly onClose: () => void };

const words = tillText.close;

/** Where the cash goes and what stays as float; then the shift is closed for good. */
export function CloseDialog(props: Props): ReactNode {
  return <Dialog title={words.title} width={520} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ shift, ofAnother, onDone, onClose }: Props): ReactNode {
  const cashLi = shift.count ? cashTotalLi(shift.count.cash) : 0;
  const [deposit, setDeposit] = useState(formatYuan(shift.depositProposedLi ?? 0));
  const [bag, setBag] = useState('');
  const [note, setNote] = useState('');
  const depositLi = readAmount(deposit);
  const wrong = depositLi === null || depositLi > cashLi ? words.depositBad : undefined;
  const needsBeside = ofAnother || shift.blockers.includes('supervisor');
  // A difference, however small, and a shift that was left open ask for a word; the rule is decideClose.
  const needsNote = (needsBeside || shift.mismatches.some(({ code }) => code === 'count-differs')) && note.trim() === '';
  const attempt = useBeside((signed) => onDone({ note: note.trim(), depositLi: depositLi ?? 0, depositBag: bag.trim(), supervisor: needsBeside ? signed : null }), onClose);
  const ready = !wrong && !needsNote && (!needsBeside || isBeside(attempt.beside)) && !attempt.busy;
  const finish = (): void => { if (ready) void attempt.send(); };
  useKeys([{ keys: 'Ctrl+Enter', label: words.done, run: finish }]);
  return (
    <div onKeyDown={focusNextOnEnter}>
      <h2>{words.title}</h2>
      <div className="dialog-grid">
        <Field label={words.deposit} span={6} htmlFor="close-deposit" message={wrong}><Input {...fieldAria('close-deposit', wrong)} className="money-input" inputMode="decimal" value={deposit} onFocus={(event) => event.target.select()} onChange={(event) => setDeposit(event.target.value)} /></Field>
        <Field label={words.bag} span={6} htmlFor="close-bag"><Input id="close-bag" maxLength={40} value={bag} onChange={(event) => setBag(event.target.value)} /></Field>
        <Field label={words.note} span={12} htmlFor="close-note" message={needsNote ? words.noteNeeded : undefined} tone="warning"><Input id="close-note" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
        {needsBeside ? <BesideFields words={tillText.explain} value={attempt.beside} onChange={attempt.sign} /> : null}
      </div>
      <p className="hint">{[depositLi === null || wrong ? '' : words.left(amount(cashLi - depositLi)), needsBeside ? (ofAnother ? words.besideWhy.of : words.besideWhy.difference) : ''].filter(Boolean).join('。')}</p>
      {attempt.refused ? <p role="alert"><StatusWord tone="error">{failureSentence(attempt.refused)}</StatusWord></p> : null}
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.done} keys="Ctrl+Enter" busy={attempt.busy} disabled={!ready} onClick={finish} /></div>
    </div>
  );
}
