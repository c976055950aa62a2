import { type ReactNode } from 'react';
import { papersText } from '../../../text/papers.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { SigningPad } from '../../signing-pad.tsx';
import { isSigned, type Stroke } from '../../strokes.ts';

/** The handler's pad; it opens when everything was read out. */
export function HandlerPad({ name, unread, strokes, disabled, onWrite }: {
  readonly name: string;
  readonly unread: number;
  readonly strokes: readonly Stroke[];
  readonly disabled: boolean;
  readonly onWrite: (strokes: readonly Stroke[]) => void;
}): ReactNode {
  if (unread > 0) return <p className="sign-pad-locked"><StatusWord tone="quiet">{papersText.padLocked(unread)}</StatusWord></p>;
  return (
    <section className="sign-pad" aria-label={papersText.pad}>
      <h3>{papersText.pad}<span className="hint ellipsis">{papersText.padFor(name)}</span></h3>
      <SigningPad strokes={strokes} onChange={onWrite} disabled={disabled} label={papersText.padLabel(name)} />
      <div className="sign-pad-foot">
        <InkState strokes={strokes} />
        <QuietButton small label={papersText.undo} disabled={disabled || strokes.length === 0} onClick={() => onWrite(strokes.slice(0, -1))} />
        <QuietButton small label={papersText.clear} disabled={disabled || strokes.length === 0} onClick={() => onWrite([])} />
      </div>
      <p className="hint sign-pad-hint">{papersText.padHint}</p>
    </section>
  );
}

function InkState({ strokes }: { readonly strokes: readonly Stroke[] }): ReactNode {
  if (strokes.length === 0) return <StatusWord tone="quiet">{papersText.unwritten}</StatusWord>;
  return isSigned(strokes) ? <StatusWord tone="success">{papersText.written}</StatusWord> : <StatusWord tone="warning">{papersText.tooShort}</StatusWord>;
}
