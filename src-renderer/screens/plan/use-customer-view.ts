import { useEffect, useState } from 'react';
import { useBridge } from '../../stores/bridge-context.ts';
import { useOpenCase } from '../../stores/open-case.ts';

/** The customer's window with the plans side by side: F9 shows and hides it, and the plan under the cursor is the lit one. */
export function useCustomerView(caseId: string, planId: string | null): { readonly shown: boolean; readonly toggle: () => void } {
  const bridge = useBridge();
  const { act } = useOpenCase();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (shown && planId !== null) void bridge.invoke('customer/show', { caseId, lit: null, plan: planId });
  }, [bridge, shown, caseId, planId]);
  const toggle = async (): Promise<void> => {
    if (planId === null) return;
    // Asked, not remembered: the window may have been closed by hand, or by the lock.
    const answer = await act('customer/scene', undefined);
    const open = shown && answer.ok && answer.value.kind === 'plans';
    const done = await act('customer/show', open ? { caseId: null, lit: null } : { caseId, lit: null, plan: planId });
    if (done.ok) setShown(!open);
  };
  return { shown, toggle: () => void toggle() };
}
