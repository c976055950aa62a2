import { Button, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { SetupState } from '#contract/session.ts';
import { useSession } from '../../stores/session.ts';
import { failureText } from '../../text/failures.ts';
import { momentWords } from '../../text/formats.ts';
import { connectionWord, roleName } from '../../text/frame.ts';
import { signInText } from '../../text/sign-in.ts';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useNow } from '../../ui/use-now.ts';

/** Staff number and password; errors say the tries left and who helps. In training the demo staff stand at the right. */
export function SignInScreen({ setup }: { readonly setup: SetupState }): ReactNode {
  const { change, failure, busy, dismiss } = useSession();
  const now = useNow(10_000);
  const [staffNo, setStaffNo] = useState('');
  const [password, setPassword] = useState('');
  const [capsLock, setCapsLock] = useState(false);
  const signIn = async (): Promise<void> => {
    if (busy) return;
    if (staffNo.trim() === '' || password === '') { focus(staffNo.trim() === '' ? 'staff-no' : 'password'); return; }
    if (!(await change('session/sign-in', { staffNo: staffNo.trim(), password }))) { setPassword(''); focus('password'); }
  };
  useKeys([
    { keys: 'Tab', label: signInText.nextField, when: 'no-field', run: () => focus('staff-no') },
    { keys: 'Enter', label: signInText.submit, when: 'always', run: () => void signIn() },
  ]);
  const words = failure ? failureText(failure) : null;
  const message = words ? `${words.title}，${words.safe}${words.next}` : undefined;
  const onKey = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  const fill = (one: SetupState['demoStaff'][number]): void => { dismiss(); setStaffNo(one.staffNo); setPassword(one.password); focus('password'); };
  const known = setup.demoStaff.find((one) => one.staffNo === staffNo.trim());
  return (
    <div className="sign-in panel" onKeyUp={onKey}>
      <section className="sign-in-form">
        <h1>{signInText.title}</h1>
        <p className="quiet">{momentWords(now)}</p>
        <Field label={signInText.staffNo} span={12} htmlFor="staff-no">
          <Input id="staff-no" size="large" autoFocus autoComplete="off" spellCheck={false} value={staffNo} suffix={<span className="quiet">{known ? `${known.name}，${roleName[known.role]}` : ''}</span>} onChange={(event) => setStaffNo(event.target.value)} />
        </Field>
        <Field label={signInText.password} span={12} htmlFor="password" message={message}>
          <Input.Password {...fieldAria('password', message)} size="large" visibilityToggle={false} autoComplete="off" value={password} onChange={(event) => setPassword(event.target.value)} />
        </Field>
        <div className="caps-lock" role="status">{capsLock ? <StatusWord tone="warning">{signInText.capsLock}</StatusWord> : null}</div>
        <Button type="primary" size="large" block loading={busy} onClick={() => void signIn()}>{signInText.submit}<Kbd keys="Enter" /></Button>
      </section>
      <SignInFacts setup={setup} onFill={fill} />
    </div>
  );
}

const focus = (id: string): void => document.getElementById(id)?.focus();

function SignInFacts({ setup, onFill }: { readonly setup: SetupState; readonly onFill: (one: SetupState['demoStaff'][number]) => void }): ReactNode {
  const { session } = useSession();
  const system = setup.keyStore === 'system';
  return (
    <section className="sign-in-facts">
      <h2>{signInText.offlineTitle}</h2>
      <p className="quiet">{signInText.offline}</p>
      {setup.demoStaff.length > 0 ? (
        <>
          <h2>{signInText.demo}</h2>
          <p className="quiet">{signInText.demoNote}</p>
          <ul className="demo-staff">
            {setup.demoStaff.map((one) => <li key={one.staffNo}><button type="button" className="demo-row" onClick={() => onFill(one)}><strong>{one.staffNo}</strong><span>{one.name} {roleName[one.role]}</span><code>{one.password}</code></button></li>)}
          </ul>
        </>
      ) : null}
      <dl className="figures">
        <dt>{signInText.mode}</dt><dd>{setup.mode === 'training' ? signInText.training : signInText.real}</dd>
        {session ? <><dt>{signInText.line}</dt><dd>{connectionWord[session.connection.state]}</dd></> : null}
        <dt>{signInText.data}</dt><dd><StatusWord tone="success">{signInText.dataEncrypted}</StatusWord></dd>
        <dt>{signInText.keyStore}</dt><dd><StatusWord tone={system ? 'success' : 'warning'}>{system ? signInText.keySystem : signInText.keyBasic}</StatusWord></dd>
      </dl>
    </section>
  );
}
