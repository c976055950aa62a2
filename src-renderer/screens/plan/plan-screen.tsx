import { PrinterOutlined } from '@ant-design/icons';
import { Spin } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/cases.ts';
import type { ComparedPlan, PlanComparison } from '#contract/plans.ts';
import { CarryApproval } from '../../capture/carried/carry-approval.tsx';
import { useBridge } from '../../stores/bridge-context.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useApprovalPanel } from '../../stores/use-approval-panel.ts';
import { useCustomerView } from '../../stores/use-customer-view.ts';
import { failureText } from '../../text/failures.ts';
import { planText } from '../../text/plan.ts';
import { comparisonText as words } from '../../text/plan-comparison.ts';
import { ApprovalPanel } from '../../ui/approval-panel.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { ImportReport } from './calls/import-report.tsx';
import { useCallFiles } from './calls/use-call-files.tsx';
import { ComparisonPanes, type PlanPane } from './comparison-panes.tsx';
import { FootNote, FailureStrip } from './foot-note.tsx';
import { overCheapest } from './over-cheapest.ts';
import { canBeHad, makePlanDesk, type UsageChange } from './plan-desk.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { AddOnTicks } from './usage/add-on-ticks.tsx';
import { EstimateDialog } from './usage/estimate-dialog.tsx';
import { UsageBar } from './usage/usage-bar.tsx';
import { withToggle } from './usage/wanted-add-ons.ts';
import { useComparisonPaper } from './use-comparison-paper.ts';
import { useNarrow } from './use-narrow.ts';
import { usePlanChoice } from './use-plan-choice.ts';
import './plan.css';

