import { createStore, type StoreApi } from 'zustand';
import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { NumberHit, NumberSearch, PoolStatus, Suggestions } from '#contract/numbers.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import type { NumberRow } from './list/number-row.ts';

const PAGE = 100;
const TYPING_MS = 90;

/** What narrows and orders the list beside the words of the box; empty grades: any grade. */
export type Filters = Pick<Request<'numbers/search'>, 'grades' | 'floorAtMostLi' | 'prepayAtMostLi' | 'looksSpecial' | 'leasedOnly' | 'sort'>;

/** A fact of the customer that suggestions come from. */
export type Source = Suggestions['sources'][number];

export type NumberSearchState = {
  readonly text: string;
  readonly filters: Filters;
  readonly answer: Omit<NumberSearch, 'hits' | 'nearMisses'> | null;
  /** What the list shows: found, close to the wish, or suggested. */
  readonly rows: readonly NumberRow[];
  readonly near: boolean;
  readonly suggestions: Suggestions | null;
  /** The list shows suggestions: of one source, or of all. */
  readonly suggesting: Source | 'all' | null;
  readonly current: number;
  /** Moved or asked since the last number was held: only then the current row is a wish. */
  readonly looking: boolean;
  readonly failure: Failure | null;
  readonly pool: PoolStatus | null;
  /** Seen taken by another hall while this screen is open. */
  readonly taken: readonly string[];
  readonly alternatives: { readonly lost: string; readonly hits: readonly NumberHit[] } | null;
  readonly type: (text: string) => void;
  readonly filter: (patch: Partial<Filters>) => void;
  readonly suggest: (from: Source | 'all' | null) => void;
  readonly again: () => void;
  readonly more: () => void;
  readonly move: (by: number) => void;
  readonly stand: (index: number) => void;
  readonly markTaken: (lost: string, alternatives: readonly NumberHit[]) => void;
  readonly forgetTaken: () => void;
  readonly start: () => () => void;
};

export type NumberSearchStore = StoreApi<NumberSearchState>;

/** Any grade, any money, the best remembered first. */
export const noFilters: Filters = { grades: [], floorAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false, sort: 'memorable' };

/** The number finder of a case: one search behind the last key, answers of older searches are dropped. */
export function makeNumberSearch(bridge: Bridge, caseId: string): NumberSearchStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const store: NumberSearchStore = createStore((set, get) => {
    const ask = async (offset: number, stay = false): Promise<void> => {
      const { text, filters } = get();
      asked += 1;
      const mine = asked;
      const answer = await bridge.invoke('numbers/search', { text, ...filters, offset, limit: PAGE });
      if (mine !== asked) return;
      if (!answer.ok) return set({ failure: answer.error });
      const { hits, nearMisses, ...counts } = answer.value;
      const near = counts.total === 0 && nearMisses.length > 0;
      set({ failure: null, answer: counts });
      if (get().suggesting !== null) return;
      const rows = near ? nearMisses : offset === 0 ? hits : [...get().rows, ...hits];
      set({ near, rows, ...(offset === 0 ? { current: stay ? sameRow(get(), rows) : 0 } : {}) });
    };
    const soon = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(0), ms);
    };
    const look = async (): Promise<void> => {
      const answer = await bridge.invoke('numbers/suggest', { caseId });
      if (!answer.ok) return;
      const { suggesting } = get();
      set({ suggestions: answer.value });
      if (suggesting === null) return;
      const rows = suggestedRows(answer.value, suggesting);
      set({ rows, current: sameRow(get(), rows) });
    };
    const stand = (index: number): void => set({ current: Math.max(0, Math.min(get().rows.length - 1, index)), looking: true });
    return {
      text: '', filters: noFilters, answer: null, rows: [], near: false, suggestions: null, suggesting: null, current: 0, looking: false, failure: null, pool: null, taken: [], alternatives: null,
      type: (text) => { set({ text, looking: true, suggesting: null }); soon(TYPING_MS); },
      filter: (patch) => { set({ filters: { ...get().filters, ...patch }, looking: true, suggesting: null }); soon(0); },
      suggest: (from) => {
        const { suggestions } = get();
        if (from === null || !suggestions) { set({ suggesting: null }); return void ask(0); }
        set({ suggesting: from, rows: suggestedRows(suggestions, from), near: false, current: 0, looking: true, failure: null });
      },
      again: () => { soon(0); void look(); },
      more: () => {
        const { rows, answer, suggesting, near } = get();
        if (suggesting === null && !near && rows.length < (answer?.total ?? 0) && rows.length % PAGE === 0) void ask(rows.length);
      },
      move: (by) => {
        stand(get().current + by);
        if (get().current >= get().rows.length - 10) get().more();
      },
      stand,
      markTaken: (lost, hits) => set({ taken: [...get().taken, lost], alternatives: { lost, hits } }),
      forgetTaken: () => set({ alternatives: null, looking: false }),
      start: () => {
        const refresh = (pool: PoolStatus): void => { set({ pool }); void ask(0, true); void look(); };
        void bridge.invoke('numbers/pool-status', undefined).then((status) => (status.ok ? refresh(status.value) : set({ failure: status.error })));
        const stop = bridge.subscribe('pool/changed', refresh);
        return () => { stop(); clearTimeout(timer); };
      },
    };
  });
  return store;
}

/** A kind may have several sources (two landlines), each with its own rows. */
function suggestedRows({ hits, sources }: Suggestions, from: Source | 'all'): readonly NumberRow[] {
  if (from === 'all') return hits;
  const several = sources.filter((source) => source.kind === from.kind).length > 1;
  return hits.filter(({ meaning }) => meaning.kind === from.kind && (!several || meaning.from === from.from));
}

/** News of the pool comes while the clerk reads the list: the same number stays the current one. */
function sameRow({ rows, current }: NumberSearchState, fresh: readonly NumberHit[]): number {
  const at = fresh.findIndex((row) => row.digits === rows[current]?.digits);
  return at === -1 ? Math.max(0, Math.min(fresh.length - 1, current)) : at;
}
