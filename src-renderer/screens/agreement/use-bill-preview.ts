import { useEffect, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { BillPreview } from '#contract/plans.ts';
import { useBridge } from '../../stores/bridge-context.ts';

export type Bills = { readonly bills: BillPreview | null; readonly failure: Failure | null; readonly exit: BillPreview | null; readonly exitOn: string | null; readonly leave: (day: string | null) => void };

type Asked = { readonly bills: BillPreview | null; readonly failure: Failure | null };

/** The bills to come of the case's plan, and of a service that ends on a chosen day; asked anew when the case moved. */
export function useBillPreview(view: CaseView): Bills {
  const [exitOn, setExitOn] = useState<string | null>(null);
  const { bills, failure } = usePreview(view, null, view.plan !== null);
  const { bills: exit } = usePreview(view, exitOn, exitOn !== null);
  return { bills, failure, exit, exitOn, leave: setExitOn };
}

function usePreview({ caseId, revision }: CaseView, exitOn: string | null, wanted: boolean): Asked {
  const bridge = useBridge();
  const [asked, setAsked] = useState<Asked>({ bills: null, failure: null });
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    void bridge.invoke('plans/preview-bills', { caseId, exitOn }).then((answer) => {
      if (current) setAsked(answer.ok ? { bills: answer.value, failure: null } : { bills: null, failure: answer.error });
    });
    return () => { current = false; };
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- main reckons with the case as it stands: a revision is a reason to ask
  }, [bridge, caseId, exitOn, wanted, revision]);
  return wanted ? asked : { bills: null, failure: null };
}
