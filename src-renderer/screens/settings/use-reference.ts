import { useEffect, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import type { ReferenceView } from '#contract/hall.ts';
import { useBridge } from '../../stores/bridge-context.ts';

/** The hall's reference values; `put` takes the answer of a save. */
export function useReference(onFailure: (failure: Failure) => void): { readonly value: ReferenceView | null; readonly put: (value: ReferenceView) => void } {
  const bridge = useBridge();
  const [value, put] = useState<ReferenceView | null>(null);
  useEffect(() => {
    void bridge.invoke('reference/read', undefined).then((answer) => { if (answer.ok) put(answer.value); else onFailure(answer.error); });
  }, [bridge, onFailure]);
  return { value, put };
}
