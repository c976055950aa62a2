import { type ReactNode, useCallback } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { SetupState } from '#contract/session.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { CaseScreen } from '../screens/case/case-screen.tsx';
import { OutboxScreen } from '../screens/outbox/outbox-screen.tsx';
import { RulesScreen } from '../screens/rules/rules-screen.tsx';
import { TillScreen } from '../screens/till/till-screen.tsx';
import { SettingsScreen } from '../screens/settings/settings-screen.tsx';
import { WorkbenchScreen } from '../screens/workbench/workbench-screen.tsx';
import { useNavigation } from '../stores/navigation.ts';
import { KeyScope } from '../ui/keys/key-scope.tsx';
import { ApprovalRoute, TaskRoute } from './case-routes.tsx';

/** The screen of the place that is shown. */
export function PlaceView({ setup }: { readonly setup: SetupState }): ReactNode {
  const { place } = useNavigation();
  const renderTask = useCallback((task: TaskName, view: CaseView) => <TaskRoute task={task} view={view} />, []);
  return (
    <KeyScope key={place}>
      {place === 'workbench' ? <WorkbenchScreen /> : null}
      {place === 'case' ? <CaseScreen renderTask={renderTask} /> : null}
      {place === 'approval' ? <ApprovalRoute /> : null}
      {place === 'till' ? <TillScreen /> : null}
      {place === 'outbox' ? <OutboxScreen /> : null}
      {place === 'rules' ? <RulesScreen /> : null}
      {place === 'settings' ? <SettingsScreen setup={setup} /> : null}
    </KeyScope>
  );
}
