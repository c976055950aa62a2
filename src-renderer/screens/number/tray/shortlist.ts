import { createStore, type StoreApi } from 'zustand';
import type { NumberHit } from '#contract/numbers.ts';
import type { ShortlistItem, ShortlistView } from '#contract/shortlist.ts';
import { elapsedMs } from '#domain/calendar/shanghai-time.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import type { OpenCase } from '../../../stores/open-case.ts';

/** A first wish and up to four fallbacks go to the carrier. */
const MAX_RANKED = 5;

/** A number that was just taken: three of the same kind, and whether another case of this PC has it. */
export type Lost = { readonly alternatives: readonly NumberHit[]; readonly here: boolean };

export type ShortlistState = {
  readonly view: ShortlistView | null;
  readonly items: readonly ShortlistItem[];
  /** Answers three of the same kind when the number was just taken. */
  readonly toggle: (digits: string) => Promise<Lost | null>;
  /** Makes a number the first pick; one that is not listed is listed first. */
  readonly first: (digits: string) => Promise<void>;
  readonly extend: () => Promise<void>;
  /** Asks main for the list as it stands: something beside it was changed. */
  readonly again: () => void;
  /** Opens or closes the customer's window; `lit` is pointed at when it stands there. */
  readonly show: (lit: string | null) => Promise<void>;
  readonly light: (lit: string | null) => void;
  /** How the case's own number stands, in a word that changes with it: a listed number is held as long as the case has it. */
  readonly heed: (own: string) => void;
  readonly start: () => () => void;
};

export type ShortlistStore = StoreApi<ShortlistState>;

/** The numbers a case is choosing from, as main keeps them; what the clerk does may fail loudly, what the screen asks by itself may not. */
export function makeShortlist(bridge: Bridge, act: OpenCase['act'], caseId: string, now: () => string): ShortlistStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastLit: string | null = null;
  let lastOwn: string | null = null;
  const store: ShortlistStore = createStore((set, get) => {
    const put = (view: ShortlistView): void => {
      set({ view, items: view.items });
      clearTimeout(timer);
      const ends = view.items.flatMap((item) => (item.state === 'held' && item.expiresAt ? [elapsedMs(now(), item.expiresAt)] : []));
      // The states are main's: ask again when the next hold must have run out.
      if (ends.length > 0) timer = setTimeout(() => void read(), Math.max(1000, Math.min(...ends) + 1000));
    };
    const read = async (): Promise<void> => {
      const answer = await bridge.invoke('shortlist/read', { caseId });
      if (answer.ok) put(answer.value);
    };
    const does = async (channel: 'shortlist/add' | 'shortlist/drop', digits: string): Promise<Lost | null> => {
      const answer = await act(channel, { caseId, digits });
      if (!answer.ok) return null;
      put(answer.value);
      const { alternatives, here = false } = answer.value;
      return alternatives ? { alternatives, here } : null;
    };
    const listed = (digits: string | null): string | null => (get().items.some((item) => item.hit.digits === digits) ? digits : null);
    return {
      view: null, items: [],
      toggle: (digits) => does(listed(digits) === null ? 'shortlist/add' : 'shortlist/drop', digits),
      first: async (digits) => {
        if (listed(digits) === null) await does('shortlist/add', digits);
        // The list is full, or the carrier keeps no more: what was refused has been said.
        if (listed(digits) === null) return;
        const others = get().items.map((item) => item.hit.digits).filter((one) => one !== digits);
        const answer = await act('shortlist/order', { caseId, ranked: [digits, ...others] });
        if (answer.ok) put(answer.value);
      },
      extend: async () => {
        const answer = await act('shortlist/extend', { caseId });
        if (answer.ok) put(answer.value);
      },
      again: () => void read(),
      show: async (lit) => {
        const shown = get().view?.shown === true;
        lastLit = listed(lit);
        const answer = await act('customer/show', shown ? { caseId: null, lit: null } : { caseId, lit: lastLit });
        if (answer.ok) await read();
      },
      light: (lit) => {
        const wanted = listed(lit);
        if (get().view?.shown !== true || wanted === lastLit) return;
        lastLit = wanted;
        void bridge.invoke('customer/show', { caseId, lit: wanted });
      },
      heed: (own) => {
        if (own === lastOwn) return;
        lastOwn = own;
        void read();
      },
      start: () => {
        const stop = bridge.subscribe('case/changed', (event) => { if (event.caseId === caseId) void read(); });
        return () => { stop(); clearTimeout(timer); };
      },
    };
  });
  return store;
}

/**
 * The list as a provisional pick: first wish and fallbacks. A fallback must not change what the customer pays, and an
 * approval names one number: beside an ordinary first wish ordinary numbers only, beside a special one none.
 */
export function rankedPicks(items: readonly ShortlistItem[]): readonly string[] {
  const open = items.filter((item) => item.state !== 'taken').map((item) => item.hit);
  const [first] = open;
  if (!first) return [];
  return (first.grade === 9 ? open.filter((hit) => hit.grade === 9) : [first]).slice(0, MAX_RANKED).map((hit) => hit.digits);
}

/** What is picked with this number offline: the list as ranked when it stands among that, else it alone, for nobody ranked the others after it. */
export const picksWith = (digits: string, ranked: readonly string[]): readonly string[] => (ranked.includes(digits) ? ranked : [digits]);
