import { Segmented, Tabs } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { may } from '#domain/staff/role.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { type DraftRule, isSound, type RuleDesk, useRuleDeskStore } from '../../stores/rule-desk.ts';
import { useStaff } from '../../stores/session.ts';
import { failureText } from '../../text/failures.ts';
import { type ProblemLine, rulesText } from '../../text/rules.ts';
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
import { focusSoon } from './focus-soon.ts';
import { TrialPane } from './trial-pane.tsx';
import { usePublishing } from './use-publishing.ts';
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
  const { lines, word, look, publish } = usePublishing(desk, setTab);
  const add = (): void => {
    setOnly(false);
    desk.addRule();
    focusSoon('.rules-table tbody tr:last-child input:not([type="checkbox"]):not([role="combobox"])');
  };
  // An open list takes Esc for itself; from a field one press leaves, for the draft stays.
  const leave = (): void => { if (document.activeElement?.getAttribute('aria-expanded') !== 'true') show('settings'); };
  useKeys([
    { keys: '/', label: rulesText.keys.trial, when: 'no-field', run: () => { setTab('trial'); focusSoon('#trial-number'); } },
    ...(mayChange ? [{ keys: 'F3', label: rulesText.keys.preview, run: look }, { keys: 'Ctrl+Enter', label: rulesText.keys.publish, run: () => void publish() }] : []),
    { keys: 'Esc', label: rulesText.back, when: 'always', run: leave },
  ]);
  const { draft, table } = desk;
  const bad = byPlace(lines);
  // What this draft touched stays in sight: a rule just switched off, a new one, one with something to mend.
  const atRest = new Set(table?.rules.rules.filter((rule) => !rule.enabled).map(({ id }) => id));
  const hidden = (rule: DraftRule): boolean => only && !rule.enabled && atRest.has(rule.id) && !bad.has(rule.id);
  return (
    <div className="rules">
      <Toolbar title={rulesText.title} actions={<>
        <QuietButton label={rulesText.back} keys="Esc" onClick={() => show('settings')} />
        {mayChange && desk.changed ? <QuietButton label={rulesText.reset} onClick={() => setResetting(true)} /> : null}
        {mayChange ? <PrimaryButton label={rulesText.publish} keys="Ctrl+Enter" busy={desk.busy} disabled={!desk.changed} onClick={() => void publish()} /> : null}
      </>}>
        <Standing desk={desk} mayChange={mayChange} word={word} />
      </Toolbar>
      {draft && table ? (
        <div className="rules-body" data-tab={tab}>
          <div className="rules-main">
            <div className="rules-filter">
              <Segmented size="small" value={only} options={[{ value: true, label: rulesText.filterOn }, { value: false, label: rulesText.filterAll }]} onChange={setOnly} />
              <span className="hint">{rulesText.shownOf(draft.rules.filter((rule) => !hidden(rule)).length, draft.rules.length)}</span>
              {mayChange ? <QuietButton small label={rulesText.add} onClick={add} /> : null}
            </div>
            <RuleTable rules={draft.rules} hidden={hidden} mayChange={mayChange} bad={bad} onEdit={desk.editRule} onMove={desk.moveRule} onRemove={desk.removeRule} />
          </div>
          <div className="rules-side scroll">
            <RuleProblems lines={lines} />
            <Tabs size="small" activeKey={tab} onChange={(key) => setTab(key as Tab)} items={tabsFor(desk, mayChange, look)} />
          </div>
        </div>
      ) : null}
      {resetting ? <ResetDialog onReset={() => void desk.reset()} onClose={() => setResetting(false)} /> : null}
    </div>
  );
}

/** The first thing to mend of each rule. */
const byPlace = (lines: readonly ProblemLine[]): ReadonlyMap<string, ProblemLine> => new Map(lines.flatMap((line) => line.at.map((id) => [id, line] as const)).toReversed());

function tabsFor(desk: RuleDesk, mayChange: boolean, look: () => void) {
  const { draft, table } = desk;
  if (!draft || !table) return [];
  const panes: readonly (readonly [Tab, ReactNode])[] = [
    ['trial', <TrialPane key="trial" digits={desk.digits} trial={desk.trial} rules={draft.rules} sound={isSound(desk)} onDigits={(digits) => void desk.tryNumber(digits)} />],
    ['grades', <GradesEditor key="grades" grades={draft.grades} mayChange={mayChange} onEdit={(grades) => desk.edit({ grades })} />],
    ['heads', <HeadsEditor key="heads" draft={draft} mayChange={mayChange} onEdit={desk.edit} />],
    ...(mayChange ? [['publish', <PublishPane key="publish" preview={desk.preview} busy={desk.busy} changed={desk.changed} form={desk.form} onForm={desk.write} onLook={look} />] as const] : []),
    ['history', <PublishHistory key="history" table={table} />],
  ];
  return panes.map(([key, children]) => ({ key, label: rulesText.tabs[key], children }));
}

/** Version, the carrier's confirmation, and whether the draft differs. */
function Standing({ desk, mayChange, word }: { readonly desk: RuleDesk; readonly mayChange: boolean; readonly word: string | null }): ReactNode {
  const { table, failure, changed } = desk;
  const words = failure ? failureText(failure) : null;
  if (words) return <span role="alert"><StatusWord tone="error">{words.title}。{words.safe}{words.next}</StatusWord></span>;
  if (word) return <span role="alert"><StatusWord tone="error">{word}</StatusWord></span>;
  if (!table) return null;
  return (
    <>
      <span className="hint">{rulesText.version(table.version)}</span>
      {table.confirmed ? <StatusWord tone="success">{rulesText.confirmed}</StatusWord> : <StatusWord boxed tone="warning">{rulesText.unconfirmed}</StatusWord>}
      <span className="hint">{mayChange ? (changed ? rulesText.changed : rulesText.unchanged) : rulesText.readOnly}</span>
    </>
  );
}
