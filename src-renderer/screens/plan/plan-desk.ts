import { createStore, type StoreApi } from 'zustand';
import type { Failure } from '#contract/failures.ts';
import type { AddOnOffer, PlanOffer, PlanView } from '#contract/plans.ts';
import type { Bridge } from '../../bridge/bridge.ts';

export type PlanDeskState = {
  readonly offers: readonly PlanOffer[] | null;
  readonly addOns: readonly AddOnOffer[];
  readonly failure: Failure | null;
  readonly current: number;
  /** Add-ons and minimum as wished for the plan under the cursor; the chosen plan's own once it is chosen. */
  readonly addOnIds: readonly string[];
  readonly minimumLi: number | null;
  readonly load: (caseId: string, chosen: PlanView | null) => Promise<void>;
  readonly move: (by: number) => void;
  readonly stand: (index: number) => void;
  readonly wish: (addOnIds: readonly string[], minimumLi: number | null) => void;
};

/** Every plan as offered for the case's number: those that can be had first, the others below with their reason. */
export const makePlanDesk = (bridge: Bridge): StoreApi<PlanDeskState> => createStore((set, get) => ({
  offers: null, addOns: [], failure: null, current: 0, addOnIds: [], minimumLi: null,
  load: async (caseId, chosen) => {
    const answer = await bridge.invoke('plans/list', { caseId });
    if (!answer.ok) return set({ failure: answer.error });
    const offers = answer.value.offers.toSorted((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null));
    const at = offers.findIndex((offer) => offer.planId === chosen?.planId);
    return set({ offers, addOns: answer.value.addOns, failure: null, current: Math.max(0, at), addOnIds: chosen?.addOnIds ?? [], minimumLi: chosen?.minimumLi ?? null });
  },
  move: (by) => get().stand(get().current + by),
  stand: (index) => set({ current: Math.max(0, Math.min((get().offers?.length ?? 1) - 1, index)) }),
  wish: (addOnIds, minimumLi) => set({ addOnIds, minimumLi }),
}));
