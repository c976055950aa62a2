import { type ReactNode, useEffect, useRef } from 'react';
import type { OutboxRow } from '#contract/approval.ts';
import { clockWords } from '../../text/formats.ts';
import { intentKind, intentReason, outboxText } from '../../text/outbox.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { OutboxState } from './outbox-state.tsx';

type Props = { readonly offline: boolean; readonly onChoose: (seq: number) => void; readonly onOpen: (row: OutboxRow) => void };

export function OutboxTable({ rows, current, ...rest }: Props & { readonly rows: readonly OutboxRow[]; readonly current: number }): ReactNode {
  return (
    <div className="table-scroll scroll">
      <table className="list-table outbox-table">
        <colgroup><col className="col-seq" /><col className="col-what" /><col className="col-number" /><col /><col className="col-state" /><col className="col-at" /></colgroup>
        <thead><tr>{Object.entries(outboxText.columns).map(([key, word]) => <th key={key} scope="col" className={key === 'at' ? 'right' : undefined}>{word}</th>)}</tr></thead>
        <tbody>{rows.map((row, index) => <Row key={row.seq} row={row} place={index + 1} current={index === current} {...rest} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row, place, current, offline, onChoose, onOpen }: Props & { readonly row: OutboxRow; readonly place: number; readonly current: boolean }): ReactNode {
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => { if (current) line.current?.scrollIntoView({ block: 'nearest' }); }, [current]);
  return (
    <tr ref={line} aria-selected={current} onClick={() => onChoose(row.seq)} onDoubleClick={() => onOpen(row)}>
      <td className="quiet">{place}</td>
      <td><strong>{intentKind[row.kind]}</strong></td>
      <td>{row.number ? <NumberText digits={row.number} /> : null}</td>
      <td><button type="button" className="row-open ellipsis" onClick={() => onOpen(row)}>{row.company || row.caseNo}</button></td>
      <td><OutboxState row={row} offline={offline} />{row.failure && row.state !== 'sent' ? <div className="hint ellipsis" title={intentReason(row.failure)}>{intentReason(row.failure)}</div> : null}</td>
      <td className="right quiet">{clockWords(row.createdAt).slice(0, 5)}</td>
    </tr>
  );
}
