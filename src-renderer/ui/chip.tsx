import { CheckOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Kbd } from './keys/kbd.tsx';

/** A choice that stays pressed, with an exact count or a key; nought is dimmed but can be chosen. */
export function Chip({ label, count, keys, on, disabled = false, onClick }: {
  readonly label: ReactNode;
  readonly count?: number;
  readonly keys?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <button type="button" className="chip" aria-pressed={on} data-none={count === 0} disabled={disabled} onClick={onClick}>
      {keys ? <Kbd keys={keys} /> : null}
      {on ? <CheckOutlined aria-hidden /> : null}
      <span>{label}</span>
      {count === undefined ? null : <span className="chip-count">{count.toLocaleString('en-US')}</span>}
    </button>
  );
}
