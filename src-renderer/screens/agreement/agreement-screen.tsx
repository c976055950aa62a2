import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { SignPaper } from '../../capture/sign-paper/sign-paper.tsx';

/** Task 4: the agreement, from the check before signing to the sealed file. */
export function AgreementScreen({ view }: { readonly view: CaseView }): ReactNode {
  return <SignPaper view={view} kind="agreement" />;
}
