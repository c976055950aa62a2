import { createStore, type StoreApi } from 'zustand';
import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { ShiftRow, ShiftView, TillState } from '#contract/till.ts';
import type { Bridge } from '../../bridge/bridge.ts';

type Asked = Promise<Failure | null>;

/** The drawer of this PC and the shift that is looked at: its own open one, or one of the past. */
export type TillDesk = {
  readonly till: TillState | null;
  readonly shift: ShiftView | null;
  readonly history: readonly ShiftRow[] | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly exported: string | null;
  readonly load: () => Promise<void>;
  readonly look: (shiftId: string) => Asked;
  /** Turns from a closed shift to the empty drawer. */
  readonly leave: () => void;
  readonly list: () => Asked;
  readonly open: (floatLi: number) => Asked;
  readonly count: (request: Request<'till/count'>) => Asked;
  readonly explain: (request: Request<'till/explain'>) => Asked;
  readonly close: (request: Request<'till/close'>) => Asked;
  readonly askCarrier: () => Asked;
  readonly export: () => Asked;
};

export const makeTillDesk = (bridge: Bridge): StoreApi<TillDesk> => createStore((set, get) => {
  const shifted = async (asked: ReturnType<typeof bridge.invoke<'till/shift'>>): Asked => {
    set({ busy: true });
    const answer = await asked;
    set(answer.ok ? { shift: answer.value, busy: false } : { busy: false });
    return answer.ok ? null : answer.error;
  };
  return {
    till: null, shift: null, history: null, failure: null, busy: false, exported: null,
    load: async () => {
      const answer = await bridge.invoke('till/state', undefined);
      if (!answer.ok) return set({ failure: answer.error });
      set({ till: answer.value, failure: null });
      const looked = get().shift?.shiftId ?? answer.value.shift?.shiftId;
      if (looked !== undefined) await get().look(looked);
      return undefined;
    },
    look: (shiftId) => shifted(bridge.invoke('till/shift', { shiftId })),
    leave: () => set({ shift: null, exported: null }),
    list: async () => {
      const answer = await bridge.invoke('till/list', { from: null, to: null });
      if (answer.ok) set({ history: answer.value });
      return answer.ok ? null : answer.error;
    },
    open: async (floatLi) => {
      const answer = await bridge.invoke('till/open', { floatLi });
      if (!answer.ok) return answer.error;
      set({ till: answer.value });
      return answer.value.shift === null ? null : get().look(answer.value.shift.shiftId);
    },
    count: (request) => shifted(bridge.invoke('till/count', request)),
    explain: (request) => shifted(bridge.invoke('till/explain', request)),
    close: (request) => shifted(bridge.invoke('till/close', request)),
    askCarrier: async () => {
      const { shift } = get();
      return shift === null ? null : shifted(bridge.invoke('till/ask-carrier', { shiftId: shift.shiftId }));
    },
    export: async () => {
      const { shift } = get();
      if (shift === null) return null;
      const answer = await bridge.invoke('till/export', { shiftId: shift.shiftId });
      if (answer.ok) set({ exported: answer.value.fileName });
      return answer.ok ? null : answer.error;
    },
  };
});
