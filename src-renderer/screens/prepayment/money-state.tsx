import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { paymentText } from '../../text/payment.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** Why nothing is to be taken now: signed first, nothing due, all in, or on its way. */
export function MoneyState({ view }: { readonly view: CaseView }): ReactNode {
  const { goTo } = useOpenCase();
  const { payments } = view;
  if (payments.dueLi === 0 && view.plan) return <State tone="success" {...paymentText.nothingDue} />;
  if (payments.dueLi > 0 && payments.receivedLi >= payments.dueLi) return <State tone="success" title={paymentText.settled.title} next={paymentText.settled.safe} />;
  if (payments.waitingLi > 0 && payments.receivedLi + payments.waitingLi >= payments.dueLi) return <State tone="warning" {...paymentText.waiting} />;
  if (!view.editable) return <State tone="quiet" title={paymentText.closed} next="" />;
  return (
    <State tone="quiet" title={paymentText.notSigned.title} next={paymentText.notSigned.next}>
      <button type="button" className="link" onClick={() => void goTo('agreement')}>{paymentText.notSigned.go}</button> <Kbd keys="Alt+4" />
    </State>
  );
}

function State({ tone, title, next, children }: { readonly tone: 'success' | 'warning' | 'quiet'; readonly title: string; readonly next: string; readonly children?: ReactNode }): ReactNode {
  return <div className="money-state" data-tone={tone}><StatusWord tone={tone}>{title}</StatusWord>{next ? <p className="hint">{next}</p> : null}{children ? <p>{children}</p> : null}</div>;
}