/** Task 3: what the customer calls, every plan by it side by side, and the choice. */
export function PlanScreen({ view }: { readonly view: CaseView }): ReactNode {
  const bridge = useBridge();
  const { goNext } = useOpenCase();
  const [store] = useState(() => makePlanDesk(bridge));
  const desk = useStore(store);
  const [pane, setPane] = useState<PlanPane>('table');
  const [estimating, setEstimating] = useState(false);
  const approval = useApprovalPanel(view);
  const choice = usePlanChoice(view, store);
  const paper = useComparisonPaper(view.caseId);
  const narrow = useNarrow();
  const shownPlan = desk.comparison ? desk.current : null;
  const customer = useCustomerView(view.caseId, 'plans', useMemo(() => (shownPlan === null ? null : { plan: shownPlan }), [shownPlan]));
  const files = useCallFiles(view.editable && desk.importing === null, (file) => void desk.importCalls(file));
  const { caseId, plan: chosen, number, editable } = view;
  // The comparison depends on number and usage; the chosen plan is where the cursor starts.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => void store.getState().load(caseId, chosen), [store, caseId, number?.digits]);
  const { comparison, current } = desk;
  const plan = comparison?.plans.find((one) => one.planId === current);
  const commit = async (): Promise<void> => {
    // What is still in a field is said first; where it changes the plan under the cursor, the clerk looks again.
    if (document.activeElement instanceof HTMLElement && document.activeElement.closest('.usage-fields, .usage-add-ons')) document.activeElement.blur();
    // What could not be counted is put right first: nobody chooses by numbers that are not those on the screen.
    const wrong = document.querySelector<HTMLElement>('.usage-fields [aria-invalid=true], .usage-add-ons [aria-invalid=true], .plan-minimum [aria-invalid=true]');
    if (wrong) { wrong.focus(); return; }
    await desk.answered();
    if (store.getState().current !== current || current === null) return;
    if (choice.settled) await goNext();
    else await choice.choose(current);
  };
  // What is asked anew goes for the plan that is chosen already.
  const ask = async (change: UsageChange): Promise<void> => {
    const touches = typeof change === 'function' || change.terminals !== undefined;
    if (await desk.ask(change) && touches && chosen) await choice.choose(chosen.planId);
  };
  const want = (change: (ids: readonly string[]) => readonly string[]): void => void ask((said) => ({ addOnIds: change(said.addOnIds) }));
  const tick = (at: number): void => { const addOn = desk.addOns[at]; if (addOn && editable) want((ids) => withToggle(ids, addOn)); };
  const turnTo = (wanted: PlanPane): void => setPane(pane === wanted ? 'table' : wanted);
  useKeys([
    { keys: '← →', label: words.keys.move, run: (key) => desk.move(key === '←' ? -1 : 1) },
    { keys: 'Enter', label: words.keys.choose, run: () => void commit() },
    { keys: 'F3', label: words.keys.usage, shown: editable, run: () => document.getElementById('usage-minutes')?.focus() },
    { keys: 'F7', label: words.keys.detail, run: () => turnTo('quote') },
    ...(narrow ? [{ keys: 'Space', label: words.keys.chart, run: () => turnTo('chart') }] : []),
    { keys: 'F9', label: words.keys.show, run: customer.toggle },
    { keys: 'Ctrl+P', label: words.keys.print, shown: false, run: paper.print },
    { keys: 'Ctrl+1…6', label: words.keys.addOn, shown: false, run: (key) => tick(Number(key) - 1) },
    { keys: 'Ctrl+O', label: words.keys.calls, shown: false, run: files.pick },
    { keys: 'F5', label: words.keys.retry, shown: false, run: () => void desk.load(caseId, chosen) },
    { keys: 'Ctrl+Enter', label: words.keys.choose, shown: false, run: () => void commit() },
  ]);
  return (
    <div className="task-body plan-screen" onKeyDown={keepSpace} {...files.dropProps}>
      {comparison ? (
        <>
          <UsageBar usage={comparison.usage} perTerminal={desk.offers.some((offer) => offer.perTerminal && offer.refusal === null)} disabled={!editable} comparing={desk.comparing}
            onAsk={ask} onEstimate={() => setEstimating(true)} onImport={files.pick} onForget={() => void desk.forgetCalls()} />
          <AddOnTicks addOns={desk.addOns} wanted={comparison.usage.addOnIds} disabled={!editable} onWant={want} />
          <ComparisonPanes view={view} desk={desk} pane={pane} onPane={setPane} disabled={!editable || choice.busy} onChoose={() => void commit()}
            onMinimum={(minimumLi) => { if (chosen && chosen.planId === current) void choice.choose(chosen.planId, minimumLi); else desk.wishMinimum(minimumLi); }} />
        </>
      ) : desk.failure ? <EmptyState {...failureText(desk.failure)} action={<QuietButton label={words.again} keys="F5" onClick={() => void desk.load(caseId, chosen)} />} /> : <Spin className="plan-wait" description={planText.loading} />}
      {comparison && desk.failure ? <FailureStrip failure={desk.failure} /> : null}
      {approval ? <ApprovalPanel {...approval} carry={<CarryApproval view={view} />} /> : null}
      {files.input}
      {files.dragging || desk.importing !== null ? <div className="plan-cover" role="status">{desk.importing === null ? words.dropCalls : <><Spin /><strong>{words.importing(desk.importing)}</strong><span>{words.importingNote}</span></>}</div> : null}
      <TaskFoot note={<FootNote view={view} comparison={comparison} paper={paper.note} />}>
        <QuietButton label={customer.shown ? words.hide : words.show} keys="F9" disabled={!comparison} onClick={customer.toggle} />
        <QuietButton label={words.print} keys="Ctrl+P" icon={<PrinterOutlined aria-hidden />} busy={paper.busy} disabled={!comparison} onClick={paper.print} />
        <PrimaryButton label={choice.settled ? planText.goOn : planText.choose(plan?.name ?? '')} keys="Ctrl+Enter" busy={choice.busy} onClick={() => void commit()}
          disabled={choice.settled ? view.next === null : !editable || !plan || !canBeHad(plan)} />
      </TaskFoot>
      {choice.asked && comparison ? <ReasonDialog title={words.reasonTitle(choice.asked.plan.name)} over={overWords(comparison, choice.asked.plan)} onChoose={choice.giveReason} onClose={choice.cancel} /> : null}
      {estimating ? <EstimateDialog onClose={() => setEstimating(false)} onTake={(minutes) => { setEstimating(false); void ask({ from: 'questions', minutes }); }} /> : null}
      {desk.imported ? <ImportReport report={desk.imported} onClose={desk.seen} onForget={() => { desk.seen(); void desk.forgetCalls(); }} /> : null}
    </div>
  );
}

/** The space bar belongs to the tick or button that has the focus. */
function keepSpace(event: KeyboardEvent): void {
  if (event.key === ' ' && event.target instanceof HTMLElement && event.target.matches('button, input[type=checkbox]')) event.stopPropagation();
}

function overWords(comparison: PlanComparison, plan: ComparedPlan): string {
  const { monthLi, termLi } = overCheapest(comparison, plan);
  return words.reasonOver(comparison.plans.find((one) => one.planId === comparison.cheapestPlanId)?.name ?? '', monthLi, termLi, comparison.termMonths);
}
