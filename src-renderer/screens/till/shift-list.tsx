import type { ReactNode } from 'react';
import type { ShiftRow } from '#contract/till.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { dayWords } from '../../text/formats.ts';
import { tillText } from '../../text/till.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import { Difference } from './cash-count.tsx';

/** Shifts, newest first; one opens as it was closed. */
export function ShiftList({ rows, onLook }: { readonly rows: readonly ShiftRow[]; readonly onLook: (shiftId: string) => void }): ReactNode {
  if (rows.length === 0) return <p className="hint shift-none">{tillText.open.noRecent}</p>;
  return (
    <ul className="shift-list scroll">
      {rows.map((row) => (
        <li key={row.shiftId}>
          <button type="button" onClick={() => onLook(row.shiftId)}>
            <span className="two-lines"><b>{dayWords(wallTime(row.openedAt).date)} {row.staffName}</b><small>{row.shiftNo}　{tillText.entries(row.entries)}{row.lateItems > 0 ? `　${tillText.lateItems(row.lateItems)}` : ''}</small></span>
            <StatusWord tone={row.state === 'closed' ? 'quiet' : 'info'}>{tillText.states[row.state]}</StatusWord>
            {row.differenceLi === null ? <span /> : <Difference li={row.differenceLi} />}
          </button>
        </li>
      ))}
    </ul>
  );
}
