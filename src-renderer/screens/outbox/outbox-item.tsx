import type { ReactNode } from 'react';
import type { OutboxRow } from '#contract/approval.ts';
import { clockWords, shortMoment } from '../../text/formats.ts';
import { intentKind, intentReason, outboxText } from '../../text/outbox.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { OutboxState } from './outbox-state.tsx';

/** The current item: what it is, how it stands, why, and what cannot be done while the line is down. */
export function OutboxItem({ row, offline, onOpen }: { readonly row: OutboxRow; readonly offline: boolean; readonly onOpen: () => void }): ReactNode {
  return (
    <aside className="outbox-item scroll" aria-label={outboxText.item(row.seq)}>
      <section>
        <h3>{outboxText.item(row.seq)}　{intentKind[row.kind]}</h3>
        {row.number ? <NumberText digits={row.number} size={26} /> : null}
        <strong>{row.company}</strong><span className="hint">{row.caseNo}</span>
        <OutboxState row={row} offline={offline} />
      </section>
      <section>
        <dl className="figures">
          {row.attempts > 0 ? <><dt>{outboxText.tried(row.attempts)}</dt><dd>{row.failure ? clockWords(row.failure.at) : ''}</dd></> : null}
          {row.state === 'waiting' ? <><dt>{outboxText.nextTry}</dt><dd>{clockWords(row.nextAttemptAt)}</dd></> : null}
          {row.sentAt ? <><dt>{outboxText.states.sent}</dt><dd>{shortMoment(row.sentAt)}</dd></> : null}
        </dl>
        {row.failure && row.state !== 'sent' ? <><h3>{outboxText.why}</h3><p>{intentReason(row.failure)}</p><p className="hint">{outboxText.code} {row.failure.code}</p></> : null}
        <div><QuietButton label={outboxText.openCase} keys="Enter" onClick={onOpen} /></div>
      </section>
      {offline ? <section><h3>{outboxText.cannot}</h3><ul>{outboxText.cannotList.map((one) => <li key={one}>{one}</li>)}</ul></section> : null}
      <span className="summary-space" />
      <section><StatusWord tone="success">{outboxText.safe}</StatusWord></section>
    </aside>
  );
}
