import type { ReactNode } from 'react';
import type { SetupState } from '#contract/session.ts';
import { frameText } from '../text/frame.ts';
import { StatusWord } from '../ui/status-word.tsx';

/** The mark, the product, the hall, and in training an amber word that nobody can overlook. */
export function BrandMark({ setup }: { readonly setup: SetupState | null }): ReactNode {
  return (
    <>
      <span className="brand" aria-hidden>{frameText.brand}</span>
      <strong className="product">{frameText.product}</strong>
      {setup?.hallName ? <span className="hall">{setup.hallName}</span> : null}
      {setup?.mode === 'training' ? <span title={frameText.trainingNote}><StatusWord boxed tone="warning">{frameText.training}</StatusWord></span> : null}
      {setup?.mode === 'real' && setup.keyStore === 'basic_text' ? <StatusWord boxed tone="warning">{frameText.weakKeyStore}</StatusWord> : null}
    </>
  );
}
