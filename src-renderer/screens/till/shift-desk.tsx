import { FileExcelOutlined, PrinterOutlined, SyncOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useState } from 'react';
import type { ShiftView } from '#contract/till.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { failureText } from '../../text/failures.ts';
import { closeNote, shiftFacts, tillText, toExplain } from '../../text/till.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { CashCount } from './cash-count.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { useCountEntry } from './count-entry.ts';
import { ExplainDialog } from './explain-dialog.tsx';
import { LateRows } from './late-rows.tsx';
import { MethodTable } from './method-table.tsx';
import { MismatchList } from './mismatch-list.tsx';
import { type NamedSlip, SlipDialog } from './slip-dialog.tsx';
import type { TillDesk } from './till-desk.ts';

/** One shift: counted blind, then compared three ways, explained, closed. */
export function ShiftDesk({ shift, desk, ofAnother, mayClose, onPrint }: {
  readonly shift: ShiftView; readonly desk: TillDesk; readonly ofAnother: boolean; readonly mayClose: boolean; readonly onPrint: () => void;
}): ReactNode {
  const entry = useCountEntry(shift);
  const [recounting, setRecounting] = useState(false);
  const [current, setCurrent] = useState(0);
  const [layer, setLayer] = useState<'explain' | 'slips' | 'close' | null>(null);
  const { open } = useOpenCase();
  const { show } = useNavigation();
  const counted = shift.state !== 'open' && !recounting;
  // A count that money overtook: what was typed stays, the drawer is counted anew.
  const [wasCounted, setWasCounted] = useState(shift.count !== null);
  if (shift.count !== null && !wasCounted) setWasCounted(true);
  // Counting is the first thing to do: the cursor stands in the first field. Once counted, the keys belong to the list.
  useEffect(() => {
    if (!counted) document.getElementById('count-10000')?.focus();
    else if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
  }, [counted]);
  const works = mayClose && shift.state !== 'closed';
  const mismatch = shift.mismatches[Math.min(current, shift.mismatches.length - 1)];
  const waiting = toExplain(shift).filter(({ code }) => code === 'carrier-waiting').map(({ id }) => id);
  const count = async (slips: readonly NamedSlip[] = []): Promise<void> => {
    const typed = entry.count(slips);
    if (typed && (await desk.count({ shiftId: shift.shiftId, ...typed })) === null) setRecounting(false);
  };
  const explain = (): void => {
    if (!mismatch || !works) return;
    setLayer(mismatch.code === 'count-differs' && mismatch.tender !== 'cash' && shift.rows.some((row) => row.tender === mismatch.tender) ? 'slips' : 'explain');
  };
  const openCase = async (): Promise<void> => { if (mismatch?.caseId && await open(mismatch.caseId)) show('case'); };
  const nextShift = mayClose && shift.state === 'closed' && desk.till?.shift?.state !== 'open' && desk.till?.shift?.state !== 'counted';
  const commit = (): void => {
    if (nextShift) return desk.leave();
    if (!works) return;
    if (!counted) void count();
    else if (shift.blockers.includes('unexplained')) { setCurrent(Math.max(0, shift.mismatches.findIndex(({ id }) => id === toExplain(shift)[0]?.id))); setLayer('explain'); }
    else setLayer('close');
  };
  const refused = desk.refused ? failureText(desk.refused) : null;
  const primary = !counted ? tillText.count.done : shift.blockers.includes('unexplained') ? tillText.explain.title : tillText.close.done;
  const stopRecount = (): void => { entry.reset(); setRecounting(false); };
  useKeys([
    ...(works || nextShift ? [{ keys: 'Ctrl+Enter', label: nextShift ? tillText.next : primary, run: commit }] : []),
    ...(counted && shift.mismatches.length > 1 ? [{ keys: '↑ ↓', label: tillText.keys.move, run: (key: string) => setCurrent(Math.max(0, Math.min(shift.mismatches.length - 1, current + (key === '↓' ? 1 : -1)))) }] : []),
    ...(counted && works && mismatch ? [{ keys: 'Enter', label: tillText.keys.explain, when: 'no-field' as const, run: explain }] : []),
    ...(counted && mismatch?.caseId ? [{ keys: 'F7', label: tillText.keys.open, run: () => void openCase() }] : []),
    ...(counted ? [{ keys: 'F5', label: tillText.keys.ask, run: () => void desk.askCarrier() }, { keys: 'Ctrl+E', label: tillText.keys.export, run: () => void desk.export() }] : []),
    ...(counted && works ? [{ keys: 'F6', label: tillText.count.again, run: () => setRecounting(true) }] : []),
    ...(recounting ? [{ keys: 'Esc', label: tillText.count.keep, run: stopRecount }] : []),
  ]);
  return (
    <>
      <div className="till-body">
        <div className="till-left">
          {counted ? (
            <>
              <MethodTable methods={shift.methods} />
              <MismatchList mismatches={shift.mismatches} current={current} onStand={setCurrent} onExplain={explain} />
              <LateRows late={shift.late} carriedIn={shift.carriedIn} />
            </>
          ) : <div className="till-blind"><h3>{tillText.blind.title}</h3><p>{tillText.blind.text(shift.entries)}</p>{shift.state === 'open' && wasCounted ? <StatusWord tone="warning">{tillText.count.stale}</StatusWord> : null}</div>}
          <ul className="till-facts">{shiftFacts(shift).map((fact) => <li key={fact.text}><StatusWord tone={fact.tone}>{fact.text}</StatusWord></li>)}</ul>
        </div>
        <CashCount shift={counted ? shift : { ...shift, methods: [] }} entry={entry} locked={counted || !works} />
      </div>
      {layer === 'explain' && mismatch ? <ExplainDialog key={mismatch.id} mismatch={mismatch} waiting={waiting.length} onSay={(said) => desk.explain({ shiftId: shift.shiftId, mismatchIds: said.action === 'in-transit' ? waiting : [mismatch.id], ...said })} onClose={() => setLayer(null)} /> : null}
      {layer === 'slips' && mismatch?.tender ? <SlipDialog tender={mismatch.tender} rows={shift.rows.filter((row) => row.tender === mismatch.tender)} onName={(slips) => count(mergeSlips(shift, slips))} onClose={() => setLayer(null)} /> : null}
      {layer === 'close' ? <CloseDialog shift={shift} ofAnother={ofAnother} onDone={(closing) => desk.close({ shiftId: shift.shiftId, ...closing })} onClose={() => setLayer(null)} /> : null}
      <TaskFoot note={refused ? <StatusWord tone="error">{refused.title}。{refused.safe}{refused.next}</StatusWord> : desk.exported ? <StatusWord tone="success">{tillText.exported(desk.exported)}</StatusWord> : closeNote(recounting ? { ...shift, blockers: ['not-counted'] } : shift)}>
        {recounting ? <QuietButton label={tillText.count.keep} keys="Esc" onClick={stopRecount} /> : null}
        {counted ? <QuietButton label={tillText.ask} keys="F5" icon={<SyncOutlined aria-hidden />} busy={desk.busy} onClick={() => void desk.askCarrier()} /> : null}
        {counted && works ? <QuietButton label={tillText.count.again} keys="F6" onClick={() => setRecounting(true)} /> : null}
        {counted ? <QuietButton label={tillText.export} keys="Ctrl+E" icon={<FileExcelOutlined aria-hidden />} onClick={() => void desk.export()} /> : null}
        {shift.sheetPaperId ? <QuietButton label={tillText.print} keys="Ctrl+P" icon={<PrinterOutlined aria-hidden />} onClick={onPrint} /> : null}
        {nextShift ? <PrimaryButton label={tillText.next} keys="Ctrl+Enter" onClick={desk.leave} /> : null}
        {works ? <PrimaryButton label={primary} keys="Ctrl+Enter" busy={desk.busy} disabled={!counted && entry.bad.size > 0} onClick={commit} /> : null}
      </TaskFoot>
    </>
  );
}

/** Slips named before stay named until the same row is named anew. */
function mergeSlips(shift: ShiftView, slips: readonly NamedSlip[]): readonly NamedSlip[] {
  const tender = shift.rows.find((row) => row.entryId === slips[0]?.entryId)?.tender;
  const earlier = shift.rows.filter((row) => row.tender !== tender && row.slipLi !== null && row.slipLi !== row.li).map((row) => ({ entryId: row.entryId, li: row.slipLi ?? 0 }));
  return [...earlier, ...slips];
}
