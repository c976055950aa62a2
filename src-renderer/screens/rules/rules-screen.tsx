import { Segmented, Tabs } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { may } from '#domain/staff/role.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { type DraftRule, type RuleDesk, useRuleDeskStore } from '../../stores/rule-desk.ts';
import { useStaff } from '../../stores/session.ts';
import { failureText } from '../../text/failures.ts';
import { rulesText } from '../../text/rules.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { GradesEditor } from './grades-editor.tsx';
import { HeadsEditor } from './heads-editor.tsx';
import { PublishHistory, PublishPane } from './publish-pane.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { RuleProblems } from './rule-problems-list.tsx';
import { RuleTable } from './rule-table.tsx';
import { TrialPane } from './trial-pane.tsx';
import './rules.css';

type Tab = keyof typeof rulesText.tabs;

/** The hall's rule table: seen by everybody, edited, tried and published by the hall admin. */
export function RulesScreen(): ReactNode {
  const staff = useStaff();
  const { show } = useNavigation();
  const store = useRuleDeskStore();
  const desk = useStore(store);
  const [only, setOnly] = useState(true);
  const [tab, setTab] = useState<Tab>('trial');
  const [resetting, setResetting] = useState(false);
  useEffect(() => void store.getState().start(), [store]);
  const mayChange = staff !== null && may(staff.role, 'hall/configure');
  const problems = desk.preview?.problems ?? desk.trial?.problems ?? [];
  const sound = !problems.some(({ severity }) => severity === 'error');
  const ready = mayChange && desk.changed && desk.preview !== null && sound && desk.form.note.trim() !== '';
  const look = (): void => { setTab('publish'); void desk.look(); };
  const publish = async (): Promise<void> => {
    if (!ready) return desk.changed && desk.preview === null ? look() : undefined;
    if (await desk.publish()) setTab('history');
  };
  // An open list takes Esc for itself; from a field one press leaves, for the draft stays.
  const leave = (): void => { if (document.activeElement?.getAttribute('aria-expanded') !== 'true') show('settings'); };
  useKeys([
    { keys: '/', label: rulesText.keys.trial, when: 'no-field', run: () => { setTab('trial'); requestAnimationFrame(() => document.getElementById('trial-number')?.focus()); } },
    ...(mayChange ? [{ keys: 'F3', label: rulesText.keys.preview, run: look }, { keys: 'Ctrl+Enter', label: rulesText.keys.publish, run: () => void publish() }] : []),
    { keys: 'Esc', label: rulesText.back, when: 'always', run: leave },
  ]);
  const { draft, table } = desk;
  // A rule that was just switched off stays in sight, to be switched on again.
  const inForce = new Set(table?.rules.rules.filter((rule) => rule.enabled).map(({ id }) => id));
  const hidden = (rule: DraftRule): boolean => only && !rule.enabled && !inForce.has(rule.id);
  return (
    <div className="rules">
      <Toolbar title={rulesText.title} actions={<>
        <QuietButton label={rulesText.back} keys="Esc" onClick={() => show('settings')} />
        {mayChange && desk.changed ? <QuietButton label={rulesText.reset} onClick={() => setResetting(true)} /> : null}
        {mayChange ? <PrimaryButton label={rulesText.publish} keys="Ctrl+Enter" busy={desk.busy} disabled={!desk.changed || !sound} onClick={() => void publish()} /> : null}
      </>}>
        <Standing desk={desk} mayChange={mayChange} />
      </Toolbar>
      {draft && table ? (
        <div className="rules-body" data-tab={tab}>
          <div className="rules-main">
            <div className="rules-filter">
              <Segmented size="small" value={only} options={[{ value: true, label: rulesText.filterOn }, { value: false, label: rulesText.filterAll }]} onChange={setOnly} />
              <span className="hint">{rulesText.shownOf(draft.rules.filter((rule) => !hidden(rule)).length, draft.rules.length)}</span>
              {mayChange ? <QuietButton small label={rulesText.add} onClick={() => { setOnly(false); desk.addRule(); }} /> : null}
            </div>
            <RuleTable rules={draft.rules} hidden={hidden} mayChange={mayChange} bad={new Set(problems.map(({ at }) => at))} onEdit={desk.editRule} onMove={desk.moveRule} onRemove={desk.removeRule} />
          </div>
          <div className="rules-side scroll">
            <Tabs size="small" activeKey={tab} onChange={(key) => setTab(key as Tab)} items={tabsFor(desk, mayChange, look)} />
            {problems.length > 0 && tab !== 'publish' ? <RuleProblems problems={problems} rules={draft.rules} /> : null}
          </div>
        </div>
      ) : null}
      {resetting ? <ResetDialog onReset={() => void desk.reset()} onClose={() => setResetting(false)} /> : null}
    </div>
  );
}

function tabsFor(desk: RuleDesk, mayChange: boolean, look: () => void) {
  const { draft, table } = desk;
  if (!draft || !table) return [];
  const panes: readonly (readonly [Tab, ReactNode])[] = [
    ['trial', <TrialPane key="trial" digits={desk.digits} trial={desk.trial} rules={draft.rules} onDigits={(digits) => void desk.tryNumber(digits)} />],
    ['grades', <GradesEditor key="grades" grades={draft.grades} mayChange={mayChange} onEdit={(grades) => desk.edit({ grades })} />],
    ['heads', <HeadsEditor key="heads" draft={draft} mayChange={mayChange} onEdit={desk.edit} />],
    ...(mayChange ? [['publish', <PublishPane key="publish" rules={draft.rules} preview={desk.preview} busy={desk.busy} changed={desk.changed} form={desk.form} onForm={desk.fill} onLook={look} />] as const] : []),
    ['history', <PublishHistory key="history" table={table} />],
  ];
  return panes.map(([key, children]) => ({ key, label: rulesText.tabs[key], children }));
}

/** Version, the carrier's confirmation, and whether the draft differs. */
function Standing({ desk, mayChange }: { readonly desk: RuleDesk; readonly mayChange: boolean }): ReactNode {
  const { table, failure, changed } = desk;
  const words = failure ? failureText(failure) : null;
  if (words) return <span role="alert"><StatusWord tone="error">{words.title}。{words.safe}{words.next}</StatusWord></span>;
  if (!table) return null;
  return (
    <>
      <span className="hint">{rulesText.version(table.version)}</span>
      {table.confirmed ? <StatusWord tone="success">{rulesText.confirmed}</StatusWord> : <StatusWord boxed tone="warning">{rulesText.unconfirmed}</StatusWord>}
      <span className="hint">{mayChange ? (changed ? rulesText.changed : rulesText.unchanged) : rulesText.readOnly}</span>
    </>
  );
}
