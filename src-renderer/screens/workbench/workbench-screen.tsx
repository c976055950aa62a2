import { PlusOutlined } from '@ant-design/icons';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { CaseRow, Workbench } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { may } from '#domain/staff/role.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useStaff } from '../../stores/session.ts';
import { failureText } from '../../text/failures.ts';
import { workbenchText } from '../../text/workbench.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CaseTable } from './case-table.tsx';
import { DayColumn } from './day-column.tsx';
import { type Filter, FilterBar } from './filter-bar.tsx';

/** What needs me now, oldest deadline first; the first row is current already, so one key starts work. */
export function WorkbenchScreen(): ReactNode {
  const [filter, setFilter] = useState<Filter>('all');
  const { bench, failure, ask } = useWorkbench(filter);
  const [chosen, setChosen] = useState<string | null>(null);
  const { open, create } = useOpenCase();
  const { show } = useNavigation();
  const staff = useStaff();
  const rows = bench?.rows ?? [];
  const index = Math.max(0, rows.findIndex((row) => row.caseId === chosen));
  // What waits for a supervisor's decision is decided at the desk, not in the clerk's case.
  const decides = (row: CaseRow): boolean => row.situation === 'approval' && !row.own && staff !== null && may(staff.role, 'approval/decide');
  const openRow = async (row: CaseRow | undefined): Promise<void> => {
    if (row && decides(row)) show('approval');
    else if (row && await open(row.caseId)) show('case');
  };
  const createCase = async (): Promise<void> => { if (await create()) show('case'); };
  const move = (step: number): void => setChosen(rows[Math.max(0, Math.min(rows.length - 1, index + step))]?.caseId ?? null);
  // With nothing to go on with, a new case is the one thing to do.
  const Create = rows.length > 0 ? QuietButton : PrimaryButton;
  const mayWrite = staff !== null && may(staff.role, 'case/write');
  useKeys([
    { keys: '↑ ↓', label: workbenchText.move, run: (key) => move(key === '↓' ? 1 : -1) },
    { keys: 'Enter', label: workbenchText.open, run: () => void openRow(rows[index]) },
    { keys: 'Ctrl+Enter', label: workbenchText.next, run: () => void openRow(rows[0]) },
    ...(mayWrite ? [{ keys: 'Ctrl+N', label: workbenchText.create, run: () => void createCase() }] : []),
    { keys: 'F5', label: workbenchText.refresh, run: () => void ask() },
  ]);
  return (
    <div className="workbench">
      <div className="workbench-main">
        <Toolbar title={workbenchText.title} actions={<>
          {mayWrite ? <Create label={workbenchText.create} keys="Ctrl+N" icon={<PlusOutlined aria-hidden />} onClick={() => void createCase()} /> : null}
          {rows.length > 0 ? <PrimaryButton label={workbenchText.next} keys="Ctrl+Enter" onClick={() => void openRow(rows[0])} /> : null}
        </>}>
          {bench ? <FilterBar counts={bench.counts} filter={filter} onFilter={setFilter} /> : null}
        </Toolbar>
        {failure ? <EmptyState {...failureText(failure)} /> : null}
        {bench && rows.length === 0 ? <EmptyState {...(filter === 'all' ? workbenchText.empty : workbenchText.emptyFilter)} /> : null}
        {bench && rows.length > 0 ? <CaseTable rows={rows} current={index} onChoose={setChosen} onOpen={(row) => void openRow(row)} /> : null}
        <footer className="list-foot hint">{bench ? workbenchText.count(rows.length, bench.counts[filter]) : ''}</footer>
      </div>
      {bench ? <DayColumn bench={bench} /> : <aside className="day-column" />}
    </div>
  );
}

function useWorkbench(filter: Filter): { readonly bench: Workbench | null; readonly failure: Failure | null; readonly ask: () => Promise<void> } {
  const bridge = useBridge();
  const [state, setState] = useState<{ readonly bench: Workbench | null; readonly failure: Failure | null }>({ bench: null, failure: null });
  const ask = useCallback(async () => {
    const answer = await bridge.invoke('workbench/list', { filter });
    setState(answer.ok ? { bench: answer.value, failure: null } : { bench: null, failure: answer.error });
  }, [bridge, filter]);
  useEffect(() => {
    const refresh = (): void => void ask();
    refresh();
    return bridge.subscribe('case/changed', refresh);
  }, [ask, bridge]);
  return { ...state, ask };
}
