import { PrinterOutlined } from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { PaperRow } from '#contract/papers.ts';
import { useOpenCase } from '../../../stores/open-case.ts';
import { usePrinting } from '../../../stores/use-printing.ts';
import { failureText } from '../../../text/failures.ts';
import { papersText, type SignedKind } from '../../../text/papers.ts';
import { printText } from '../../../text/print.ts';
import { TaskFoot } from '../../../ui/form/task-foot.tsx';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { PaperPages } from '../../paper-pages.tsx';
import { PaperFacts } from './paper-facts.tsx';
import { PrintPane } from './print-pane.tsx';
import { ReprintDialog } from './reprint-dialog.tsx';
import { SealNotice } from './seal-notice.tsx';
import { useSealedPaper } from './use-sealed-paper.ts';

/** A sealed paper: the very file, what checking it showed, printing, and whether it still holds. */
export function SignedPaper({ view, kind, paper, outdated, onSignAgain }: {
  readonly view: CaseView;
  readonly kind: SignedKind;
  readonly paper: PaperRow;
  readonly outdated: boolean;
  readonly onSignAgain: () => void;
}): ReactNode {
  const { goNext } = useOpenCase();
  const sealed = useSealedPaper(paper.paperId);
  const printing = usePrinting(view.caseId);
  const [asking, setAsking] = useState(false);
  const jobs = printing.jobsOf(paper.paperId);
  const printed = paper.printCount > 0 || jobs.length > 0;
  // An outdated paper is shown and checked, never printed any more.
  const mayPrint = printing.printer !== null && !outdated;
  const print = (): void => {
    if (!mayPrint) return;
    if (printed) setAsking(true);
    else void printing.print(paper.paperId, 2, '');
  };
  const refresh = (): void => {
    sealed.verify();
    printing.findPrinters();
  };
  const primary = outdated ? { label: papersText.signAgain, run: onSignAgain, disabled: !view.editable }
    : !printed && mayPrint && view.editable ? { label: printText.twoOriginals, run: print, disabled: false }
      : { label: papersText.goOn, run: () => void goNext(), disabled: view.next === null };
  useKeys([
    ...(outdated ? [] : [{ keys: 'Ctrl+P', label: papersText.keys.print, run: print }]),
    { keys: 'F5', label: papersText.verifyAgain, shown: false, run: refresh },
    { keys: 'Ctrl+Enter', label: primary.label, run: () => { if (!primary.disabled) primary.run(); } },
  ]);
  return (
    <>
      {outdated ? <div className="sign-notice" data-tone="warning" role="alert"><StatusWord tone="warning">{papersText.outdated}</StatusWord><span>{papersText.outdatedNext}</span></div> : null}
      {sealed.failure ? <SealedFailure failure={sealed.failure} /> : null}
      <div className="sign-panes">
        <PaperFacts paper={paper} verdict={sealed.verdict} onVerify={refresh} />
        <PaperPages title={papersText.sealed(kind)} bytes={sealed.bytes} zoomKey="Space" problem={sealed.failure && !sealed.bytes ? failureText(sealed.failure).title : undefined} />
        <section className="sign-side" aria-label={printText.title}>
          <PrintPane printing={printing} jobs={jobs} />
          {outdated ? null : <SealNotice view={view} kind={kind} />}
        </section>
      </div>
      <TaskFoot note={outdated ? '' : papersText.signedFoot}>
        {outdated || primary.run === print ? null : <QuietButton icon={<PrinterOutlined aria-hidden />} label={printed ? printText.printAgain : printText.twoOriginals} keys="Ctrl+P" disabled={!mayPrint} onClick={print} />}
        <PrimaryButton label={primary.label} keys="Ctrl+Enter" disabled={primary.disabled} onClick={primary.run} />
      </TaskFoot>
      {asking ? <ReprintDialog onClose={() => setAsking(false)} onPrint={(reason) => { setAsking(false); void printing.print(paper.paperId, 1, reason); }} /> : null}
    </>
  );
}

function SealedFailure({ failure }: { readonly failure: Parameters<typeof failureText>[0] }): ReactNode {
  const { title, safe, next } = failureText(failure);
  return <div className="sign-notice" data-tone="error" role="alert"><StatusWord tone="error">{title}</StatusWord><span>{safe}{next}</span></div>;
}
