import { Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/cases.ts';
import type { AnswerItem } from '#contract/papers.ts';
import { useBridge } from '../../../stores/bridge-context.ts';
import { useOpenCase, useOpenCaseStore } from '../../../stores/open-case.ts';
import { useStaff } from '../../../stores/session.ts';
import { papersText, type SignedKind } from '../../../text/papers.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { PaperPages } from '../../paper-pages.tsx';
import { isSigned } from '../../strokes.ts';
import { AnswerList, groupAnswers } from './answer-list.tsx';
import { HandlerPad } from './handler-pad.tsx';
import { PaperRefused } from './paper-refused.tsx';
import { ReadOutList } from './read-out-list.tsx';
import { makeSigningDesk, type SigningDeskState } from './signing-desk-store.ts';
import { SigningFoot } from './signing-foot.tsx';
import { SigningNotice } from './signing-notice.tsx';

type Props = { readonly view: CaseView; readonly kind: SignedKind; readonly back: ReactNode };

/** From the prepared words to the seal: check, read out, write, confirm. */
export function SigningDesk({ view, kind, back }: Props): ReactNode {
  const bridge = useBridge();
  const cases = useOpenCaseStore();
  const [store] = useState(() => makeSigningDesk({ bridge, caseId: view.caseId, kind, apply: (next) => cases.getState().apply(next) }));
  const desk = useStore(store);
  // Prepared again whenever the case moved: also an approval or a lost hold decides whether this paper may be signed.
  const stand = `${view.revision} ${view.approval.state} ${view.tasks.map((task) => task.status).join(' ')}`;
  useEffect(() => void store.getState().follow(stand), [store, stand]);
  if (desk.prepared) return <Prepared view={view} kind={kind} back={back} desk={desk} />;
  if (desk.failure) return <PaperRefused view={view} kind={kind} failure={desk.failure} back={back} onByHand={() => void desk.byHand(true)} onRetry={() => void desk.prepare()} />;
  return <div className="sign-wait" role="status"><Spin /><span>{papersText.preparing(kind)}</span></div>;
}

function Prepared({ view, kind, back, desk }: Props & { readonly desk: SigningDeskState }): ReactNode {
  const { goTo } = useOpenCase();
  const answers = groupAnswers(desk.prepared?.answers ?? []).flatMap(([, items]) => items);
  const readOut = desk.prepared?.readOut ?? [];
  const [at, setAt] = useState(0);
  const current = answers[Math.min(at, answers.length - 1)];
  const unread = readOut.length - desk.read.length;
  const written = isSigned(desk.strokes);
  const busy = desk.signingSince !== null;
  const mend = (answer: AnswerItem | undefined): void => { if (answer && view.editable) void goTo(answer.task, answer.field); };
  const sign = (): void => { if (unread === 0 && written && !busy) void desk.sign(); };
  const undo = (): void => { if (!busy) desk.write(desk.strokes.slice(0, -1)); };
  useKeys([
    { keys: '↑ ↓', label: papersText.keys.answers, run: (key) => setAt(Math.max(0, Math.min(answers.length - 1, at + (key === '↑' ? -1 : 1)))) },
    { keys: 'E', label: papersText.keys.mend, run: () => mend(current) },
    { keys: 'Space', label: papersText.keys.tick, run: desk.tickNext },
    { keys: 'Backspace', label: papersText.keys.undo, shown: false, run: undo },
    { keys: 'Del', label: papersText.keys.clear, shown: false, run: () => { if (!busy) desk.write([]); } },
    { keys: 'F5', label: papersText.keys.retry, shown: false, run: () => void desk.prepare() },
    { keys: 'Ctrl+Enter', label: papersText.keys.confirm, run: sign },
  ]);
  return (
    <>
      <SigningNotice view={view} kind={kind} desk={desk} />
      <div className="sign-panes">
        <AnswerList answers={answers} kind={kind} current={current?.id ?? null} editable={view.editable} onStand={(id) => setAt(answers.findIndex((answer) => answer.id === id))} onMend={mend} />
        <PaperPages title={papersText.draft(kind)} bytes={desk.prepared?.draft ?? null} />
        <section className="sign-side" aria-label={papersText.pad}>
          <ReadOutList items={readOut} read={desk.read} readAt={desk.readAt} onTick={(id) => { if (!busy) desk.tick(id); }} onStand={desk.stand} />
          <HandlerPad name={view.customer.handlerName} unread={unread} strokes={desk.strokes} disabled={busy} onWrite={desk.write} />
          <ClerkLines />
        </section>
      </div>
      <SigningFoot unread={unread} written={written} answers={answers.length} signingSince={desk.signingSince} back={back} onSign={sign} />
    </>
  );
}

function ClerkLines(): ReactNode {
  const staff = useStaff();
  return (
    <dl className="sign-clerk">
      <dt>{papersText.clerk} {staff ? `${staff.name} ${staff.staffNo}` : ''}</dt><dd><StatusWord tone="quiet">{papersText.clerkWaits}</StatusWord></dd>
      <dt>{papersText.seal}</dt><dd><StatusWord tone="quiet">{papersText.sealWaits}</StatusWord></dd>
    </dl>
  );
}
