import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import type { TillState } from '#contract/till.ts';
import { useBridge } from './bridge-context.ts';

export type Till = {
  /** Null until main has answered. */
  readonly state: TillState | null;
  readonly failure: Failure | null;
  /** Opens a shift with the float counted into the drawer; the refusal, or null. */
  readonly open: (floatLi: number) => Promise<Failure | null>;
};

/** The drawer of this PC, kept fresh by pushes. */
export function useTill(): Till {
  const bridge = useBridge();
  const [state, setState] = useState<TillState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = useCallback(() => {
    void bridge.invoke('till/state', undefined).then((answer) => {
      if (answer.ok) setState(answer.value);
      setFailure(answer.ok ? null : answer.error);
    });
  }, [bridge]);
  useEffect(() => {
    ask();
    return bridge.subscribe('till/changed', ask);
  }, [bridge, ask]);
  return {
    state, failure,
    open: async (floatLi) => {
      const answer = await bridge.invoke('till/open', { floatLi });
      if (answer.ok) setState(answer.value);
      return answer.ok ? null : answer.error;
    },
  };
}
