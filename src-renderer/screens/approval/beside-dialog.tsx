import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import { approvalText } from '../../text/approval.ts';
import { failureText } from '../../text/failures.ts';
import { frameText } from '../../text/frame.ts';
import { Field } from '../../ui/form/field.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { Decision, Supervisor } from './approval-desk.ts';

type Props = { readonly decision: Decision; readonly number: string; readonly onSign: (supervisor: Supervisor) => Promise<Failure | null>; readonly onClose: () => void };

/** The supervisor signs beside the clerk for this one decision; the clerk stays signed in. */
export function BesideDialog(props: Props): ReactNode {
  return <Dialog title={approvalText.besideTitle} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ decision, number, onSign, onClose }: Props): ReactNode {
  const [staffNo, setStaffNo] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = staffNo.trim() !== '' && password !== '' && !busy;
  const sign = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    const refused = await onSign({ staffNo: staffNo.trim(), password });
    setBusy(false);
    if (refused === null) { onClose(); return; }
    setPassword('');
    setFailure(refused);
  };
  useKeys([{ keys: 'Enter', label: approvalText.sign[decision], when: 'always', run: () => void sign() }]);
  const words = failure ? failureText(failure) : null;
  return (
    <>
      <h2>{approvalText.besideTitle}</h2>
      <p><StatusWord tone={decision === 'approve' ? 'info' : 'warning'} icon={null}>{approvalText.besideWhat[decision]}</StatusWord> <NumberText digits={number} size={20} /></p>
      <p className="hint">{approvalText.besideText}</p>
      <Field label={approvalText.staffNo} span={12} htmlFor="beside-staff-no"><Input id="beside-staff-no" autoComplete="off" maxLength={20} value={staffNo} onChange={(event) => setStaffNo(event.target.value)} /></Field>
      <Field label={approvalText.password} span={12} htmlFor="beside-password"><Input.Password id="beside-password" autoComplete="off" maxLength={200} value={password} onChange={(event) => setPassword(event.target.value)} /></Field>
      {words ? <p role="alert"><StatusWord tone="error">{words.title}。{words.safe}{words.next}</StatusWord></p> : null}
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={approvalText.sign[decision]} keys="Enter" busy={busy} disabled={!ready} onClick={() => void sign()} /></div>
    </>
  );
}
