import { createStore, type StoreApi } from 'zustand';
import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { NumberHit, NumberSearch, PoolStatus, Suggestions } from '#contract/numbers.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import type { NumberRow } from './list/number-row.ts';

const PAGE = 100;
/** As many as one question may ask for. */
const MOST = 200;
const TYPING_MS = 90;

/** What narrows and orders the list beside the words of the box; empty grades: any grade. */
export type Filters = Pick<Request<'numbers/search'>, 'grades' | 'minimumAtMostLi' | 'prepayAtMostLi' | 'looksSpecial' | 'leasedOnly' | 'sort'>;

/** A fact of the customer that suggestions come from. */
export type Source = Suggestions['sources'][number];

export type Showing = 'found' | 'suggested' | 'shortlist' | Source;

export type NumberSearchState = {
  readonly text: string;
  readonly filters: Filters;
  readonly answer: Omit<NumberSearch, 'hits' | 'nearMisses'> | null;
  /** What the list shows: found, close to the wish, or suggested. */
  readonly rows: readonly NumberRow[];
  readonly near: boolean;
  readonly suggestions: Suggestions | null;
  /** What the list shows: the answer of the box, all suggestions or those of one source, or the shortlist. */
  readonly showing: Showing;
  readonly current: number;
  /** Moved or asked since the last number was held: only then the current row is a wish. */
  readonly looking: boolean;
  /** The list still answers the question before: no key may take a number from it. */
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly pool: PoolStatus | null;
  /** Seen taken while this screen is open. */
  readonly taken: readonly string[];
  readonly alternatives: { readonly lost: string; readonly hits: readonly NumberHit[]; /** By another case of this PC. */ readonly here: boolean } | null;
  readonly type: (text: string) => void;
  readonly filter: (patch: Partial<Filters>) => void;
  readonly show: (what: Showing) => void;
  /** The numbers of this case: they are free no more, but stay in the list where they stood. */
  readonly keep: (own: readonly NumberHit[]) => void;
  readonly again: () => void;
  readonly more: () => void;
  readonly move: (by: number) => void;
  readonly stand: (index: number) => void;
  readonly markTaken: (lost: string, alternatives: readonly NumberHit[], here?: boolean) => void;
  readonly forgetTaken: () => void;
  readonly start: () => () => void;
};

export type NumberSearchStore = StoreApi<NumberSearchState>;

/** Any grade, any money, the best remembered first. */
export const noFilters: Filters = { grades: [], minimumAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false, sort: 'memorable' };

