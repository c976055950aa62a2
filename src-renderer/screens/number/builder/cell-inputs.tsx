import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { finderText } from '../../../text/number-finder.ts';
import { cellsOf, withCell } from './query-cells.ts';

const GIVEN = 3;
const LAST = 9;

/** The ten places of the number: the first three are given, the others take a digit, a letter of a shape, or nothing. */
export function CellInputs({ text, onText, first }: { readonly text: string; readonly onText: (text: string) => void; readonly first: RefObject<HTMLInputElement | null> }): ReactNode {
  const row = useRef<HTMLSpanElement>(null);
  const cells = cellsOf(text) ?? Array.from('400???????');
  const go = (place: number): void => {
    const input = row.current?.querySelectorAll('input')[Math.max(GIVEN, Math.min(LAST, place)) - GIVEN];
    input?.focus();
    input?.select();
  };
  const put = (place: number, typed: string): void => {
    const cell = typed.normalize('NFKC').toUpperCase().slice(-1);
    if (!/^[0-9A-G?]$/.test(cell)) return;
    onText(withCell(text, place, cell));
    go(place + 1);
  };
  const onKeyDown = (place: number, event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Backspace: -1, Delete: 0 }[event.key];
    if (step === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    if (event.key === 'Backspace' || event.key === 'Delete') onText(withCell(text, place, '?'));
    go(place + step);
  };
  return (
    <span className="cells" ref={row}>
      {cells.map((cell, place) => (place < GIVEN
        ? <span key={place} className="cell" data-kind="given">{cell}</span>
        : <input key={place} ref={place === GIVEN ? first : null} className="cell" data-kind={/[A-G]/.test(cell) ? 'letter' : cell === '?' ? 'any' : 'digit'} data-group={place === 6}
            aria-label={finderText.place(place)} value={cell === '?' ? '' : cell} placeholder="?" autoComplete="off" spellCheck={false} tabIndex={place === GIVEN ? 0 : -1}
            onFocus={(event) => event.target.select()} onChange={(event) => put(place, event.target.value)} onKeyDown={(event) => onKeyDown(place, event)} />))}
    </span>
  );
}
