import { type ReactNode, useEffect, useState } from 'react';
import type { HoldRow } from '#contract/numbers.ts';
import { useBridge } from '../../../stores/bridge-context.ts';
import { useOpenCase } from '../../../stores/open-case.ts';
import { countdownText } from '../../../text/countdown.ts';
import { finderText, holdKind } from '../../../text/number-finder.ts';
import { numberText } from '../../../text/number.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { urgent } from './hold-line.tsx';

type Props = { readonly onClose: () => void; /** A hold of the list was kept longer or let go. */ readonly onChanged: () => void };

/** Every number this PC holds, of all cases: kept longer, let go or its case opened by one key. */
export function HoldsDialog(props: Props): ReactNode {
  return <Dialog title={finderText.holds} width={720} onClose={props.onClose}><Holds {...props} /></Dialog>;
}

function Holds({ onClose, onChanged }: Props): ReactNode {
  const bridge = useBridge();
  const { act, open, view } = useOpenCase();
  const [rows, setRows] = useState<readonly HoldRow[] | null>(null);
  const [at, setAt] = useState(0);
  /** The row whose release was pressed once. */
  const [going, setGoing] = useState<string | null>(null);
  const [stale, setStale] = useState(true);
  useEffect(() => {
    if (stale) void bridge.invoke('numbers/holds', undefined).then((answer) => { setStale(false); if (answer.ok) setRows(answer.value); });
  }, [bridge, stale]);
  const row = rows?.[Math.min(at, rows.length - 1)];
  const during = async (work: Promise<unknown>): Promise<void> => { await work; setGoing(null); setStale(true); onChanged(); };
  const extend = (): void => { if (row) void during(row.kind === 'browse' ? act('shortlist/extend', { caseId: row.caseId, digits: row.digits }) : act('numbers/extend', { caseId: row.caseId })); };
  const release = (): void => {
    if (!row) return;
    if (going !== row.digits) return setGoing(row.digits);
    void during(row.kind === 'browse' ? act('shortlist/drop', { caseId: row.caseId, digits: row.digits }) : act('numbers/release', { caseId: row.caseId }));
  };
  const openCase = (): void => {
    if (row && row.caseId !== view?.caseId) void open(row.caseId);
    onClose();
  };
  const move = (by: number): void => { setGoing(null); setAt(Math.max(0, Math.min((rows?.length ?? 1) - 1, at + by))); };
  useKeys([
    { keys: '↑ ↓', label: finderText.keys.move, when: 'always', run: (key) => move(key === '↓' ? 1 : -1) },
    { keys: 'Home End', label: finderText.keys.move, when: 'always', shown: false, run: (key) => move(key === 'Home' ? -Infinity : Infinity) },
    { keys: 'F7', label: numberText.extend, run: extend },
    { keys: 'Del', label: numberText.release, when: 'always', run: release },
    { keys: 'Enter', label: finderText.holdsOpen, when: 'always', run: openCase },
  ]);
  return (
    <>
      <h2>{finderText.holds}</h2>
      {rows?.length === 0 ? <p>{finderText.holdsEmpty}</p> : null}
      <ul className="holds scroll" tabIndex={0}>
        {(rows ?? []).map((one, index) => <HoldItem key={`${one.caseId}${one.digits}`} row={one} current={one === row} going={going === one.digits} onStand={() => setAt(index)} />)}
      </ul>
      <footer className="dialog-actions">
        <span className="hint">{finderText.holdsHint}</span>
        <QuietButton label={finderText.close} keys="Esc" onClick={onClose} />
      </footer>
    </>
  );
}

function HoldItem({ row, current, going, onStand }: { readonly row: HoldRow; readonly current: boolean; readonly going: boolean; readonly onStand: () => void }): ReactNode {
  return (
    <li className="hold-item" aria-current={current} onPointerDown={onStand}>
      <NumberText digits={row.digits} />
      <span>{holdKind[row.kind]}</span>
      <span className="ellipsis">{row.company || row.caseNo}</span>
      <span className="hint">{finderText.by} {row.heldBy}</span>
      {going ? <strong className="error-text">{finderText.releaseAgain}</strong> : row.expiresAt ? <Countdown end={row.expiresAt} words={countdownText} urgent={urgent} /> : <span className="hint">{finderText.noEnd}</span>}
    </li>
  );
}
