import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Kbd } from './keys/kbd.tsx';

/** Any action that is not the primary one. */
export function QuietButton({ label, keys, onClick, busy = false, disabled = false, icon, danger = false, small = false }: {
  readonly label: ReactNode;
  readonly keys?: string;
  readonly onClick: () => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly small?: boolean;
}): ReactNode {
  return (
    <Button icon={icon} onClick={onClick} loading={busy} disabled={disabled} danger={danger} size={small ? 'small' : 'middle'}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}>
      {label}{keys ? <Kbd keys={keys} /> : null}
    </Button>
  );
}
