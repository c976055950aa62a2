import { CheckOutlined, ClockCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined, SyncOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { OutboxRow } from '#contract/approval.ts';
import { outboxText } from '../../text/outbox.ts';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

const look: Readonly<Record<OutboxRow['state'], { readonly tone: Tone; readonly icon: ReactNode }>> = {
  waiting: { tone: 'warning', icon: <ClockCircleOutlined aria-hidden /> }, sending: { tone: 'info', icon: <SyncOutlined aria-hidden /> }, sent: { tone: 'success', icon: <CheckOutlined aria-hidden /> },
  parked: { tone: 'error', icon: <CloseCircleOutlined aria-hidden /> }, superseded: { tone: 'quiet', icon: <MinusCircleOutlined aria-hidden /> },
};

export function OutboxState({ row, offline }: { readonly row: OutboxRow; readonly offline: boolean }): ReactNode {
  const waitsForLine = row.state === 'waiting' && offline;
  return <StatusWord tone={look[row.state].tone} icon={waitsForLine ? <ExclamationCircleOutlined aria-hidden /> : look[row.state].icon}>{outboxText.states[waitsForLine ? 'offline' : row.state]}</StatusWord>;
}
