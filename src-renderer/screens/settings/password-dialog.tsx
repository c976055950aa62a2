import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { StaffView } from '#contract/session.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { frameText } from '../../text/frame.ts';
import { settingsText } from '../../text/settings.ts';
import { Field } from '../../ui/form/field.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import type { PanelProps } from './panel-props.ts';

type Props = { readonly staff: StaffView; readonly onFailure: PanelProps['onFailure']; readonly onClose: () => void };

/** The admin gives a new password to someone who forgot theirs. */
export function PasswordDialog(props: Props): ReactNode {
  return <Dialog title={settingsText.newPasswordOf(props.staff.name)} width={400} onClose={props.onClose}><PasswordForm {...props} /></Dialog>;
}

function PasswordForm({ staff, onFailure, onClose }: Props): ReactNode {
  const bridge = useBridge();
  const [password, setPassword] = useState('');
  const save = async (): Promise<void> => {
    if (password === '') return;
    const answer = await bridge.invoke('staff/change-password', { staffNo: staff.staffNo, password });
    onFailure(answer.ok ? null : answer.error);
    onClose();
  };
  useKeys([{ keys: 'Enter', label: settingsText.savePassword, when: 'always', run: () => void save() }]);
  return (
    <>
      <h2>{settingsText.newPasswordOf(staff.name)}</h2>
      <Field label={`${settingsText.newPassword}（${settingsText.passwordHint}）`} span={12} htmlFor="changed-password"><Input id="changed-password" type="password" autoFocus autoComplete="new-password" value={password} onChange={(event) => setPassword(event.target.value)} /></Field>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={settingsText.savePassword} keys="Enter" disabled={password === ''} onClick={() => void save()} /></div>
    </>
  );
}
