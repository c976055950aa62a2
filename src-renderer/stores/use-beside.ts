import { useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import { type Beside, nobodyBeside } from '../ui/form/beside-fields.tsx';

/** What a second person signs beside the clerk: one attempt at a time, why it was refused; the password is asked again after a refusal. */
export type BesideAttempt = {
  readonly beside: Beside;
  readonly sign: (next: Beside) => void;
  readonly busy: boolean;
  readonly refused: Failure | null;
  readonly send: () => Promise<void>;
};

export function useBeside(attempt: (signed: Beside) => Promise<Failure | null>, onDone: () => void): BesideAttempt {
  const [beside, sign] = useState(nobodyBeside);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const failure = await attempt({ staffNo: beside.staffNo.trim(), password: beside.password });
    setBusy(false);
    if (failure === null) { onDone(); return; }
    sign((old) => ({ ...old, password: '' }));
    setRefused(failure);
  };
  return { beside, sign, busy, refused, send };
}
