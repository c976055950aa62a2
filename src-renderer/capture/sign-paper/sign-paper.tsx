import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { papersText, type SignedKind } from '../../text/papers.ts';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { SignedPaper } from './sealed/signed-paper.tsx';
import { SigningDesk } from './desk/signing-desk.tsx';
import './sign-paper.css';

/** Signing of the agreement or the form, and the sealed paper afterwards; fills the task and brings its own foot. */
export function SignPaper({ view, kind }: { readonly view: CaseView; readonly kind: SignedKind }): ReactNode {
  const { current, status } = kind === 'agreement' ? view.agreement : view.formPaper;
  // Which outdated paper is being signed anew: as soon as another one is current, that one is shown.
  const [replacing, setReplacing] = useState<string | null>(null);
  const again = status === 'outdated' && replacing === current?.paperId;
  return (
    <div className="task-body sign-paper" onKeyDown={keepSpace}>
      {current && !again
        ? <SignedPaper key={current.paperId} view={view} kind={kind} paper={current} outdated={status === 'outdated'} onSignAgain={() => setReplacing(current.paperId)} />
        : <SigningDesk view={view} kind={kind} back={current ? <QuietButton label={papersText.backToOld} onClick={() => setReplacing(null)} /> : null} />}
    </div>
  );
}

/** The space bar belongs to the button or tick that has the focus; elsewhere it is a key of the view. */
function keepSpace(event: KeyboardEvent): void {
  if (event.key === ' ' && event.target instanceof HTMLElement && event.target.matches('button, input[type=checkbox]')) event.stopPropagation();
}
