import { type FocusEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { taskNames, type TaskName } from '#domain/cases/task.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useStaff } from '../../stores/session.ts';
import { caseText, summaryText } from '../../text/case.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyScope, useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { CancelDialog, HistoryDialog, ParkDialog } from './case-dialogs.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseSummary, SummaryLine } from './case-summary.tsx';
import { wideTasks } from './task-look.tsx';
import { TaskList, TaskStrip } from './task-list.tsx';

type RenderTask = (task: TaskName, view: CaseView) => ReactNode;

/** The shell of a case: head, task list or strip, the task itself, the summary that never moves. */
export function CaseScreen({ renderTask }: { readonly renderTask: RenderTask }): ReactNode {
  const { view } = useOpenCase();
  const { show } = useNavigation();
  const staff = useStaff();
  // Only its owner edits a case: to anyone else it is a picture of where it stands.
  const shown = useMemo(() => (view && view.owner !== staff?.staffNo ? { ...view, editable: false } : view), [view, staff?.staffNo]);
  if (!shown) return <EmptyState {...caseText.nothingOpen} action={<PrimaryButton label={caseText.toWorkbench} onClick={() => show('workbench')} />} />;
  return <OpenCaseShell key={shown.caseId} view={shown} renderTask={renderTask} />;
}

function OpenCaseShell({ view, renderTask }: { readonly view: CaseView; readonly renderTask: RenderTask }): ReactNode {
  const { task, goTo, goNext, act } = useOpenCase();
  const [layer, setLayer] = useState<'park' | 'cancel' | 'history' | null>(null);
  const [summaryOpen, setSummaryOpen] = useState(false);
  const go = (to: TaskName): void => void goTo(to);
  const toggle = (): void => setSummaryOpen((open) => !open);
  const park = (): void => {
    if (view.parked) void act('cases/resume', { caseId: view.caseId });
    else if (view.editable) setLayer('park');
  };
  useKeys([
    { keys: 'Alt+1…8', label: caseText.place, run: (key) => go(taskNames[Number(key) - 1] ?? task) },
    { keys: 'Ctrl+Enter', label: caseText.next, run: () => void goNext() },
    { keys: 'F4', label: view.parked ? caseText.resume : caseText.park, run: park },
    { keys: 'Alt+9', label: summaryText.expand, shown: false, run: toggle },
  ]);
  const wide = wideTasks.has(task);
  const close = (): void => setLayer(null);
  return (
    <div className="case" data-wide={wide} data-summary={summaryOpen}>
      <CaseHead view={view} onPark={park} onCancel={() => setLayer('cancel')} onHistory={() => setLayer('history')} />
      <SummaryLine view={view} open={summaryOpen} onToggle={toggle} />
      {wide ? <TaskStrip tasks={view.tasks} current={task} onGo={go} /> : <TaskList tasks={view.tasks} current={task} onGo={go} />}
      <TaskPane key={task} task={task} view={view}>{renderTask(task, view)}</TaskPane>
      <CaseSummary view={view} onGo={go} />
      {layer === 'park' ? <ParkDialog view={view} onClose={close} /> : null}
      {layer === 'cancel' ? <CancelDialog view={view} onClose={close} /> : null}
      {layer === 'history' ? <HistoryDialog view={view} onClose={close} /> : null}
    </div>
  );
}

/** Puts the focus where it was (restart, a jump) and tells main where it is. */
function TaskPane({ task, view, children }: { readonly task: TaskName; readonly view: CaseView; readonly children: ReactNode }): ReactNode {
  const { wantedField, place } = useOpenCase();
  const pane = useRef<HTMLElement>(null);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!wantedField) return undefined;
    const selector = `#${CSS.escape(wantedField)}`;
    // A field may come a little later than its screen (its data is asked first): look until it is there, at most 2 s.
    let tries = 40;
    const look = (): void => {
      const field = pane.current?.querySelector<HTMLElement>(selector);
      if (field) field.focus();
      else if (tries-- > 0) timer = setTimeout(look, 50);
    };
    let timer = setTimeout(look, 0);
    return () => clearTimeout(timer);
  }, [wantedField]);
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const { id } = event.target;
    if (id === '' || id.startsWith(':') || told.current === id) return;
    told.current = id;
    place(id);
  };
  return <section ref={pane} className="task-pane" data-task={task} aria-label={view.caseNo} onFocus={onFocus}><KeyScope>{children}</KeyScope></section>;
}
