import { Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { may } from '#domain/staff/role.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useStaff } from '../../stores/session.ts';
import { usePrinting } from '../../stores/use-printing.ts';
import { amount, dayWords, shortMoment } from '../../text/formats.ts';
import { failureText } from '../../text/failures.ts';
import { printStates, printText } from '../../text/print.ts';
import { tillText, toExplain } from '../../text/till.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { NoShift } from './no-shift.tsx';
import { ShiftDesk } from './shift-desk.tsx';
import { ShiftList } from './shift-list.tsx';
import { makeTillDesk, type TillDesk } from './till-desk.ts';
import './till.css';

/** 收银: open the drawer, count it blind, agree it with cases and carrier, close the day. */
export function TillScreen(): ReactNode {
  const bridge = useBridge();
  const [store] = useState(() => makeTillDesk(bridge));
  const desk = useStore(store);
  const staff = useStaff();
  const { open } = useOpenCase();
  const { show } = useNavigation();
  const printing = usePrinting(null);
  const [listing, setListing] = useState(false);
  const { till, shift, failure } = desk;
  useEffect(() => {
    void store.getState().load();
    let soon: ReturnType<typeof setTimeout> | undefined;
    const offTill = bridge.subscribe('till/changed', () => void store.getState().load());
    // What the carrier took in comes row by row; one look after them is enough.
    const offOutbox = bridge.subscribe('outbox/changed', () => { clearTimeout(soon); soon = setTimeout(() => void store.getState().refresh(), 300); });
    return () => { clearTimeout(soon); offTill(); offOutbox(); };
  }, [bridge, store]);
  const list = (): void => { void desk.list(); setListing(true); };
  const look = (shiftId: string): void => { setListing(false); void desk.look(shiftId); };
  const openCase = async (caseId: string): Promise<void> => { if (await open(caseId)) show('case'); };
  const print = (): void => { if (shift?.sheetPaperId) void printing.print(shift.sheetPaperId, 1, printing.jobsOf(shift.sheetPaperId).length > 0 ? tillText.print : ''); };
  const mayClose = staff !== null && may(staff.role, 'day/close');
  useKeys([
    { keys: 'F3', label: tillText.keys.history, run: list },
    ...(shift?.sheetPaperId ? [{ keys: 'Ctrl+P', label: tillText.keys.print, run: print }] : []),
  ]);
  const job = shift?.sheetPaperId ? printing.jobsOf(shift.sheetPaperId)[0] : undefined;
  return (
    <div className="till">
      <Toolbar title={tillText.title} actions={<>
        {job ? <StatusWord tone={job.state === 'failed' ? 'error' : job.state === 'left-queue' ? 'success' : 'info'}>{tillText.sheet}{job.reprint ? printText.reprint(job.copyNo - 1) : ''}：{printStates[job.state]}</StatusWord> : null}
        {till?.shift && shift && shift.shiftId !== till.shift.shiftId ? <QuietButton label={tillText.today} onClick={() => look(till.shift?.shiftId ?? '')} /> : null}
        <QuietButton label={tillText.history} keys="F3" onClick={list} />
      </>}>
        {shift ? <ShiftHead shift={shift} /> : null}
      </Toolbar>
      {failure ? <EmptyState {...failureText(failure)} /> : null}
      {!till && !failure ? <Spin className="till-wait" description={tillText.loading} /> : null}
      {till && shift ? <ShiftDesk key={shift.shiftId} shift={shift} desk={desk} ofAnother={shift.staffNo !== staff?.staffNo} mayClose={mayClose} onPrint={print} /> : null}
      {till && !till.shift && !shift ? <NoShift till={till} recent={till.recent} mayOpen={mayClose} onOpen={desk.open} onLook={look} onCase={(caseId) => void openCase(caseId)} /> : null}
      {listing ? <Dialog title={tillText.history} width={640} onClose={() => setListing(false)}><h2>{tillText.history}</h2><ShiftList rows={desk.history ?? []} onLook={look} /></Dialog> : null}
    </div>
  );
}

function ShiftHead({ shift }: { readonly shift: NonNullable<TillDesk['shift']> }): ReactNode {
  const open = toExplain(shift).length;
  const differs = shift.state !== 'closed' && shift.mismatches.some(({ code }) => code === 'count-differs');
  return (
    <>
      <span>{dayWords(wallTime(shift.openedAt).date)}</span><span>{tillText.desk(shift.desk)}</span><span>{shift.staffName}</span>
      {shift.state === 'open' ? <StatusWord tone="info">{tillText.states.open}</StatusWord>
        : open > 0 ? <StatusWord tone="error">{tillText.mismatched(open)}</StatusWord> : differs ? <StatusWord tone="error">{tillText.differing}</StatusWord> : <StatusWord tone="success">{shift.state === 'closed' ? tillText.states.closed : shift.mismatches.length > 0 ? tillText.settled : tillText.agreed}</StatusWord>}
      <span className="hint till-opened">{tillText.opened(shortMoment(shift.openedAt), amount(shift.floatLi))}</span>
    </>
  );
}
