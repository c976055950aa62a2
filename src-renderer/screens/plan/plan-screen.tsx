import { Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/cases.ts';
import { CarryApproval } from '../../capture/carried/carry-approval.tsx';
import { useBridge } from '../../stores/bridge-context.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useApprovalPanel } from '../../stores/use-approval-panel.ts';
import { failureText } from '../../text/failures.ts';
import { planRefusal, planText } from '../../text/plan.ts';
import { ApprovalPanel } from '../../ui/approval-panel.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { makePlanDesk } from './plan-desk.ts';
import { PlanDetail } from './plan-detail.tsx';
import { PlanTable } from './plan-table.tsx';
import './plan.css';

/** Task 3: every plan for this number at the left, what the one under the cursor costs and why at the right. */
export function PlanScreen({ view }: { readonly view: CaseView }): ReactNode {
  const bridge = useBridge();
  const { act, goNext } = useOpenCase();
  const [store] = useState(() => makePlanDesk(bridge));
  const [busy, setBusy] = useState(false);
  const desk = useStore(store);
  const approval = useApprovalPanel(view);
  const { caseId, plan: chosen, number } = view;
  // The offers depend on the number only; the chosen plan is where the cursor starts.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => void store.getState().load(caseId, chosen), [store, caseId, number?.digits]);
  const offer = desk.offers?.[desk.current];
  const settled = offer !== undefined && chosen?.planId === offer.planId && chosen.allowed;
  const choose = async (addOnIds = desk.addOnIds, minimumLi = desk.minimumLi): Promise<void> => {
    if (!offer || offer.refusal || busy || !view.editable) return;
    setBusy(true);
    desk.wish(addOnIds, minimumLi);
    const answer = await act('plans/choose', { caseId, planId: offer.planId, addOnIds: [...addOnIds], minimumLi });
    if (!answer.ok && chosen) desk.wish(chosen.addOnIds, chosen.minimumLi);
    setBusy(false);
    // A special number's reason is the next thing to write; on the keyboard it would be far away.
    if (answer.ok && document.activeElement === document.body) requestAnimationFrame(() => document.getElementById('approval-reason')?.focus());
  };
  const wish = (addOnIds: readonly string[], minimumLi: number | null): void => {
    if (settled) return void choose(addOnIds, minimumLi);
    return desk.wish(addOnIds, minimumLi);
  };
  const toggle = (id: string): void => wish(desk.addOnIds.includes(id) ? desk.addOnIds.filter((each) => each !== id) : [...desk.addOnIds, id], desk.minimumLi);
  const commit = (): void => (settled ? void goNext() : void choose(desk.addOnIds, chosen?.planId === offer?.planId ? desk.minimumLi : null));
  useKeys([
    { keys: '↑ ↓', label: planText.keys.move, run: (key) => desk.move(key === '↑' ? -1 : 1) },
    { keys: 'Enter', label: planText.keys.choose, run: commit },
    { keys: 'Ctrl+1…6', label: planText.keys.addOn, run: (key) => { const addOn = desk.addOns[Number(key) - 1]; if (addOn) toggle(addOn.addOnId); } },
    { keys: 'F5', label: '再报一次价', run: () => void desk.load(caseId, chosen), shown: false },
    { keys: 'Ctrl+Enter', label: planText.keys.choose, run: commit, shown: false },
  ]);
  const allowed = desk.offers?.filter((each) => each.refusal === null).length ?? 0;
  return (
    <div className="task-body plan-screen">
      <div className="plan-panes">
        <section className="plan-list" aria-label={planText.columns.plan}>
          {desk.failure ? <FailureState failure={desk.failure} /> : null}
          {desk.offers ? <PlanTable offers={desk.offers} current={desk.current} chosenId={chosen?.planId ?? null} onStand={desk.stand} onChoose={commit} /> : null}
          {!desk.offers && !desk.failure ? <Spin className="plan-wait" description={planText.loading} /> : null}
        </section>
        {offer ? <PlanDetail offer={offer} chosen={chosen?.planId === offer.planId ? chosen : null} desk={desk} disabled={!view.editable || busy || offer.refusal !== null} onToggle={toggle}
          onMinimum={(minimumLi) => wish(desk.addOnIds, minimumLi)} /> : <section className="plan-detail" />}
      </div>
      {approval ? <ApprovalPanel {...approval} carry={<CarryApproval view={view} />} /> : null}
      <TaskFoot note={chosen?.refusal ? <StatusWord tone="error">{planText.refusedNow}：{planRefusal(chosen.refusal)}</StatusWord>
        : `${planText.count(allowed, (desk.offers?.length ?? 0) - allowed)}。${planText.note}`}>
        <PrimaryButton label={settled ? planText.goOn : planText.choose(offer?.name ?? '')} keys="Ctrl+Enter" busy={busy} onClick={commit}
          disabled={settled ? view.next === null : !view.editable || !offer || offer.refusal !== null} />
      </TaskFoot>
    </div>
  );
}

function FailureState({ failure }: { readonly failure: Parameters<typeof failureText>[0] }): ReactNode {
  const { title, safe, next } = failureText(failure);
  return <EmptyState title={title} safe={safe} next={next} />;
}
