import { useState } from 'react';
import type { StoreApi } from 'zustand';
import type { CaseView } from '#contract/cases.ts';
import type { ComparedPlan } from '#contract/plans.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { mayChooseMinimum } from '../../text/plan.ts';
import { boughtWith, sameAddOns } from './usage/wanted-add-ons.ts';
import type { PlanDeskState } from './plan-desk.ts';

/** A plan that waits for the reason of its price. */
export type AskedReason = { readonly plan: ComparedPlan; readonly minimumLi: number | null };

export type PlanChoice = {
  readonly busy: boolean;
  readonly asked: AskedReason | null;
  /** The plan under the cursor is the case's plan as it is wanted now. */
  readonly settled: boolean;
  readonly choose: (planId: string, minimumLi?: number | null) => Promise<void>;
  readonly giveReason: (reason: string) => void;
  readonly cancel: () => void;
};

/** Choosing: at once where nothing is cheaper or the reason stands already, else after the reason was given. */
export function usePlanChoice(view: CaseView, desk: StoreApi<PlanDeskState>): PlanChoice {
  const { act } = useOpenCase();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<AskedReason | null>(null);
  const { caseId, plan: chosen, editable } = view;
  const { comparison, current, offers } = desk.getState();
  const find = (planId: string | null): ComparedPlan | undefined => desk.getState().comparison?.plans.find((plan) => plan.planId === planId);
  const terminalsOf = (planId: string): number | null => (offers.find((offer) => offer.planId === planId)?.perTerminal ? desk.getState().comparison?.usage.terminals ?? null : null);
  // A wished minimum belongs to the plan that lets it be chosen, to no other.
  const wishedFor = (planId: string): number | null => (mayChooseMinimum(offers.find((offer) => offer.planId === planId)?.quote ?? null) ? desk.getState().minimumLi : null);
  const send = async (plan: ComparedPlan, minimumLi: number | null, reason: string | null): Promise<void> => {
    const wanted = desk.getState().comparison?.usage.addOnIds ?? [];
    setBusy(true);
    const answer = await act('plans/choose', { caseId, planId: plan.planId, addOnIds: [...boughtWith(wanted, plan.includedAddOnIds)], minimumLi, terminals: terminalsOf(plan.planId), reason });
    setBusy(false);
    if (!answer.ok && answer.error.code === 'dearer-plan-reason') { setAsked({ plan, minimumLi }); return; }
    if (answer.ok) {
      desk.getState().stand(plan.planId);
      desk.getState().wishMinimum(minimumLi);
      // A chosen minimum is in the cost of its plan, and goes with it.
      if (minimumLi !== (chosen?.minimumLi ?? null)) await desk.getState().again();
    }
    // A special number's reason is the next thing to write; on the keyboard it would be far away.
    if (answer.ok) requestAnimationFrame(() => { if (document.activeElement === document.body) document.getElementById('approval-reason')?.focus(); });
  };
  const plan = find(current);
  const settled = plan !== undefined && chosen?.planId === plan.planId && chosen.allowed && chosen.terminals === terminalsOf(plan.planId)
    && sameAddOns(chosen.addOnIds, boughtWith(comparison?.usage.addOnIds ?? [], plan.includedAddOnIds));
  return {
    busy, asked, settled,
    choose: async (planId, minimumLi = chosen?.planId === planId ? chosen.minimumLi : wishedFor(planId)) => {
      const wanted = find(planId);
      if (!wanted?.cost || wanted.refusal || busy || !editable) return;
      const kept = chosen?.planId === planId ? chosen.reason : null;
      if (wanted.cost.overCheapestLi > 0 && kept === null) setAsked({ plan: wanted, minimumLi });
      else await send(wanted, minimumLi, kept);
    },
    giveReason: (reason) => {
      setAsked(null);
      if (asked) void send(asked.plan, asked.minimumLi, reason);
    },
    cancel: () => setAsked(null),
  };
}
