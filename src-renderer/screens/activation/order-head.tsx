import type { ReactNode } from 'react';
import type { ActivationView } from '#contract/approval.ts';
import type { CaseView } from '#contract/cases.ts';
import { daysBetween } from '#domain/calendar/plain-date.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { activationText, noteNext, orderStates, turnNames } from '../../text/activation.ts';
import { dayWords, shortMoment } from '../../text/formats.ts';
import { replacedText } from '../../text/number.ts';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

/** The promised day, large; whose turn it is and what is left of it. */
export function OrderHead({ view, activation, today }: { readonly view: CaseView; readonly activation: ActivationView; readonly today: string }): ReactNode {
  const { activatedAt, dueDate, state } = activation;
  const special = view.number !== null && view.number.grade !== 9;
  return (
    <header className="order-head">
      <div>
        <span className="hint">{activatedAt ? activationText.dueDone : activationText.due}</span>
        <p className="order-due">{activatedAt ? dayWords(wallTime(activatedAt).date) : `${dayWords(dueDate)} ${activationText.before}`}</p>
      </div>
      <div className="order-turn">
        <p>{view.turn === 'nobody' ? null : <>{activationText.turn} <strong>{turnNames[view.turn]}</strong>，</>}{activation.orderId || state !== 'acknowledged' ? orderStates[state] : activationText.inOutbox}</p>
        {activatedAt ? null : <p className="hint">{leftWords(activation, today)}</p>}
      </div>
      <div className="order-rule hint">
        <p>{activationText.submittedAt(shortMoment(activation.submittedAt))}</p>
        <p>{activationText.rule(activation.workingDays, special)}</p>
        {view.number?.replaced ? <StatusWord tone="warning">{replacedText(view.number.replaced)}</StatusWord> : null}
        {activation.provisional ? <StatusWord tone="warning">{activationText.provisional}</StatusWord> : null}
      </div>
    </header>
  );
}

/** What the carrier said when it stopped, sent back or refused; and what to do now. */
export function CarrierNote({ activation }: { readonly activation: ActivationView }): ReactNode {
  const next = noteNext[activation.state];
  if (!next) return null;
  const tone: Tone = activation.state === 'pending' || activation.state === 'held' ? 'warning' : 'error';
  return (
    <section className="carrier-note" data-tone={tone} aria-label={activationText.noteTitle}>
      <StatusWord tone={tone}>{orderStates[activation.state]}</StatusWord>
      <p><strong>{activationText.noteTitle}：</strong>{activation.carrierNote ?? activationText.noNote}</p>
      <p className="hint">{next}</p>
    </section>
  );
}

function leftWords({ strip, dueDate, workingDays }: ActivationView, today: string): string {
  if (today > dueDate) return activationText.overdue(daysBetween(dueDate, today));
  const gone = Math.max(0, ...strip.filter((one) => one.day <= today).map((one) => one.counts ?? 0));
  return activationText.left(workingDays - gone);
}
