import type { ReactNode } from 'react';
import type { ApprovalDetail } from '#contract/approval.ts';
import { approvalLabel, approvalText } from '../../text/approval.ts';
import { gradeName, shortMoment } from '../../text/formats.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { type RequestLine, requestLines } from './request-lines.ts';

/** The request on one screen: field, value, and what the machine checked; last what an approval binds to. */
export function RequestPane({ detail }: { readonly detail: ApprovalDetail }): ReactNode {
  const { row } = detail;
  const lines = requestLines(detail);
  return (
    <section className="request-pane scroll" aria-label={approvalText.title}>
      <header className="request-head">
        <NumberText digits={row.number} size={28} />
        <StatusWord boxed tone="warning" icon={null}>{gradeName(row.grade)}</StatusWord>
        <span className="request-sent hint"><span>{approvalText.sentBy(row.requestedByName, shortMoment(row.requestedAt))}</span><span>{row.caseNo}</span></span>
      </header>
      <LineTable title={approvalText.facts} lines={lines.people} />
      {lines.money.length === 0 ? <StatusWord tone="error">{approvalText.changed}</StatusWord> : <><h3 className="request-title">{approvalText.money}</h3><LineTable title={approvalText.money} lines={lines.money} strong /></>}
      <p className="request-why"><span className="hint">{approvalText.why}</span><span>{detail.reason}</span></p>
      <p className="request-binding hint"><span>{approvalText.binding}</span><span>{approvalText.digest(detail.bindingHash)}</span></p>
    </section>
  );
}

function LineTable({ title, lines, strong = false }: { readonly title: string; readonly lines: readonly RequestLine[]; readonly strong?: boolean }): ReactNode {
  return (
    <table className="request-lines" aria-label={title}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label}>
            <th scope="row">{approvalLabel[line.label] ?? line.label}</th>
            <td className={strong || line.label === 'name' ? 'strong' : undefined}>{line.value}</td>
            <td className="request-check">{line.text ? <StatusWord tone={line.check === 'ok' ? 'success' : line.check ?? 'quiet'}>{line.text}</StatusWord> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
