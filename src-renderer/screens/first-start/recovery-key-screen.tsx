import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../stores/session.ts';
import { setUpText } from '../../text/sign-in.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** Shown once: without this key the data of a broken PC cannot be opened. */
export function RecoveryKeyScreen({ recoveryKey }: { readonly recoveryKey: string }): ReactNode {
  const { setUp, busy } = useSession();
  const [noted, setNoted] = useState(false);
  const confirm = (): void => { if (noted && !busy) void setUp('setup/confirm-recovery-key', undefined); };
  useKeys([{ keys: 'Ctrl+Enter', label: setUpText.keyDone, run: confirm }]);
  return (
    <div className="recovery panel">
      <h1>{setUpText.keyTitle}</h1>
      <p>{setUpText.keyNote}</p>
      <output className="recovery-key">{recoveryKey}</output>
      <StatusWord tone="warning">{setUpText.keyWhere}</StatusWord>
      <Checkbox checked={noted} onChange={(event) => setNoted(event.target.checked)}>{setUpText.keyTick}</Checkbox>
      <div className="dialog-actions"><PrimaryButton label={setUpText.keyDone} keys="Ctrl+Enter" disabled={!noted} busy={busy} onClick={confirm} /></div>
    </div>
  );
}
