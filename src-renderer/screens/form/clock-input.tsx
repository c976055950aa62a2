import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { readClock } from './read-clock.ts';

/** A time is taken when it can be read; until then it stays as typed, in red, and the old one holds. */
export function ClockInput({ id, label, value, status, disabled, onRead, onLeave }: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly status: '' | 'error' | 'warning';
  readonly disabled: boolean;
  readonly onRead: (clock: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const clock = text === null ? value : readClock(text);
  const type = (next: string): void => {
    setText(next);
    const read = readClock(next);
    if (read !== null && read !== value) onRead(read);
  };
  const leave = (): void => {
    if (clock !== null) setText(null);
    onLeave();
  };
  return <Input id={id} size="small" className="clock-input" value={text ?? value} maxLength={6} disabled={disabled} aria-label={label} aria-invalid={clock === null} status={clock === null ? 'error' : status} onChange={(event) => type(event.target.value)} onBlur={leave} />;
}
