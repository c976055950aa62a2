import { useEffect, useState } from 'react';
import type { Request } from '#contract/contract.ts';
import type { CustomerScene } from '#contract/shortlist.ts';
import { useBridge } from './bridge-context.ts';
import { useOpenCase } from './open-case.ts';

/** What of the case the customer is to see; the same object as long as it is the same. */
export type CustomerWish = Pick<Request<'customer/show'>, 'plan' | 'trial'>;

/** The customer's window with what the clerk looks at: F9 shows and hides it, and it follows the clerk. null: there is nothing to show. */
export function useCustomerView(caseId: string, kind: CustomerScene['kind'], wish: CustomerWish | null): { readonly shown: boolean; readonly toggle: () => void } {
  const bridge = useBridge();
  const { act } = useOpenCase();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (shown && wish !== null) void bridge.invoke('customer/show', { caseId, lit: null, ...wish });
  }, [bridge, shown, caseId, wish]);
  const toggle = async (): Promise<void> => {
    if (wish === null) return;
    // Asked, not remembered: the window may have been closed by hand, or by the lock.
    const answer = await act('customer/scene', undefined);
    const open = shown && answer.ok && answer.value.kind === kind;
    const done = await act('customer/show', open ? { caseId: null, lit: null } : { caseId, lit: null, ...wish });
    if (done.ok) setShown(!open);
  };
  return { shown, toggle: () => void toggle() };
}
