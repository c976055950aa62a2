import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { taskNames } from '#domain/cases/task.ts';
import { useConnection } from '../../stores/connection.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { activationText } from '../../text/activation.ts';
import { dayWords } from '../../text/formats.ts';
import { paymentText } from '../../text/payment.ts';
import { promiseLines } from '../../text/promise-lines.ts';
import { reasonText, taskName, taskStatus } from '../../text/tasks.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

const tones: Readonly<Record<keyof typeof taskStatus, Tone>> = { blocked: 'quiet', todo: 'quiet', doing: 'info', 'awaiting-approval': 'warning', returned: 'error', done: 'success' };

/** Before the submission: the day it would be, and each of the seven tasks with the way to it. */
export function SubmitCheck({ view, now }: { readonly view: CaseView; readonly now: string }): ReactNode {
  const { goTo } = useOpenCase();
  const connection = useConnection();
  const before = view.tasks.filter((one) => one.task !== 'activation');
  const open = before.filter((one) => one.status !== 'done').length;
  const [first, second] = promiseLines(view.payments, now);
  const { promise } = view.payments;
  return (
    <>
      <header className="order-head">
        <div><span className="hint">{activationText.due}</span><p className="order-due">{first?.day ? `${dayWords(first.day)} ${activationText.before}` : activationText.dueLater}</p></div>
        <div className="order-turn"><p>{first?.label ?? ''}</p>{second?.day ? <p className="hint">{second.label}：{paymentText.before(dayWords(second.day))}</p> : null}</div>
        {promise ? <div className="order-rule hint"><p>{activationText.rule(promise.workingDays, view.number !== null && view.number.grade !== 9)}</p>{promise.provisional ? <StatusWord tone="warning">{activationText.provisional}</StatusWord> : null}</div> : null}
      </header>
      {connection?.state === 'offline' ? <p className="carrier-note" data-tone="warning">{activationText.offline}</p> : null}
      <section className="submit-check" aria-label={activationText.checkTitle}>
        <header><h3>{activationText.checkTitle}</h3>{open === 0 ? <StatusWord tone="success">{activationText.ready}</StatusWord> : <span className="hint">{activationText.missing(open)}</span>}</header>
        <ul>
          {before.map((one) => (
            <li key={one.task} data-done={one.status === 'done'}>
              <button type="button" className="link" onClick={() => void goTo(one.task)}>{taskName[one.task]}</button>
              <span className="ellipsis">{reasonText(one.reason)}</span><StatusWord tone={tones[one.status]}>{taskStatus[one.status]}</StatusWord><Kbd keys={`Alt+${taskNames.indexOf(one.task) + 1}`} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
