import { BorderOutlined, CheckCircleFilled, ClockCircleOutlined, CloseCircleOutlined, PauseCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ActivationView } from '#contract/approval.ts';
import { isFinal } from '#domain/cases/case-state.ts';
import { activationText, historyText } from '../../text/activation.ts';
import { secondText } from '../../text/wall-clock.ts';
import { StatusWord } from '../../ui/status-word.tsx';

const ahead = ['acknowledged', 'inProgress', 'completed'] as const;

/** What happened, in order; where it is now; what has not come yet. Returns stay visible. */
export function OrderHistory({ activation }: { readonly activation: ActivationView }): ReactNode {
  const { history, state, orderId } = activation;
  const last = history.length - 1;
  const reached = Math.max(-1, ...history.map((step) => ahead.findIndex((code) => code === step.code)));
  const future = isFinal(state) ? [] : ahead.slice(reached + 1);
  return (
    <section className="order-history" aria-label={activationText.history}>
      <header><h3>{activationText.history}</h3><span className="hint">{orderId ? `${activationText.orderId(orderId)}　${activationText.once}` : activationText.noOrderId}</span></header>
      <ol className="scroll">
        {history.map((step, index) => (
          <li key={`${step.at} ${step.code}`} data-step={iconOf(step.code, index === last && !isFinal(state))}>
            {icons[iconOf(step.code, index === last && !isFinal(state))]}<span className="order-at">{secondText(step.at)}</span>
            <span className="order-what">{historyText(step.code)}{step.note && step.code !== 'submitted' ? `：${step.note}` : ''}{index === last && !isFinal(state) ? <StatusWord boxed tone="info" icon={null}>{activationText.here}</StatusWord> : null}</span>
            <span className="hint">{step.code === 'submitted' ? step.note : activationText.carrier}</span>
          </li>
        ))}
        {future.map((code) => <li key={code} data-step="future">{icons.future}<span className="order-at">{activationText.notYet}</span><span className="order-what">{activationText.future[code]}</span></li>)}
      </ol>
    </section>
  );
}

type Icon = 'done' | 'here' | 'returned' | 'held' | 'bad' | 'future';

const icons: Readonly<Record<Icon, ReactNode>> = {
  done: <CheckCircleFilled aria-hidden />, here: <ClockCircleOutlined aria-hidden />, returned: <RollbackOutlined aria-hidden />, held: <PauseCircleOutlined aria-hidden />, bad: <CloseCircleOutlined aria-hidden />, future: <BorderOutlined aria-hidden />,
};

function iconOf(code: string, here: boolean): Icon {
  if (code === 'pending') return 'returned';
  if (code === 'held') return 'held';
  if (code === 'rejected' || code === 'failed' || code === 'cancelled') return 'bad';
  return here ? 'here' : 'done';
}
