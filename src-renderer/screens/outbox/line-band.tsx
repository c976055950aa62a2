import { DisconnectOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { OutboxRow } from '#contract/approval.ts';
import type { Connection } from '#contract/session.ts';
import { elapsedMs } from '#domain/calendar/shanghai-time.ts';
import { clockWords, spanWords } from '../../text/formats.ts';
import { outboxText } from '../../text/outbox.ts';
import { useNow } from '../../ui/use-now.ts';

/** Since when the line is down, that counter work goes on, when it is tried again; or that something was refused. */
export function LineBand({ connection, rows }: { readonly connection: Connection; readonly rows: readonly OutboxRow[] }): ReactNode {
  const now = useNow(10_000);
  if (connection.state === 'sync-failing' && connection.parked > 0)
    return <Band tone="error" icon={<WarningOutlined aria-hidden />} title={outboxText.failing(connection.parked)} note={outboxText.failingNote} />;
  if (connection.state !== 'offline') return null;
  const waiting = rows.filter((row) => row.state === 'waiting');
  const next = waiting.map((row) => row.nextAttemptAt).sort()[0];
  return (
    <Band tone="warning" icon={<DisconnectOutlined aria-hidden />} title={outboxText.offline(clockWords(connection.since).slice(0, 5), spanWords(elapsedMs(connection.since, now)))} note={outboxText.offlineNote}>
      {next ? <span>{outboxText.nextTry} <strong>{clockWords(next)}</strong></span> : null}
    </Band>
  );
}

function Band({ tone, icon, title, note, children }: { readonly tone: 'warning' | 'error'; readonly icon: ReactNode; readonly title: string; readonly note: string; readonly children?: ReactNode }): ReactNode {
  return <div className="band" data-tone={tone} role="status"><span className="band-icon">{icon}</span><div className="band-text"><strong>{title}</strong><span>{note}</span></div>{children}</div>;
}
