import { type ReactNode, useEffect, useState } from 'react';
import type { SessionState, SetupState, StaffView } from '#contract/session.ts';
import { may } from '#domain/staff/role.ts';
import { useBridge } from '../stores/bridge-context.ts';
import { useAskConnection, useConnection } from '../stores/connection.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useOpenCase, useOpenCaseStore } from '../stores/open-case.ts';
import { makeRuleDesk, RuleDeskContext } from '../stores/rule-desk.ts';
import { useSession } from '../stores/session.ts';
import { useKeyList, useKeys } from '../ui/keys/key-scope.tsx';
import type { KeyBinding } from '../ui/keys/key-table.ts';
import { FailureBar } from './failure-bar.tsx';
import { frameText } from '../text/frame.ts';
import { workbenchText } from '../text/workbench.ts';
import { FindDialog } from './find-dialog.tsx';
import { KeySheet } from './key-sheet.tsx';
import { LockScreen } from './lock-screen.tsx';
import { PlaceView } from './place-view.tsx';
import { focusRail, Rail } from './rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFocusBack } from './use-focus-back.ts';
import { useIdleLock } from './use-idle-lock.ts';

/** The counter: top bar, rail, work area, status bar, and the layers over them. */
export function Frame({ setup, session, staff }: { readonly setup: SetupState; readonly session: SessionState; readonly staff: StaffView }): ReactNode {
  const { change } = useSession();
  const { flushAll, create } = useOpenCase();
  const { show } = useNavigation();
  const reads = may(staff.role, 'case/read');
  const connection = useConnection() ?? session.connection;
  const [layer, setLayer] = useState<'find' | 'keys' | null>(null);
  const [listed, setListed] = useState<readonly KeyBinding[]>([]);
  const keys = useKeyList();
  const bridge = useBridge();
  const [ruleDesk] = useState(() => makeRuleDesk(bridge));
  const lock = async (): Promise<void> => { await flushAll(); await change('session/lock', undefined); };
  const newCase = async (): Promise<void> => { if (await create()) show('case'); };
  const showKeys = (): void => { setListed(keys); setLayer('keys'); };
  useKeys([
    ...(reads ? [{ keys: 'Ctrl+K', label: frameText.find, shown: false, run: () => setLayer('find') }] : []),
    ...(may(staff.role, 'case/write') ? [{ keys: 'Ctrl+N', label: workbenchText.create, shown: false, run: () => void newCase() }] : []),
    { keys: 'F2', label: frameText.toRail, shown: false, run: focusRail },
    { keys: 'F8', label: frameText.lock, shown: false, run: () => void lock() },
    { keys: '?', label: frameText.sheet, shown: false, run: showKeys },
    { keys: 'F1', label: frameText.sheet, shown: false, run: showKeys },
  ]);
  const work = useFocusBack(session.locked);
  useIdleLock(session, lock);
  useAskConnection();
  useReturnToLastCase(staff);
  const close = (): void => setLayer(null);
  return (
    <>
      <div className="frame" inert={session.locked} data-locked={session.locked}>
        <TopBar setup={setup} staff={staff} connection={connection} onFind={reads ? () => setLayer('find') : null} onLock={() => void lock()} />
        <Rail staff={staff} connection={connection} />
        <main ref={work} className="work"><FailureBar /><RuleDeskContext value={ruleDesk}><PlaceView setup={setup} /></RuleDeskContext></main>
        <StatusBar connection={connection} />
      </div>
      {layer === 'find' && !session.locked ? <FindDialog onClose={close} /> : null}
      {layer === 'keys' && !session.locked ? <KeySheet keys={listed} onClose={close} /> : null}
      {session.locked ? <LockScreen staff={staff} /> : null}
    </>
  );
}

/** After a restart the clerk stands where they stood: the last open case, its task and its field. */
function useReturnToLastCase(staff: StaffView): void {
  const bridge = useBridge();
  const store = useOpenCaseStore();
  const { show } = useNavigation();
  useEffect(() => {
    // What the person before left open is not this person's: their own last case is asked for.
    store.setState({ view: null, failure: null, wantedField: null, saved: { state: 'saved', at: null } });
    show(may(staff.role, 'case/read') ? 'workbench' : 'settings');
    if (!may(staff.role, 'case/read')) return;
    const back = async (): Promise<void> => {
      const found = await bridge.invoke('cases/find', { text: '@last' });
      const last = found.ok ? found.value[0] : undefined;
      if (last && !store.getState().view && await store.getState().open(last.caseId)) show('case');
    };
    void back();
  }, [bridge, store, show, staff.role]);
}
