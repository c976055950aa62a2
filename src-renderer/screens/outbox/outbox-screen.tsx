import { SyncOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { OutboxRow } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useConnection } from '../../stores/connection.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { failureText } from '../../text/failures.ts';
import { outboxText } from '../../text/outbox.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { LineBand } from './line-band.tsx';
import { OutboxItem } from './outbox-item.tsx';
import { OutboxTable } from './outbox-table.tsx';

type Filter = keyof typeof outboxText.filters;

const within: Readonly<Record<Filter, (row: OutboxRow) => boolean>> = {
  all: (row) => row.state !== 'sent' && row.state !== 'superseded', waiting: (row) => row.state === 'waiting' || row.state === 'sending', parked: (row) => row.state === 'parked', sent: (row) => row.state === 'sent',
};
const filters = Object.keys(within) as readonly Filter[];

/** What waits for the carrier, in the order of sending; badge, filters and rows agree in counts. */
export function OutboxScreen(): ReactNode {
  const { all, failure, retry } = useOutbox();
  const [filter, setFilter] = useState<Filter>('all');
  const [chosen, setChosen] = useState<number | null>(null);
  const connection = useConnection();
  const { open } = useOpenCase();
  const { show } = useNavigation();
  const rows = all.filter(within[filter]);
  const index = Math.max(0, rows.findIndex((row) => row.seq === chosen));
  const current = rows[index];
  const openCase = async (row: OutboxRow | undefined): Promise<void> => { if (row && await open(row.caseId)) show('case'); };
  const first = current ?? all.find(within.all);
  const tryNow = (): void => { if (first && first.state !== 'sent') void retry(first.seq); };
  useKeys([
    { keys: '↑ ↓', label: outboxText.move, run: (key) => setChosen(rows[Math.max(0, Math.min(rows.length - 1, index + (key === '↓' ? 1 : -1)))]?.seq ?? null) },
    { keys: 'Enter', label: outboxText.open, run: () => void openCase(current) },
    { keys: 'F5', label: outboxText.retry, run: tryNow },
  ]);
  return (
    <div className="outbox">
      <Toolbar title={outboxText.title} actions={<PrimaryButton label={current?.state === 'parked' ? outboxText.again : outboxText.retry} keys="F5" icon={<SyncOutlined aria-hidden />} disabled={!first || first.state === 'sent'} onClick={tryNow} />}>
        <Segmented<Filter> className="filters" value={filter} onChange={setFilter} options={filters.map((value) => ({ value, label: <>{outboxText.filters[value]} <strong>{all.filter(within[value]).length}</strong></> }))} />
      </Toolbar>
      {connection ? <LineBand connection={connection} rows={all} /> : null}
      <div className="outbox-body">
        {failure ? <EmptyState {...failureText(failure)} /> : rows.length === 0 ? <EmptyState {...(filter === 'all' ? outboxText.empty : outboxText.emptyFilter)} />
          : <OutboxTable rows={rows} current={index} offline={connection?.state === 'offline'} onChoose={setChosen} onOpen={(row) => void openCase(row)} />}
        {current ? <OutboxItem row={current} offline={connection?.state === 'offline'} onOpen={() => void openCase(current)} /> : null}
      </div>
    </div>
  );
}

function useOutbox(): { readonly all: readonly OutboxRow[]; readonly failure: Failure | null; readonly retry: (seq: number) => Promise<void> } {
  const bridge = useBridge();
  const [state, setState] = useState<{ readonly all: readonly OutboxRow[]; readonly failure: Failure | null }>({ all: [], failure: null });
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await bridge.invoke('outbox/list', undefined);
      setState((old) => (answer.ok ? { all: answer.value, failure: null } : { ...old, failure: answer.error }));
    };
    void ask();
    return bridge.subscribe('outbox/changed', () => void ask());
  }, [bridge]);
  const retry = async (seq: number): Promise<void> => {
    const answer = await bridge.invoke('outbox/retry', { seq });
    setState((old) => (answer.ok ? { all: answer.value, failure: null } : { ...old, failure: answer.error }));
  };
  return { ...state, retry };
}
