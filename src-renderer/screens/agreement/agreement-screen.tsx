import { type ReactNode, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { SignPaper } from '../../capture/sign-paper/sign-paper.tsx';
import { billText } from '../../text/bill.ts';
import { failureText } from '../../text/failures.ts';
import { KeyScope, useKeys } from '../../ui/keys/key-scope.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { BillPanel } from './bill-panel.tsx';
import { BillStrip } from './bill-strip.tsx';
import { useBillPreview } from './use-bill-preview.ts';
import './agreement.css';

/** Task 4: the agreement, from the check before signing to the sealed file, with the bills it leads to above it. */
export function AgreementScreen({ view }: { readonly view: CaseView }): ReactNode {
  const shown = useBillPreview(view);
  const [open, setOpen] = useState(false);
  const toggle = (): void => setOpen(!open && shown.bills !== null);
  useKeys(shown.bills === null ? [] : [{ keys: 'B', label: billText.key, run: toggle }]);
  return (
    <div className="agreement-task">
      {shown.bills ? <BillStrip preview={shown.bills} open={open} onToggle={toggle} /> : null}
      {shown.failure ? <p className="bill-strip"><StatusWord tone="warning">{billText.failed}</StatusWord><span className="hint">{failureText(shown.failure).title}</span></p> : null}
      <SignPaper view={view} kind="agreement" />
      {open && shown.bills ? <KeyScope><BillPanel bills={shown} onClose={() => setOpen(false)} /></KeyScope> : null}
    </div>
  );
}