/** The number finder of a case: one search behind the last key, answers of older searches are dropped. */
export function makeNumberSearch(bridge: Bridge, caseId: string): NumberSearchStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let fetched = 0;
  let own: readonly NumberHit[] = [];
  // The row that stands there has just been taken: the next step leaves it.
  let passed = false;
  const store: NumberSearchStore = createStore((set, get) => {
    const ask = async (offset: number, stay = false): Promise<void> => {
      const { text, filters } = get();
      asked += 1;
      const mine = asked;
      const limit = stay ? Math.min(MOST, Math.max(PAGE, fetched)) : PAGE;
      const answer = await bridge.invoke('numbers/search', { text, ...filters, offset, limit });
      if (mine !== asked) return;
      if (!answer.ok) return set({ failure: answer.error, pending: false });
      const { hits, nearMisses, ...counts } = answer.value;
      const near = counts.total === 0 && nearMisses.length > 0;
      set({ failure: null, pending: false, answer: counts });
      if (get().showing !== 'found') return;
      fetched = offset + hits.length;
      const old = get().rows;
      const rows = near ? nearMisses : offset > 0 ? [...old, ...hits.filter((hit) => !old.some((row) => row.digits === hit.digits))] : stay ? withKept(old, hits, [...own.map((one) => one.digits), ...get().taken]) : hits;
      set({ near, rows, ...(offset === 0 ? { current: stay ? sameRow(get(), rows) : 0 } : {}) });
    };
    const soon = (ms: number): void => {
      // What is still under way answers the question before.
      asked += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(0), ms);
    };
    const look = async (): Promise<void> => {
      const answer = await bridge.invoke('numbers/suggest', { caseId });
      if (!answer.ok) return;
      set({ suggestions: answer.value });
      const { showing } = get();
      if (showing !== 'found') put(shownRows(answer.value, own, showing));
    };
    const put = (rows: readonly NumberRow[]): void => set({ rows, current: sameRow(get(), rows) });
    const stand = (index: number): void => set({ current: Math.max(0, Math.min(get().rows.length - 1, index)), looking: true });
    return {
      text: '', filters: noFilters, answer: null, rows: [], near: false, suggestions: null, showing: 'found', current: 0, looking: false, pending: false, failure: null, pool: null, taken: [], alternatives: null,
      type: (text) => { passed = false; set({ text, looking: true, pending: true, showing: 'found' }); soon(TYPING_MS); },
      filter: (patch) => { set({ filters: { ...get().filters, ...patch }, looking: true, pending: true, showing: 'found' }); soon(0); },
      show: (what) => {
        if (what === 'found') { set({ showing: what, looking: false }); return void ask(0); }
        return set({ showing: what, rows: shownRows(get().suggestions, own, what), near: false, current: 0, looking: true, pending: false, failure: null });
      },
      keep: (hits) => {
        own = hits;
        if (get().showing !== 'shortlist') return;
        if (hits.length === 0) get().show('found');
        else put(hits);
      },
      again: () => { soon(0); void look(); },
      more: () => {
        const { answer, showing, near, pending } = get();
        if (showing === 'found' && !near && !pending && fetched < (answer?.total ?? 0)) void ask(fetched);
      },
      move: (by) => {
        // The first step lights the row that stands there.
        stand(get().current + (get().looking || passed || Math.abs(by) > 1 ? by : 0));
        passed = false;
        if (get().current >= get().rows.length - 10) get().more();
      },
      stand,
      markTaken: (lost, hits, here = false) => set({ taken: [...get().taken, lost], alternatives: { lost, hits, here } }),
      forgetTaken: () => { passed = true; set({ alternatives: null, looking: false }); },
      start: () => {
        const refresh = (pool: PoolStatus): void => { set({ pool }); void ask(0, true); void look(); };
        void bridge.invoke('numbers/pool-status', undefined).then((status) => (status.ok ? refresh(status.value) : set({ failure: status.error })));
        const stops = [
          bridge.subscribe('pool/changed', refresh),
          // What was picked is offered as a number of the lease no more.
          bridge.subscribe('lease/changed', () => { if (get().filters.leasedOnly && !get().pending) void ask(0, true); }),
        ];
        return () => { for (const stop of stops) stop(); clearTimeout(timer); };
      },
    };
  });
  return store;
}

/** A kind may have several sources (two landlines), each with its own rows. */
function shownRows(suggestions: Suggestions | null, own: readonly NumberHit[], what: Exclude<Showing, 'found'>): readonly NumberRow[] {
  if (what === 'shortlist') return own;
  const { hits, sources } = suggestions ?? { hits: [], sources: [] };
  if (what === 'suggested') return hits;
  const several = sources.filter((source) => source.kind === what.kind).length > 1;
  return hits.filter(({ meaning }) => meaning.kind === what.kind && (!several || meaning.from === what.from));
}

/** A number that was listed, held or lost is free no more: it keeps its place among its neighbours while the list stands. */
function withKept(old: readonly NumberRow[], fresh: readonly NumberRow[], kept: readonly string[]): readonly NumberRow[] {
  const has = (rows: readonly NumberRow[], digits: string): boolean => rows.some((row) => row.digits === digits);
  return old.reduce((rows, row, at) => {
    if (!kept.includes(row.digits) || has(rows, row.digits)) return rows;
    const before = old.slice(0, at).findLast((one) => has(rows, one.digits));
    return rows.toSpliced(before ? rows.findIndex((one) => one.digits === before.digits) + 1 : 0, 0, row);
  }, fresh);
}

/** News of the pool comes while the clerk reads the list: the same number stays the current one. */
function sameRow({ rows, current }: NumberSearchState, fresh: readonly NumberHit[]): number {
  const at = fresh.findIndex((row) => row.digits === rows[current]?.digits);
  return at === -1 ? Math.max(0, Math.min(fresh.length - 1, current)) : at;
}
