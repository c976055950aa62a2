import { type ReactNode, useEffect, useRef } from 'react';
import { type CatalogueDesk, type CatalogueList, chosenRow } from '../catalogue-desk.ts';

export type Column = { readonly head: string; readonly right?: boolean };
export type Row = { readonly id: string; readonly cells: readonly ReactNode[]; readonly dim?: boolean };

/** A table of which one row is looked at beside it; the arrows and the pointer choose. */
export function ChoiceTable({ name, columns, rows, desk }: {
  readonly name: CatalogueList; readonly columns: readonly Column[]; readonly rows: readonly Row[]; readonly desk: CatalogueDesk;
}): ReactNode {
  const chosen = chosenRow(desk);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (chosen !== null) body.current?.querySelector(`tr[data-row="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div className="table-scroll scroll catalogue-table" data-list={name}>
      <table className="list-table">
        <thead><tr>{columns.map(({ head, right }) => <th key={head} scope="col" className={right ? 'right' : undefined}>{head}</th>)}</tr></thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={row.id} data-row={row.id} aria-selected={row.id === chosen} data-dim={row.dim === true} onClick={() => desk.choose(row.id)}>
              {row.cells.map((cell, at) => (
                <td key={columns[at]?.head} className={columns[at]?.right ? 'right' : undefined}>
                  {at === 0 ? <button type="button" className="row-open" tabIndex={row.id === chosen ? 0 : -1} onFocus={() => desk.choose(row.id)}>{cell}</button> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
