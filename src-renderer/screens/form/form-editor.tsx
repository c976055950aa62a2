import { PlusOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { useOpenCaseStore } from '../../stores/open-case.ts';
import { formText } from '../../text/routing.ts';
import { Chip } from '../../ui/chip.tsx';
import { focusNextFromList, focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { CallerLists } from './caller-lists.tsx';
import { DestinationTable } from './destination-table.tsx';
import { addDestination, addGroup, addTimeRule } from './edit-form.ts';
import { fieldIdOf, type FormTab, tabOf } from './form-places.ts';
import { GroupList } from './group-list.tsx';
import { CheckWords, ProblemPane } from './problem-pane.tsx';
import { TimeRules } from './time-rules.tsx';
import { useRoutingForm } from './use-routing-form.ts';

/** Filling the form: phones and groups on one page, times and lists on the other, the check always beside them. */
export function FormEditor({ view, onSign }: { readonly view: CaseView; readonly onSign: () => void }): ReactNode {
  const store = useOpenCaseStore();
  const edit = useRoutingForm(view);
  const [tab, setTab] = useState<FormTab>(() => tabOf(store.getState().wantedField));
  const pane = useRef<HTMLDivElement>(null);
  // A control that is only drawn after this change gets the focus as soon as it is there.
  const wanted = useRef<string | null>(store.getState().wantedField);
  useEffect(() => {
    const control = wanted.current === null ? null : pane.current?.querySelector<HTMLElement>(`#${CSS.escape(wanted.current)}`);
    if (!control) return;
    control.focus();
    wanted.current = null;
  });
  const jump = (fieldId: string): void => {
    wanted.current = fieldId;
    setTab(tabOf(fieldId));
    pane.current?.querySelector<HTMLElement>(`#${CSS.escape(fieldId)}`)?.focus();
  };
  const add = (made: { readonly form: RoutingForm; readonly id: string }, fieldId: string): void => {
    if (!view.editable) return;
    wanted.current = fieldId;
    edit.change(made.form);
  };
  const addPhone = (): void => { const made = addDestination(edit.form, view.customer.name); add(made, `destinations-${made.id}-number`); };
  const addTime = (): void => { const made = addTimeRule(edit.form); add(made, `timeRules-${made.id}-name`); };
  const addOne = (): void => { const made = addGroup(edit.form); add(made, `groups-${made.id}-name`); };
  const sign = async (): Promise<void> => {
    // What is shown is what gets signed: a time that cannot be read, or a save that failed, holds the signing back.
    const unread = pane.current?.querySelector<HTMLElement>('.clock-input[aria-invalid=true]');
    if (unread) return unread.focus();
    if (!(await edit.flush())) return undefined;
    const first = (store.getState().view ?? view).formProblems.find((problem) => problem.severity === 'error');
    return first ? jump(fieldIdOf(first.place)) : onSign();
  };
  useKeys([
    { keys: 'Ins', label: formText.keys.add, when: 'always', run: tab === 'phones' ? addPhone : addTime },
    { keys: 'F7', label: formText.keys.tab, run: () => setTab(tab === 'phones' ? 'times' : 'phones') },
    { keys: 'Ctrl+Enter', label: formText.keys.sign, run: () => void sign() },
  ]);
  const problems = view.formProblems;
  const wrong = (fieldId: string): '' | 'error' | 'warning' => problems.find((problem) => fieldIdOf(problem.place) === fieldId)?.severity ?? '';
  const part = { edit, wrong } as const;
  return (
    <>
      <div className="form-tabs" role="group" aria-label={formText.steps.fill}>
        {(['phones', 'times'] as const).map((one) => <Chip key={one} label={formText.tabs[one]} on={tab === one} onClick={() => setTab(one)} />)}
        <QuietButton small icon={<PlusOutlined />} label={tab === 'phones' ? formText.addDestination : formText.addTime} keys="Ins" disabled={!view.editable} onClick={tab === 'phones' ? addPhone : addTime} />
      </div>
      <div ref={pane} className="form-panes" onKeyDownCapture={focusNextFromList} onKeyDown={focusNextOnEnter}>
        <div className="form-parts scroll">
          {tab === 'phones' ? <DestinationTable {...part} /> : <TimeRules {...part} />}
          {tab === 'phones' ? <header className="form-part-head"><h3>{formText.groups}</h3><QuietButton small icon={<PlusOutlined />} label={formText.addGroup} disabled={!view.editable} onClick={addOne} /></header> : null}
          {tab === 'phones' ? <GroupList {...part} /> : <CallerLists {...part} />}
        </div>
        <ProblemPane form={edit.form} problems={problems} onJump={jump} />
      </div>
      <TaskFoot note={<span className="form-note"><CheckWords problems={problems} />{view.editable ? formText.note : formText.closed}</span>}>
        <PrimaryButton label={formText.sign} keys="Ctrl+Enter" onClick={() => void sign()} disabled={!view.editable} />
      </TaskFoot>
    </>
  );
}
