import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Kbd } from './keys/kbd.tsx';

/** The one primary action of a view. Its label says the result; its key stands on it (bind the key with useKeys). */
export function PrimaryButton({ label, keys, onClick, busy = false, disabled = false, icon }: {
  readonly label: ReactNode;
  readonly keys?: string;
  readonly onClick: () => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly icon?: ReactNode;
}): ReactNode {
  return (
    <Button type="primary" icon={icon} onClick={onClick} loading={busy} disabled={disabled} aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}>
      {label}{keys ? <Kbd keys={keys} /> : null}
    </Button>
  );
}
