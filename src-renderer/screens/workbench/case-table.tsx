import { CheckCircleOutlined, ClockCircleOutlined, CloudOutlined, EditOutlined, PauseOutlined, RollbackOutlined, StopOutlined, UserOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CaseRow } from '#contract/cases.ts';
import { taskNames } from '#domain/cases/task.ts';
import { type DeadlineWords, deadlineWords } from '../../text/formats.ts';
import { reasonText, stepText, taskName } from '../../text/tasks.ts';
import { situation, situationStep, workbenchText } from '../../text/workbench.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useNow } from '../../ui/use-now.ts';

const icons: Readonly<Record<CaseRow['situation'], ReactNode>> = {
  returned: <RollbackOutlined aria-hidden />, mine: <EditOutlined aria-hidden />, approval: <ClockCircleOutlined aria-hidden />, customer: <UserOutlined aria-hidden />,
  parked: <PauseOutlined aria-hidden />, carrier: <CloudOutlined aria-hidden />, done: <CheckCircleOutlined aria-hidden />, cancelled: <StopOutlined aria-hidden />,
};

/** Rows of 48 px: deadline, situation over its reason, company over case number, number, next step, where it stands. */
export function CaseTable({ rows, current, onChoose, onOpen }: {
  readonly rows: readonly CaseRow[];
  readonly current: number;
  readonly onChoose: (caseId: string) => void;
  readonly onOpen: (row: CaseRow) => void;
}): ReactNode {
  const now = useNow(30_000);
  const { columns } = workbenchText;
  return (
    <div className="table-scroll scroll">
      <table className="list-table case-table">
        <colgroup><col className="col-deadline" /><col className="col-situation" /><col /><col className="col-number" /><col className="col-step" /><col className="col-task" /></colgroup>
        <thead><tr>{Object.entries(columns).map(([key, word]) => <th key={key} scope="col">{word}</th>)}</tr></thead>
        <tbody>{rows.map((row, index) => <Row key={row.caseId} row={row} now={now} current={index === current} onChoose={onChoose} onOpen={onOpen} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row, now, current, onChoose, onOpen }: {
  readonly row: CaseRow;
  readonly now: string;
  readonly current: boolean;
  readonly onChoose: (caseId: string) => void;
  readonly onOpen: (row: CaseRow) => void;
}): ReactNode {
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => { if (current) line.current?.scrollIntoView({ block: 'nearest' }); }, [current]);
  const deadline: DeadlineWords = row.deadline ? deadlineWords(row.deadline.at, now) : workbenchText.noDeadline;
  const { word, tone } = row.situation === 'mine' && !row.own ? workbenchText.colleague : situation[row.situation];
  return (
    <tr ref={line} aria-selected={current} onClick={() => onChoose(row.caseId)} onDoubleClick={() => onOpen(row)}>
      <td><strong className={`deadline ${deadline.tone}`}>{deadline.text}</strong></td>
      <td><StatusWord tone={tone} icon={icons[row.situation]}>{word}</StatusWord><div className="hint ellipsis">{reasonOf(row)}</div></td>
      <td><button type="button" className="row-open ellipsis" onClick={() => onOpen(row)}>{row.company || workbenchText.unnamed}</button><div className="hint">{row.caseNo}{row.own ? '' : ` · ${row.ownerName}`}</div></td>
      <td>{row.number ? <NumberText digits={row.number} /> : <span className="hint">{workbenchText.noNumber}</span>}{row.provisional || row.replaced ? <div className="hint warning-text">{[row.provisional ? workbenchText.provisional : '', row.replaced ? workbenchText.replaced(row.replaced.rank) : ''].filter(Boolean).join(' · ')}</div> : null}</td>
      <td>{stepOf(row)}</td>
      <td className="quiet">{row.task ? `${taskNames.indexOf(row.task) + 1} ${taskName[row.task]}` : ''}</td>
    </tr>
  );
}

/** A parked case shows the note that was left with it. */
function reasonOf({ reason }: CaseRow): string {
  const note = reason?.facts?.['note'];
  return note === undefined ? reasonText(reason) : String(note);
}

function stepOf(row: CaseRow): string {
  if (row.situation === 'mine' || row.situation === 'returned') return row.task ? stepText(row.task, row.reason?.code) : '';
  return situationStep[row.situation];
}
