import { CheckCircleOutlined, DisconnectOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Connection } from '#contract/session.ts';
import { connectionWord } from '../text/frame.ts';
import { StatusWord } from '../ui/status-word.tsx';

const look = {
  online: { tone: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  offline: { tone: 'warning', icon: <DisconnectOutlined aria-hidden /> },
  'sync-failing': { tone: 'error', icon: <WarningOutlined aria-hidden /> },
} as const;

/** 在线 · 离线 · 同步异常, always with its icon; a change is read out. */
export function ConnectionWord({ connection }: { readonly connection: Connection }): ReactNode {
  const { tone, icon } = look[connection.state];
  const failing = connection.state === 'sync-failing' && connection.parked > 0 ? ` ${connection.parked}` : '';
  return <span role="status" className="connection"><StatusWord boxed tone={tone} icon={icon}>{connectionWord[connection.state]}{failing}</StatusWord></span>;
}
