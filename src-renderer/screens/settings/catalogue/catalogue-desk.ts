import { createStore, type StoreApi } from 'zustand';
import type { CatalogueView } from '#contract/catalogue.ts';
import type { Failure } from '#contract/failures.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Bridge } from '../../../bridge/bridge.ts';

export const catalogueLists = ['plans', 'add-ons', 'promotions', 'versions'] as const;
export type CatalogueList = (typeof catalogueLists)[number];
export type CataloguePlan = CatalogueView['plans'][number];

/** A price of the hall as it is typed. */
export type PriceForm = { readonly price: string; readonly note: string };

/** The catalogue as the admin looks at it, and the one thing that may be changed in it. */
export type CatalogueDesk = {
  readonly view: CatalogueView | null;
  readonly failure: Failure | null;
  readonly busy: 'fetch' | 'price' | null;
  readonly list: CatalogueList;
  readonly chosen: Readonly<Partial<Record<CatalogueList, string>>>;
  readonly form: PriceForm;
  /** The plan that was priced last, until something else is chosen. */
  readonly priced: string | null;
  /** Reads, and reads again when another catalogue is in force; ends with what it returns. */
  readonly start: () => () => void;
  readonly show: (list: CatalogueList) => void;
  readonly choose: (id: string) => void;
  readonly move: (step: 1 | -1) => void;
  readonly write: (patch: Partial<PriceForm>) => void;
  readonly fetchNow: () => Promise<void>;
  readonly price: (monthlyFeeLi: number | null) => Promise<boolean>;
};

/** Ids of the rows of a list, in the order shown. */
export function rowIds({ plans, addOns, promotions, history }: CatalogueView, list: CatalogueList): readonly string[] {
  const rows = { plans: plans.map(({ id }) => id), 'add-ons': addOns.map(({ id }) => id), promotions: promotions.map(({ id }) => id), versions: history.map(({ version }) => version) };
  return rows[list];
}

/** The row that is looked at: the chosen one while it is there, else the first. */
export function chosenRow({ view, list, chosen }: Pick<CatalogueDesk, 'view' | 'list' | 'chosen'>): string | null {
  if (view === null) return null;
  const ids = rowIds(view, list);
  return ids.find((id) => id === chosen[list]) ?? ids[0] ?? null;
}

export const chosenPlan = (desk: Pick<CatalogueDesk, 'view' | 'list' | 'chosen'>): CataloguePlan | null =>
  (desk.list === 'plans' ? (desk.view?.plans.find(({ id }) => id === chosenRow(desk)) ?? null) : null);

/** What the hall asks for the plan today; null: it has set no price, and a sample price of training is none. */
export const hallPriceLi = ({ hallPriced, sample, monthlyFeeLi }: CataloguePlan): number | null => (hallPriced && !sample ? monthlyFeeLi : null);

const emptyForm: PriceForm = { price: '', note: '' };
const formOf = (plan: CataloguePlan | null): PriceForm => {
  const li = plan && hallPriceLi(plan);
  return li === null ? emptyForm : { price: formatYuan(li).replaceAll(',', ''), note: '' };
};

export function makeCatalogueDesk(bridge: Bridge): StoreApi<CatalogueDesk> {
  return createStore((set, get) => {
    const turn = (patch: Partial<Pick<CatalogueDesk, 'list' | 'chosen'>>): void => {
      const before = chosenRow(get());
      set(patch);
      if (chosenRow(get()) !== before) set({ form: formOf(chosenPlan(get())), priced: null, failure: null });
    };
    /** What is being typed stays, whatever else comes in. */
    const take = (view: CatalogueView): void => {
      const isFirst = get().view === null;
      set({ view });
      if (isFirst) set({ form: formOf(chosenPlan(get())) });
    };
    const read = async (): Promise<void> => {
      const answer = await bridge.invoke('catalogue/read', undefined);
      if (answer.ok) take(answer.value); else set({ failure: answer.error });
    };
    return {
      view: null, failure: null, busy: null, list: 'plans', chosen: {}, form: emptyForm, priced: null,
      start: () => {
        void read();
        return bridge.subscribe('catalogue/changed', () => void read());
      },
      show: (list) => turn({ list }),
      choose: (id) => turn({ chosen: { ...get().chosen, [get().list]: id } }),
      move: (step) => {
        const { view, list } = get();
        if (view === null) return;
        const ids = rowIds(view, list);
        const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(chosenRow(get()) ?? '') + step))];
        if (next !== undefined) get().choose(next);
      },
      write: (patch) => set({ form: { ...get().form, ...patch }, failure: null, priced: null }),
      fetchNow: async () => {
        if (get().busy !== null) return;
        set({ busy: 'fetch', failure: null });
        const answer = await bridge.invoke('catalogue/fetch', undefined);
        if (answer.ok) take(answer.value); else await read();
        set({ busy: null, failure: answer.ok ? null : answer.error });
      },
      price: async (monthlyFeeLi) => {
        const { view, busy, form } = get();
        const plan = chosenPlan(get());
        if (view === null || plan === null || busy !== null) return false;
        set({ busy: 'price', failure: null });
        const answer = await bridge.invoke('catalogue/price', { planId: plan.id, monthlyFeeLi, note: form.note.trim(), baseVersion: view.version });
        if (answer.ok) {
          set({ busy: null, view: answer.value });
          set({ form: formOf(chosenPlan(get())), priced: plan.id });
        } else {
          await read();
          set({ busy: null, failure: answer.error });
        }
        return answer.ok;
      },
    };
  });
}
