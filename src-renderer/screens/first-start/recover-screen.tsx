import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../stores/session.ts';
import { failureText } from '../../text/failures.ts';
import { setUpText } from '../../text/sign-in.ts';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';

/** The wrapped key does not fit the data: the recovery key opens it; nothing is made anew over old data. */
export function RecoverScreen(): ReactNode {
  const { setUp, failure, busy } = useSession();
  const [recoveryKey, setRecoveryKey] = useState('');
  const recover = (): void => { if (recoveryKey.trim().length >= 8 && !busy) void setUp('setup/recover', { recoveryKey: recoveryKey.trim() }); };
  useKeys([{ keys: 'Enter', label: setUpText.recoverDo, when: 'always', run: recover }]);
  const words = failure ? failureText(failure) : null;
  const message = words ? `${words.title}，${words.next}` : undefined;
  return (
    <div className="recovery panel">
      <h1>{setUpText.recoverTitle}</h1>
      <p>{setUpText.recoverNote}</p>
      <Field label={setUpText.recoverKey} span={12} htmlFor="recovery-key" message={message}>
        <Input {...fieldAria('recovery-key', message)} autoFocus autoComplete="off" spellCheck={false} value={recoveryKey} onChange={(event) => setRecoveryKey(event.target.value)} />
      </Field>
      <div className="dialog-actions"><PrimaryButton label={setUpText.recoverDo} keys="Enter" busy={busy} onClick={recover} /></div>
    </div>
  );
}
