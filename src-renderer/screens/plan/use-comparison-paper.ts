import { useState } from 'react';
import type { PaperRow } from '#contract/papers.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { usePrinting } from '../../stores/use-printing.ts';
import { comparisonText as words } from '../../text/plan-comparison.ts';

/** The page for the customer: made and kept by main, then handed to the printer in hand like every paper. */
export function useComparisonPaper(caseId: string): { readonly print: () => void; readonly busy: boolean; readonly note: string | null } {
  const { act } = useOpenCase();
  const printing = usePrinting(caseId);
  const [busy, setBusy] = useState(false);
  const [paper, setPaper] = useState<PaperRow | null>(null);
  const print = async (): Promise<void> => {
    setBusy(true);
    const made = await act('plans/print-comparison', { caseId });
    if (made.ok) {
      const again = made.value.printCount > 0 || printing.jobsOf(made.value.paperId).length > 0;
      if (printing.printer !== null) await printing.print(made.value.paperId, 1, again ? words.printReason : '');
      setPaper(made.value);
    }
    setBusy(false);
  };
  const note = busy ? words.printing : paper === null ? null : printing.printer === null ? words.printNoPrinter(paper.documentNo) : words.printed(paper.documentNo);
  return { print: () => { if (!busy) void print(); }, busy, note };
}
