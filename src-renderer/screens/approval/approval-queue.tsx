import { StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ApprovalQueueRow } from '#contract/approval.ts';
import { formatNumber } from '#domain/number/number.ts';
import { approvalText, mayNotDecide } from '../../text/approval.ts';
import { countdownText, nearness, waitedText } from '../../text/countdown.ts';
import { gradeName } from '../../text/formats.ts';
import { StatusWord } from '../../ui/status-word.tsx';

/** What waits for a supervisor, least time left first; own cases stay, greyed, with the reason. */
export function ApprovalQueue({ rows, ticked, currentId, now, onStand }: {
  readonly rows: readonly ApprovalQueueRow[];
  readonly ticked: ReadonlySet<string>;
  readonly currentId: string | null;
  readonly now: string;
  readonly onStand: (row: ApprovalQueueRow) => void;
}): ReactNode {
  return (
    <ul className="approval-queue scroll" aria-label={approvalText.queue}>
      {rows.map((row) => (
        <li key={row.approvalId}>
          <button type="button" className="approval-row" aria-current={row.approvalId === currentId} data-own={row.mayNot === 'own-case' || row.mayNot === 'last-editor'} onClick={() => onStand(row)}>
            <span className="approval-line"><strong className="approval-number">{formatNumber(row.number)}</strong><span>{gradeName(row.grade)}</span></span>
            <span className="approval-company ellipsis">{row.company}</span>
            <span className="approval-line"><span>{[row.requestedByName, approvalText.origin[row.origin], ...(ticked.has(row.approvalId) ? [approvalText.ticked] : [])].filter(Boolean).join(' · ')}</span><RowState row={row} now={now} /></span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function RowState({ row, now }: { readonly row: ApprovalQueueRow; readonly now: string }): ReactNode {
  if (row.mayNot === 'own-case' || row.mayNot === 'last-editor') return <StatusWord tone="quiet" icon={<StopOutlined aria-hidden />}>{mayNotDecide[row.mayNot]}</StatusWord>;
  if (row.holdExpiresAt && nearness(now, row.holdExpiresAt) !== 'far') return <StatusWord tone="warning">{approvalText.holdEnds(countdownText(now, row.holdExpiresAt))}</StatusWord>;
  return <span>{approvalText.waited(waitedText(row.requestedAt, now))}</span>;
}
