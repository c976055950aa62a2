import { SyncOutlined } from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { isFinal } from '#domain/cases/case-state.ts';
import { nextTask } from '#domain/cases/task-status.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { activationText } from '../../text/activation.ts';
import { taskName } from '../../text/tasks.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { DayStrip } from './day-strip.tsx';
import { CarrierNote, OrderHead } from './order-head.tsx';
import { OrderHistory } from './order-history.tsx';
import { RealCalls } from './real-calls.tsx';
import { SubmitCheck } from './submit-check.tsx';
import './activation.css';

/** Task 8: hand the complete case to the carrier once, then watch the promised day and what the carrier says. */
export function ActivationScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { act, goNext, reload, close } = useOpenCase();
  const { show } = useNavigation();
  const [busy, setBusy] = useState(false);
  const now = useNow(30_000);
  const { activation } = view;
  const ready = view.tasks.find((one) => one.task === 'activation')?.status === 'todo';
  const next = nextTask(view.tasks, 'activation');
  const open = view.state === 'draft';
  const during = (work: Promise<unknown>): void => { setBusy(true); void work.finally(() => setBusy(false)); };
  const toWorkbench = async (): Promise<void> => { await close(); show('workbench'); };
  const ask = (): void => during(reload());
  const primary = (): void => {
    if (busy) return;
    if (!open) void toWorkbench();
    else if (ready && view.editable) during(act('activation/submit', { caseId: view.caseId }));
    else void goNext();
  };
  const label = !open ? activationText.backToWork : ready ? activationText.submit : activationText.first(next ? taskName[next] : '');
  useKeys([
    ...(open ? [] : [{ keys: 'F5', label: activationText.keys.ask, run: ask }]),
    { keys: 'Ctrl+Enter', label: !open ? activationText.keys.back : ready ? activationText.keys.submit : activationText.keys.next, run: primary },
  ]);
  return (
    <div className="task-body">
      <div className="activation-pane scroll">
        {activation ? <Order view={view} now={now} /> : <SubmitCheck view={view} now={now} />}
      </div>
      <TaskFoot note={noteOf(view, ready)}>
        {open ? null : <QuietButton label={activationText.ask} keys="F5" icon={<SyncOutlined aria-hidden />} busy={busy} onClick={ask} />}
        <PrimaryButton label={label} keys="Ctrl+Enter" busy={busy && open} disabled={open && (ready ? !view.editable : next === null)} onClick={primary} />
      </TaskFoot>
    </div>
  );
}

function Order({ view, now }: { readonly view: CaseView; readonly now: string }): ReactNode {
  const { activation } = view;
  if (!activation) return null;
  const today = wallTime(now).date;
  return (
    <>
      <OrderHead view={view} activation={activation} today={today} />
      <DayStrip strip={activation.strip} dueDate={activation.dueDate} today={today} />
      <CarrierNote activation={activation} />
      <RealCalls view={view} activation={activation} />
      <OrderHistory activation={activation} />
    </>
  );
}

function noteOf(view: CaseView, ready: boolean): string {
  if (view.parked) return activationText.parked;
  if (view.state === 'draft') return ready ? activationText.submitSafe : activationText.cannotYet;
  if (view.state === 'completed') return activationText.done;
  return isFinal(view.state) ? activationText.closed : activationText.listen;
}
