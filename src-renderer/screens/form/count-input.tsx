import { Input } from 'antd';
import { type ReactNode, useState } from 'react';

/** A whole number that may be left out: digits only, others are not taken. `empty` is what an empty field says. */
export function CountInput({ id, label, value, most, empty, status, disabled, onRead, onLeave }: {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  readonly empty?: string;
  readonly status: '' | 'error' | 'warning';
  readonly disabled: boolean;
  readonly onRead: (count: number | null) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const type = (typed: string): void => {
    const digits = typed.normalize('NFKC').replace(/\D/g, '').slice(0, 8);
    setText(digits);
    if (digits === '' ? empty !== undefined : Number(digits) <= most) onRead(digits === '' ? null : Number(digits));
  };
  const leave = (): void => {
    setText(null);
    onLeave();
  };
  return <Input id={id} size="small" className="count-input" inputMode="numeric" value={text ?? (value === null ? '' : String(value))} placeholder={empty ?? ''} disabled={disabled} aria-label={label} status={status} onChange={(event) => type(event.target.value)} onBlur={leave} />;
}
