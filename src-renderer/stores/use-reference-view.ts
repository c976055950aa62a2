import { useEffect, useState } from 'react';
import type { ReferenceView } from '#contract/hall.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { useBridge } from './bridge-context.ts';

// The tables do not change while the program runs; the hall's policy has its own screen.
const known = new WeakMap<Bridge, ReferenceView>();

/** The reference tables; null until main answered. */
export function useReferenceView(): ReferenceView | null {
  const bridge = useBridge();
  const [view, setView] = useState<ReferenceView | null>(known.get(bridge) ?? null);
  useEffect(() => {
    if (known.has(bridge)) return;
    void bridge.invoke('reference/read', undefined).then((answer) => {
      if (!answer.ok) return;
      known.set(bridge, answer.value);
      setView(answer.value);
    });
  }, [bridge]);
  return view;
}
