import { PlusOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { ReferenceView } from '#contract/hall.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { formProblems } from '#domain/routing/form-problems.ts';
import { mendOf } from '#domain/routing/mends/mend-problem.ts';
import { hasStarted, type RoutingForm } from '#domain/routing/routing-form.ts';
import type { RoutingContext } from '#domain/routing/routing-problem.ts';
import { templateForm } from '#domain/routing/templates.ts';
import { useOpenCaseStore } from '../../stores/open-case.ts';
import { formText, templateWords } from '../../text/routing.ts';
import { Chip } from '../../ui/chip.tsx';
import { focusNextFromList, focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { KeyScope, useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CallerLists } from './caller-lists.tsx';
import { DestinationTable } from './destination-table.tsx';
import { type Added, addDestination, addGroup, addMenu, addRule } from './edit-form.ts';
import { FeatureList } from './feature-list.tsx';
import { fieldIdOf, type FormTab, formTabs, tabOf } from './form-places.ts';
import { GroupList } from './group-list.tsx';
import { MenuList } from './menu-list.tsx';
import { CheckWords, inOrder, isByKey, ProblemPane } from './problem-pane.tsx';
import { RuleList } from './rule-list.tsx';
import { StartPane } from './start-pane.tsx';
import { CoveragePane, firstLook, type Look } from './tryout/coverage-pane.tsx';
import { FlowPicture } from './tryout/flow-picture-lazy.tsx';
import { TryPane } from './tryout/try-pane.tsx';
import { noTrial, type Trial } from './tryout/trial.ts';
import { useRoutingForm } from './use-routing-form.ts';
import { useWantedField } from './use-wanted-field.ts';

type Props = { readonly view: CaseView; readonly reference: ReferenceView; readonly onSign: () => void };

/** Filling the form page by page, the check always beside it; trying it and seeing its holes are pages of their own. */
export function FormEditor({ view, reference, onSign }: Props): ReactNode {
  const store = useOpenCaseStore();
  const edit = useRoutingForm(view);
  const { form } = edit;
  const [tab, setTab] = useState<FormTab>(() => tabOf(store.getState().wantedField));
  const [trial, setTrial] = useState<Trial>(noTrial);
  const [look, setLook] = useState<Look>(firstLook);
  const [blank, setBlank] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const today = wallTime(useNow()).date;
  const context = useMemo((): RoutingContext => ({ ordered400Number: view.number?.digits ?? '', limits: reference.routing, regions: reference.regions, calendar: announcedCalendar, today }), [view.number?.digits, reference, today]);
  const problems = useMemo(() => formProblems(form, context), [form, context]);
  const found = useMemo(() => inOrder(problems).map((problem) => ({ problem, mend: mendOf(problem, form, context) })), [problems, form, context]);
  const focusField = useWantedField(pane, store.getState().wantedField);
  const jump = (fieldId: string): void => {
    setTab(tabOf(fieldId));
    focusField(fieldId);
  };
  const put = (next: RoutingForm, fieldId: string): void => {
    if (!view.editable) return;
    jump(fieldId);
    edit.change(next);
  };
  const add = (added: Added, part: string, field: string): void => put(added.form, `${part}-${added.id}-${field}`);
  const adds: Readonly<Partial<Record<FormTab, { readonly label: string; readonly run: () => void }>>> = {
    phones: { label: formText.addDestination, run: () => add(addDestination(form, view.customer.name), 'destinations', 'number') },
    rules: { label: formText.addRule, run: () => add(addRule(form), 'rules', 'name') },
    menus: { label: formText.addMenu, run: () => add(addMenu(form), 'menus', 'name') },
  };
  const starting = !hasStarted(form) && view.editable && !blank && tab === 'phones';
  const begin = (): void => { setBlank(true); adds.phones?.run(); };
  const mend = (index: number): void => {
    const next = found[index]?.mend;
    if (next && view.editable) { edit.change(next.form); edit.leave(); }
  };
  const turn = (step: 1 | -1): void => {
    const to = formTabs[(formTabs.indexOf(tab) + step + formTabs.length) % formTabs.length] ?? 'phones';
    setTab(to);
    // The keys that the map names act where it has the focus.
    if (to === 'map') focusField('coverage');
  };
  const sign = async (): Promise<void> => {
    // What is shown is what gets signed: a time that cannot be read, or a save that failed, holds the signing back.
    const unread = pane.current?.querySelector<HTMLElement>('.clock-input[aria-invalid=true]');
    if (unread) return unread.focus();
    if (!(await edit.flush())) return undefined;
    const first = (store.getState().view ?? view).formProblems.find((problem) => problem.severity === 'error');
    return first ? jump(fieldIdOf(first.place)) : onSign();
  };
  const adding = adds[tab];
  useKeys([
    ...(adding ? [{ keys: 'Ins', label: formText.keys.add, when: 'always', run: starting ? begin : adding.run } as const] : []),
    { keys: 'PageDown', label: formText.keys.tab, when: 'always', run: () => turn(1) }, { keys: 'PageUp', label: formText.keys.tab, when: 'always', shown: false, run: () => turn(-1) },
    // Only beside the list that says what it will do.
    ...(starting || tab === 'try' || tab === 'map' ? [] : [{ keys: 'F6', label: formText.keys.mend, run: () => mend(found.findIndex((one) => isByKey(one.mend))) }]),
    { keys: 'Ctrl+Z', label: formText.keys.undo, run: edit.undo }, { keys: 'Ctrl+Y', label: formText.keys.redo, shown: false, run: edit.redo }, { keys: 'Ctrl+Shift+Z', label: formText.keys.redo, shown: false, run: edit.redo },
    { keys: 'Ctrl+Enter', label: formText.keys.sign, run: () => void sign() },
  ]);
  const wrong = (fieldId: string): '' | 'error' | 'warning' => problems.find((problem) => fieldIdOf(problem.place) === fieldId)?.severity ?? '';
  const part = { edit, wrong, regions: reference.regions } as const;
  const tryout = { edit, context, trial, onTrial: setTrial, onJump: jump } as const;
  return (
    <>
      <div className="form-tabs" role="group" aria-label={formText.steps.fill}>
        {formTabs.map((one) => <Chip key={one} label={formText.tabs[one]} {...countOf(form, one)} on={tab === one} onClick={() => setTab(one)} />)}
        <span className="form-tools">
          <Button size="small" type="text" icon={<UndoOutlined />} disabled={!edit.canUndo || !view.editable} aria-label={formText.undo} aria-keyshortcuts="Control+Z" onClick={edit.undo} />
          <Button size="small" type="text" icon={<RedoOutlined />} disabled={!edit.canRedo || !view.editable} aria-label={formText.redo} aria-keyshortcuts="Control+Y" onClick={edit.redo} />
          {adding && !starting ? <QuietButton small icon={<PlusOutlined />} label={adding.label} keys="Ins" disabled={!view.editable} onClick={adding.run} /> : null}
        </span>
      </div>
      <div ref={pane} className="form-panes" data-tab={tab} onKeyDownCapture={focusNextFromList} onKeyDown={focusNextOnEnter}>
        {/* A page's own keys come before those of all pages. */}
        {tab === 'try' ? <KeyScope><TryPane {...tryout} caseId={view.caseId} /></KeyScope> : tab === 'map' ? <KeyScope><CoveragePane {...tryout} look={look} onLook={setLook} onTry={(next) => { setTrial(next); setTab('try'); }} /></KeyScope> : (
          <>
            <div className="form-parts scroll">
              {tab === 'phones' ? (starting
                ? <StartPane caseId={view.caseId} onTemplate={(name) => put(templateForm(name, view.customer.name, templateWords), 'destinations-d1-number')} onCopy={(copied) => put(copied, `destinations-${copied.destinations[0]?.id ?? ''}-number`)} onEmpty={begin} />
                : <>
                  <DestinationTable {...part} />
                  <header className="form-part-head"><h3>{formText.groups}</h3><QuietButton small icon={<PlusOutlined />} label={formText.addGroup} disabled={!view.editable} onClick={() => add(addGroup(form), 'groups', 'name')} /></header>
                  <GroupList {...part} />
                </>) : null}
              {tab === 'rules' ? <><FlowPicture {...tryout} live /><p className="hint rules-hint">{formText.rulesHint}</p><RuleList {...part} /></> : null}
              {tab === 'menus' ? <MenuList {...part} /> : null}
              {tab === 'lists' ? <><FeatureList {...part} /><CallerLists {...part} caseId={view.caseId} /></> : null}
            </div>
            <ProblemPane form={form} found={found} problems={problems} regions={reference.regions} keyed={!starting} onJump={jump} onMend={(next) => { if (view.editable) { edit.change(next.form); edit.leave(); } }} />
          </>
        )}
      </div>
      <TaskFoot note={<span className="form-note"><CheckWords problems={problems} />{view.editable ? formText.note : formText.closed}</span>}>
        <PrimaryButton label={formText.sign} keys="Ctrl+Enter" onClick={() => void sign()} disabled={!view.editable} />
      </TaskFoot>
    </>
  );
}

/** How much stands on a page, where that says something. */
function countOf(form: RoutingForm, tab: FormTab): { readonly count?: number } {
  if (tab === 'rules') return { count: form.rules.length };
  if (tab === 'menus') return { count: form.menus.length };
  return tab === 'try' ? { count: form.testCalls.length } : {};
}
