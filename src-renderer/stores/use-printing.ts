import { useCallback, useEffect, useState } from 'react';
import type { PrinterView, PrintJobView } from '#contract/hall.ts';
import { useBridge } from './bridge-context.ts';
import { useOpenCase } from './open-case.ts';

export type Printing = {
  readonly printers: readonly PrinterView[];
  readonly printer: string | null;
  readonly choose: (name: string) => void;
  /** Jobs of a paper, newest first. */
  readonly jobsOf: (paperId: string) => readonly PrintJobView[];
  /** Hands a sealed paper to the printer in hand; main marks all but the first time as copies. */
  readonly print: (paperId: string, copies: number, reason: string) => Promise<void>;
  readonly findPrinters: () => void;
};

/** Printers of this PC and the print jobs of a case (null: of every paper), kept fresh by pushes. */
export function usePrinting(caseId: string | null): Printing {
  const bridge = useBridge();
  const { act } = useOpenCase();
  const [printers, setPrinters] = useState<readonly PrinterView[]>([]);
  const [wanted, setWanted] = useState<string | null>(null);
  const [jobs, setJobs] = useState<readonly PrintJobView[]>([]);
  const findPrinters = useCallback(() => {
    void bridge.invoke('print/printers', undefined).then((answer) => { if (answer.ok) setPrinters(answer.value); });
  }, [bridge]);
  useEffect(findPrinters, [findPrinters]);
  useEffect(() => {
    const ask = (): void => void bridge.invoke('print/jobs', { caseId }).then((answer) => { if (answer.ok) setJobs(answer.value); });
    ask();
    return bridge.subscribe('print/changed', ask);
  }, [bridge, caseId]);
  const printer = (printers.find((one) => one.name === wanted) ?? printers.find((one) => one.isDefault) ?? printers[0])?.name ?? null;
  return {
    printers, printer, findPrinters, choose: setWanted,
    jobsOf: (paperId) => jobs.filter((job) => job.paperId === paperId).toSorted((a, b) => b.at.localeCompare(a.at)),
    print: async (paperId, copies, reason) => {
      const answer = await act('print/submit', { paperId, printer: printer ?? '', copies, reason });
      if (answer.ok) setJobs(answer.value);
    },
  };
}
