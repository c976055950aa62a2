import { useEffect, useState } from 'react';
import type { LeaseView } from '#contract/leases.ts';
import { useBridge } from '../../../stores/bridge-context.ts';

/** This PC's block of offline numbers as last heard; null before the first word or where leases cannot be asked. */
export function useLease(): LeaseView | null {
  const bridge = useBridge();
  const [lease, setLease] = useState<LeaseView | null>(null);
  useEffect(() => {
    void bridge.invoke('leases/state', undefined).then((answer) => { if (answer.ok) setLease(answer.value); });
    return bridge.subscribe('lease/changed', setLease);
  }, [bridge]);
  return lease;
}
