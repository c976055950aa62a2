import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { useOpenCase } from '../../../stores/open-case.ts';
import { failureText } from '../../../text/failures.ts';
import { papersText, type SignedKind } from '../../../text/papers.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import type { SigningDeskState } from './signing-desk-store.ts';
import { waysOut, wayLabel } from './ways-out.ts';

/** One line above the panes: why sealing was refused, that the content changed, or that blanks are left for the pen. */
export function SigningNotice({ view, kind, desk }: { readonly view: CaseView; readonly kind: SignedKind; readonly desk: SigningDeskState }): ReactNode {
  const { goTo } = useOpenCase();
  if (desk.failure) {
    const { title, safe, next } = failureText(desk.failure);
    return (
      <div className="sign-notice" data-tone="error" role="alert">
        <StatusWord tone="error">{title}</StatusWord><span>{safe}{next}</span>
        {desk.failure.code === 'missing-glyph' ? <QuietButton small label={papersText.byHand} onClick={() => void desk.byHand(true)} /> : null}
        {waysOut(desk.failure, view).map(({ task }) => <button key={task} type="button" className="link" onClick={() => void goTo(task)}>{wayLabel(task)}</button>)}
      </div>
    );
  }
  if (desk.changed) return <div className="sign-notice" data-tone="warning" role="alert"><StatusWord tone="warning">{papersText.changed}</StatusWord></div>;
  const paper = kind === 'agreement' ? view.agreement : view.formPaper;
  if (paper.status === 'outdated') return <div className="sign-notice" data-tone="warning" role="status"><StatusWord tone="warning">{papersText.outdated}</StatusWord><span>{papersText.replacing}</span></div>;
  return paper.byHand ? (
    <div className="sign-notice" data-tone="warning" role="status">
      <StatusWord tone="warning">{papersText.byHandOn}</StatusWord>
      {view.editable ? <QuietButton small label={papersText.byHandOff} onClick={() => void desk.byHand(false)} /> : null}
    </div>
  ) : null;
}
