import { useEffect, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { BillPreview } from '#contract/plans.ts';
import { useBridge } from '../../stores/bridge-context.ts';

export type Bills = { readonly bills: BillPreview | null; readonly failure: Failure | null; readonly exit: BillPreview | null; readonly exitOn: string | null; readonly leave: (day: string | null) => void };

/** The bills to come of the case's plan, and of a service that ends on a chosen day; asked anew when the case moved. */
export function useBillPreview({ caseId, plan, revision }: CaseView): Bills {
  const bridge = useBridge();
  const [bills, setBills] = useState<BillPreview | null>(null);
  const [exit, setExit] = useState<BillPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [exitOn, setExitOn] = useState<string | null>(null);
  const chosen = plan !== null;
  useEffect(() => {
    if (!chosen) return undefined;
    let current = true;
    void bridge.invoke('plans/preview-bills', { caseId, exitOn: null }).then((answer) => {
      if (!current) return;
      setBills(answer.ok ? answer.value : null);
      setFailure(answer.ok ? null : answer.error);
    });
    return () => { current = false; };
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [bridge, caseId, chosen, revision]);
  useEffect(() => {
    if (exitOn === null) return undefined;
    let current = true;
    void bridge.invoke('plans/preview-bills', { caseId, exitOn }).then((answer) => { if (current) setExit(answer.ok ? answer.value : null); });
    return () => { current = false; };
  }, [bridge, caseId, exitOn]);
  return { bills: chosen ? bills : null, failure: chosen ? failure : null, exit: exitOn === null ? null : exit, exitOn, leave: setExitOn };
}
