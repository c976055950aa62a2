import { createStore, type StoreApi } from 'zustand';
import type { Failure } from '#contract/failures.ts';
import type { AddOnOffer, CallImport, ComparedPlan, PlanComparison, PlanOffer, PlanView } from '#contract/plans.ts';
import type { Request } from '#contract/contract.ts';
import type { Bridge } from '../../bridge/bridge.ts';

type Usage = NonNullable<Request<'plans/compare'>['usage']>;

/** Another answer to some of the questions, by itself or made of what was said last. */
export type UsageChange = Partial<Usage> | ((said: Usage) => Partial<Usage>);

export type PlanDeskState = {
  readonly offers: readonly PlanOffer[];
  readonly addOns: readonly AddOnOffer[];
  readonly comparison: PlanComparison | null;
  readonly failure: Failure | null;
  readonly comparing: boolean;
  /** Name of the call list that is being read. */
  readonly importing: string | null;
  /** What the last import took, until it was looked at. */
  readonly imported: CallImport | null;
  /** The plan under the cursor. */
  readonly current: string | null;
  /** A monthly minimum wished for 营业厅标准. */
  readonly minimumLi: number | null;
  readonly load: (caseId: string, chosen: PlanView | null) => Promise<void>;
  /** Keeps what the customer said and compares anew; answers whether this is what is shown now. */
  readonly ask: (change: UsageChange) => Promise<boolean>;
  /** Compares anew by what is kept, as after a choice that changes what the chosen plan costs. */
  readonly again: () => Promise<void>;
  /** When the last question has its answer. */
  readonly answered: () => Promise<unknown>;
  readonly importCalls: (file: { readonly name: string; readonly bytes: () => Promise<Uint8Array> }) => Promise<void>;
  readonly forgetCalls: () => Promise<void>;
  readonly seen: () => void;
  readonly move: (by: number) => void;
  readonly stand: (planId: string) => void;
  readonly wishMinimum: (minimumLi: number | null) => void;
};

/** A plan the customer can have. */
export const canBeHad = (plan: ComparedPlan): boolean => plan.refusal === null && plan.cost !== null;

/** Every plan side by side for the case's number and usage; the cheapest is under the cursor until the clerk moves it. */
export const makePlanDesk = (bridge: Bridge): StoreApi<PlanDeskState> => createStore((set, get) => {
  let caseId = '';
  let moved = false;
  let turn = 0;
  // Said but not answered yet: the next question goes on from here, so that nothing said in a hurry is lost.
  let said: Usage | null = null;
  let last: Promise<boolean> = Promise.resolve(true);
  const show = (comparison: PlanComparison): void => {
    const plans = comparison.plans.filter(canBeHad);
    const { current } = get();
    const stays = moved && plans.some((plan) => plan.planId === current);
    set({ comparison, failure: null, current: stays ? current : comparison.cheapestPlanId ?? plans[0]?.planId ?? null });
  };
  // Answers can overtake each other: only the last question's is shown.
  const compare = async (usage: Usage | null): Promise<boolean> => {
    const mine = (turn += 1);
    set({ comparing: true });
    const answer = await bridge.invoke('plans/compare', { caseId, usage });
    if (mine !== turn) return false;
    said = null;
    set({ comparing: false });
    if (!answer.ok) { set({ failure: answer.error }); return false; }
    show(answer.value);
    return true;
  };
  return {
    offers: [], addOns: [], comparison: null, failure: null, comparing: false, importing: null, imported: null, current: null, minimumLi: null,
    load: async (id, chosen) => {
      [caseId, moved] = [id, chosen !== null];
      set({ current: chosen?.planId ?? null, minimumLi: chosen?.minimumLi ?? null });
      const listed = await bridge.invoke('plans/list', { caseId });
      if (!listed.ok) return set({ failure: listed.error });
      set({ offers: listed.value.offers, addOns: listed.value.addOns });
      await compare(null);
      return undefined;
    },
    ask: (change) => {
      const { comparison } = get();
      if (!comparison) return Promise.resolve(false);
      const { from, minutes, localPercent, mobilePercent, terminals, addOnIds } = said ?? comparison.usage;
      const before: Usage = { from, minutes, localPercent, mobilePercent, terminals, addOnIds };
      said = { ...before, ...(typeof change === 'function' ? change(before) : change) };
      last = compare(said);
      return last;
    },
    again: async () => void await compare(said),
    answered: () => last,
    importCalls: async ({ name, bytes }) => {
      if (get().importing !== null) return;
      set({ importing: name, failure: null });
      const answer = await bridge.invoke('plans/import-calls', { caseId, fileName: name, bytes: await bytes() });
      turn += 1;
      set({ importing: null, comparing: false });
      if (!answer.ok) return set({ failure: answer.error });
      set({ imported: answer.value });
      return show(answer.value.comparison);
    },
    forgetCalls: async () => {
      const answer = await bridge.invoke('plans/forget-calls', { caseId });
      turn += 1;
      set({ comparing: false });
      return answer.ok ? show(answer.value) : set({ failure: answer.error });
    },
    seen: () => set({ imported: null }),
    move: (by) => {
      const ids = (get().comparison?.plans ?? []).filter(canBeHad).map((plan) => plan.planId);
      const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(get().current ?? '') + by))];
      if (next) get().stand(next);
    },
    stand: (planId) => { moved = true; set({ current: planId }); },
    wishMinimum: (minimumLi) => set({ minimumLi }),
  };
});
