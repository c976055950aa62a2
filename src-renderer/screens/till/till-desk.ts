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
  /** The last thing asked that was refused, told beside what can be done. */
  readonly refused: Failure | null;
  readonly busy: boolean;
  readonly exported: string | null;
  readonly load: () => Promise<void>;
  /** Looks again without a word: money moved or the carrier answered. What is closed stays as it is. */
  readonly refresh: () => Promise<void>;
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
    set({ busy: true, refused: null });
    const answer = await asked;
    set(answer.ok ? { shift: answer.value, busy: false } : { busy: false });
    return answer.ok ? null : answer.error;
  };
  const told = async (asked: Asked): Asked => {
    const refused = await asked;
    set({ refused });
    return refused;
  };
  return {
    till: null, shift: null, history: null, failure: null, refused: null, busy: false, exported: null,
    load: async () => {
      const answer = await bridge.invoke('till/state', undefined);
      if (!answer.ok) return set({ failure: answer.error });
      set({ till: answer.value, failure: null });
      if (get().shift !== null) await get().refresh();
      else if (answer.value.shift !== null) await get().look(answer.value.shift.shiftId);
      return undefined;
    },
    refresh: async () => {
      const { shift } = get();
      if (shift === null || shift.state === 'closed') return;
      const answer = await bridge.invoke('till/shift', { shiftId: shift.shiftId });
      if (answer.ok && get().shift?.shiftId === shift.shiftId) set({ shift: answer.value });
    },
    look: async (shiftId) => {
      set({ exported: null });
      return shifted(bridge.invoke('till/shift', { shiftId }));
    },
    leave: () => set({ shift: null, exported: null, refused: null }),
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
    count: (request) => told(shifted(bridge.invoke('till/count', request))),
    explain: (request) => shifted(bridge.invoke('till/explain', request)),
    close: (request) => shifted(bridge.invoke('till/close', request)),
    askCarrier: async () => {
      const { shift } = get();
      return shift === null ? null : told(shifted(bridge.invoke('till/ask-carrier', { shiftId: shift.shiftId })));
    },
    export: async () => {
      const { shift } = get();
      if (shift === null) return null;
      const answer = await bridge.invoke('till/export', { shiftId: shift.shiftId });
      // Who closed the dialog of files wanted nothing.
      set(answer.ok ? { exported: answer.value.fileName, refused: null } : { refused: answer.error.code === 'export-cancelled' ? null : answer.error });
      return answer.ok ? null : answer.error;
    },
  };
});
