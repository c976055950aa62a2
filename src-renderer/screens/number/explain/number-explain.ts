import { createStore, type StoreApi } from 'zustand';
import type { Failure } from '#contract/failures.ts';
import type { NumberExplained } from '#contract/numbers.ts';
import type { Bridge } from '../../../bridge/bridge.ts';

const STANDING_MS = 80;

export type NumberExplainState = {
  readonly open: boolean;
  readonly answer: NumberExplained | null;
  readonly failure: Failure | null;
  readonly toggle: () => void;
  /** The row the clerk stands on; asked once the keys rest, so that running through the list asks nothing. */
  readonly follow: (digits: string | null) => void;
};

export type NumberExplainStore = StoreApi<NumberExplainState>;

/** Why the current number has its grade and what it costs: follows the list while the pane is open; only the newest question counts. */
export function makeNumberExplain(bridge: Bridge): NumberExplainStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: string | null = null;
  return createStore((set, get) => {
    const ask = async (digits: string): Promise<void> => {
      const answer = await bridge.invoke('numbers/explain', { digits });
      if (digits !== wanted) return;
      set(answer.ok ? { answer: answer.value, failure: null } : { answer: null, failure: answer.error });
    };
    const soon = (ms: number): void => {
      clearTimeout(timer);
      const digits = wanted;
      if (get().open && digits !== null && digits !== get().answer?.hit.digits) timer = setTimeout(() => void ask(digits), ms);
    };
    return {
      open: false, answer: null, failure: null,
      toggle: () => { set({ open: !get().open }); soon(0); },
      follow: (digits) => { wanted = digits; soon(STANDING_MS); },
    };
  });
}
