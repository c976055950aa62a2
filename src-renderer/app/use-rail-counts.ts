import { useEffect, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { StaffView } from '#contract/session.ts';
import { may } from '#domain/staff/role.ts';
import { useBridge } from '../stores/bridge-context.ts';
import { useNavigationStore } from '../stores/navigation.ts';
import { useOpenCaseStore } from '../stores/open-case.ts';

type Counts = { readonly workbench: number; readonly approval: number };

/** What of a case can change a badge. */
const stageOf = (view: CaseView | null): string => (view ? `${view.caseId} ${view.state} ${view.approval.state} ${view.parked !== null}` : '');

/** Badges of the rail, asked again when the place, or the stage of the open case, changed. */
export function useRailCounts(staff: StaffView): Counts {
  const bridge = useBridge();
  const navigation = useNavigationStore();
  const openCase = useOpenCaseStore();
  const [counts, setCounts] = useState<Counts>({ workbench: 0, approval: 0 });
  const reads = may(staff.role, 'case/read');
  useEffect(() => {
    if (!reads) return undefined;
    let current = true;
    const ask = async (): Promise<void> => {
      const [bench, queue] = await Promise.all([bridge.invoke('workbench/list', { filter: 'all' }), bridge.invoke('approval/queue', undefined)]);
      // What waits at the desk comes from the hall's other PCs too.
      if (current && bench.ok && queue.ok) setCounts({ workbench: bench.value.counts.all, approval: queue.value.length });
    };
    void ask();
    const stops = [
      navigation.subscribe(() => void ask()),
      openCase.subscribe((now, before) => { if (stageOf(now.view) !== stageOf(before.view)) void ask(); }),
      bridge.subscribe('case/changed', () => void ask()),
      bridge.subscribe('approval/changed', () => void ask()),
    ];
    return () => { current = false; for (const stop of stops) stop(); };
  }, [bridge, navigation, openCase, reads]);
  return counts;
}
