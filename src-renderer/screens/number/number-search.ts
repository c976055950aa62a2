import { createStore, type StoreApi } from 'zustand';
import type { Failure } from '#contract/failures.ts';
import type { NumberHit, NumberSearch, PoolStatus } from '#contract/numbers.ts';
import type { Bridge } from '../../bridge/bridge.ts';

const PAGE = 100;
const TYPING_MS = 150;
/** The contract takes a first wish and up to four fallbacks. */
export const MAX_PICKS = 5;

export type NumberSearchState = {
  readonly text: string;
  /** Empty: any grade. */
  readonly grades: readonly number[];
  readonly answer: Omit<NumberSearch, 'hits'> | null;
  readonly hits: readonly NumberHit[];
  readonly current: number;
  /** Moved or asked since the last number was held: only then the current row is a wish. */
  readonly looking: boolean;
  readonly failure: Failure | null;
  readonly pool: PoolStatus | null;
  /** Seen taken by another hall while this screen is open. */
  readonly taken: readonly string[];
  readonly alternatives: { readonly lost: string; readonly hits: readonly NumberHit[] } | null;
  readonly picks: readonly NumberHit[];
  readonly type: (text: string) => void;
  readonly only: (grade: number | null) => void;
  readonly more: () => void;
  readonly move: (by: number) => void;
  readonly stand: (index: number) => void;
  readonly markTaken: (lost: string, alternatives: readonly NumberHit[]) => void;
  readonly forgetTaken: () => void;
  readonly togglePick: (hit: NumberHit) => void;
  readonly clearPicks: () => void;
  readonly start: () => () => void;
};

export type NumberSearchStore = StoreApi<NumberSearchState>;

/** The number finder: one search behind the last key, answers of older searches are dropped. */
export function makeNumberSearch(bridge: Bridge): NumberSearchStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const store: NumberSearchStore = createStore((set, get) => {
    const ask = async (offset: number, stay = false): Promise<void> => {
      const { text, grades } = get();
      asked += 1;
      const mine = asked;
      const answer = await bridge.invoke('numbers/search', { text, grades: [...grades], offset, limit: PAGE });
      if (mine !== asked) return;
      if (!answer.ok) return set({ failure: answer.error });
      const { hits, ...counts } = answer.value;
      return set(offset === 0
        ? { failure: null, answer: counts, hits, current: stay ? sameRow(get(), hits) : 0 }
        : { failure: null, answer: counts, hits: [...get().hits, ...hits] });
    };
    const soon = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(0), ms);
    };
    const stand = (index: number): void => set({ current: Math.max(0, Math.min(get().hits.length - 1, index)), looking: true });
    return {
      text: '', grades: [], answer: null, hits: [], current: 0, looking: false, failure: null, pool: null, taken: [], alternatives: null, picks: [],
      type: (text) => { set({ text, looking: true }); soon(TYPING_MS); },
      only: (grade) => { set({ grades: grade === null ? [] : [grade], looking: true }); soon(0); },
      more: () => { if (get().hits.length < (get().answer?.total ?? 0) && get().hits.length % PAGE === 0) void ask(get().hits.length); },
      move: (by) => {
        stand(get().current + by);
        if (get().current >= get().hits.length - 10) get().more();
      },
      stand,
      markTaken: (lost, hits) => set({ taken: [...get().taken, lost], alternatives: { lost, hits } }),
      forgetTaken: () => set({ alternatives: null, looking: false }),
      togglePick: (hit) => set({ picks: toggled(get().picks, hit) }),
      clearPicks: () => set({ picks: [] }),
      start: () => {
        const refresh = (pool: PoolStatus): void => { set({ pool }); void ask(0, true); };
        void bridge.invoke('numbers/pool-status', undefined).then((status) => (status.ok ? refresh(status.value) : set({ failure: status.error })));
        const stop = bridge.subscribe('pool/changed', refresh);
        return () => { stop(); clearTimeout(timer); };
      },
    };
  });
  return store;
}

/** News of the pool comes while the clerk reads the list: the same number stays the current one. */
function sameRow({ hits, current }: NumberSearchState, fresh: readonly NumberHit[]): number {
  const at = fresh.findIndex((hit) => hit.digits === hits[current]?.digits);
  return at === -1 ? Math.max(0, Math.min(fresh.length - 1, current)) : at;
}

function toggled(picks: readonly NumberHit[], hit: NumberHit): readonly NumberHit[] {
  if (picks.some((pick) => pick.digits === hit.digits)) return picks.filter((pick) => pick.digits !== hit.digits);
  // A fallback must not change what the customer pays, and an approval names one number: ordinary numbers only (main refuses others).
  const asFallback = picks.length > 0 && (hit.grade !== 9 || picks[0]?.grade !== 9);
  return picks.length >= MAX_PICKS || asFallback ? picks : [...picks, hit];
}
