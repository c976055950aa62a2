import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { useOpenCase } from '../../../stores/open-case.ts';
import { papersText, type SignedKind } from '../../../text/papers.ts';
import { StatusWord } from '../../../ui/status-word.tsx';

/** Whether the copy with the company's seal has come back; the way to the scanner when it has not. */
export function SealNotice({ view, kind }: { readonly view: CaseView; readonly kind: SignedKind }): ReactNode {
  const { goTo } = useOpenCase();
  const document = kind === 'agreement' ? 'sealed-agreement' : 'sealed-form';
  const paper = kind === 'agreement' ? view.agreement : view.formPaper;
  if (paper.sealedScan) return <p className="seal-notice" data-tone="success"><StatusWord tone="success">{papersText.sealedScan}</StatusWord></p>;
  const need = view.documents.needed.find((one) => one.kind === document);
  if (!need?.required) return null;
  return (
    <div className="seal-notice" data-tone="warning">
      <StatusWord tone="warning">{papersText.awaitingSeal}</StatusWord>
      <p>{papersText.awaitingSealNext}</p>
      <button type="button" className="link" onClick={() => void goTo('documents', document)}>{papersText.toScan}</button>
    </div>
  );
}
