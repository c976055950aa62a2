import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { StaffView } from '#contract/session.ts';
import { useSession } from '../stores/session.ts';
import { failureText } from '../text/failures.ts';
import { roleName } from '../text/frame.ts';
import { signInText } from '../text/sign-in.ts';
import { Field } from '../ui/form/field.tsx';
import { fieldAria } from '../ui/form/field-aria.ts';
import { KeyScope, useKeys } from '../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../ui/primary-button.tsx';
import { QuietButton } from '../ui/quiet-button.tsx';

/** Over everything; what lies below keeps its state but is neither seen nor reached. */
export function LockScreen({ staff }: { readonly staff: StaffView }): ReactNode {
  return <div className="lock" role="dialog" aria-modal="true" aria-label={signInText.locked}><KeyScope modal><LockCard staff={staff} /></KeyScope></div>;
}

function LockCard({ staff }: { readonly staff: StaffView }): ReactNode {
  const { change, failure, busy } = useSession();
  const [password, setPassword] = useState('');
  const unlock = async (): Promise<void> => {
    if (password !== '' && !busy && !(await change('session/unlock', { password }))) setPassword('');
  };
  useKeys([{ keys: 'Enter', label: signInText.unlock, when: 'always', run: () => void unlock() }]);
  const words = failure ? failureText(failure) : null;
  const message = words ? `${words.title}。${words.safe}${words.next}` : undefined;
  return (
    <div className="panel lock-card">
      <h1>{signInText.locked}</h1>
      <p className="quiet">{staff.name} {staff.staffNo} {roleName[staff.role]}</p>
      <p className="hint">{signInText.lockedNote}</p>
      <Field label={signInText.password} span={12} htmlFor="unlock-password" message={message}>
        <Input.Password {...fieldAria('unlock-password', message)} autoFocus visibilityToggle={false} autoComplete="off" value={password} onChange={(event) => setPassword(event.target.value)} />
      </Field>
      <div className="lock-actions">
        <QuietButton label={signInText.otherPerson} onClick={() => void change('session/sign-out', undefined)} />
        <PrimaryButton label={signInText.unlock} keys="Enter" busy={busy} onClick={() => void unlock()} />
      </div>
    </div>
  );
}
