import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { PrimaryButton } from './primary-button.tsx';
import { QuietButton } from './quiet-button.tsx';
import { StatusWord, type Tone } from './status-word.tsx';

/** Everything the panel says and does; words and state are made by the caller. */
export type ApprovalPanelProps = {
  readonly title: string;
  readonly hint: string;
  readonly tone: Tone;
  readonly state: string;
  readonly facts: readonly string[];
  /** Reasons of a return, each with the jump that mends it. */
  readonly returned: readonly { readonly label: string; readonly onJump: () => void }[];
  readonly ask: { readonly label: string; readonly hint: string; readonly missing: string; readonly action: string; readonly keys: string; readonly primary: boolean; readonly onRequest: (reason: string) => void } | null;
  readonly withdraw: { readonly action: string; readonly onWithdraw: () => void } | null;
  readonly busy: boolean;
};

/** `carry`: how the request leaves and comes back when there is no line. */
type PanelProps = ApprovalPanelProps & { readonly carry?: ReactNode };

/** The approval of a special number: where it stands, and the one thing that can be done about it. */
export function ApprovalPanel({ title, hint, tone, state, facts, returned, ask, withdraw, busy, carry }: PanelProps): ReactNode {
  return (
    <section className="approval-panel" data-tone={tone} aria-label={title} onKeyDown={keepEnter}>
      <header>
        <strong>{title}</strong>
        <StatusWord tone={tone}>{state}</StatusWord>
        {facts.map((fact) => <span key={fact} className="hint">{fact}</span>)}
        {withdraw ? <QuietButton small label={withdraw.action} busy={busy} onClick={withdraw.onWithdraw} /> : null}
        {carry}
      </header>
      {returned.length > 0 ? (
        <p>{returned.map((reason) => <button key={reason.label} type="button" className="link" onClick={reason.onJump}>{reason.label}</button>)}</p>
      ) : null}
      {ask ? <AskLine {...ask} busy={busy} /> : <p className="hint">{hint}</p>}
    </section>
  );
}

/** Enter on a button or link here is that control's own; the view's Enter must not act beside it. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey) event.stopPropagation();
}

function AskLine({ label, hint, missing, action, keys, primary, onRequest, busy }: NonNullable<ApprovalPanelProps['ask']> & { readonly busy: boolean }): ReactNode {
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState(false);
  const field = useRef<InputRef>(null);
  const send = (): void => {
    const empty = reason.trim() === '';
    setRefused(empty);
    if (empty) field.current?.focus(); else onRequest(reason.trim());
  };
  const Send = primary ? PrimaryButton : QuietButton;
  return (
    <div className="approval-ask">
      <Input ref={field} id="approval-reason" aria-label={label} placeholder={hint} maxLength={300} value={reason} {...(refused ? { status: 'error' as const } : {})}
        onChange={(event) => { setReason(event.target.value); setRefused(false); }} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) send(); }} />
      {refused ? <span role="alert"><StatusWord tone="error">{missing}</StatusWord></span> : null}
      <Send label={action} keys={keys} busy={busy} onClick={send} />
    </div>
  );
}
