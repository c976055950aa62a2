import { Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { HallLeaseView, LeaseView } from '#contract/leases.ts';
import { useBridge } from '../../../stores/bridge-context.ts';
import { useStaff } from '../../../stores/session.ts';
import { sentence } from '../../../text/failures.ts';
import { frameText } from '../../../text/frame.ts';
import { leaseText } from '../../../text/leases.ts';
import { Field } from '../../../ui/form/field.tsx';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';

type Props = { readonly lease: HallLeaseView; readonly onDone: (own: LeaseView) => void; readonly onClose: () => void };

/** Two people give up a block whose PC will not report any more. */
export function ForceLeaseDialog(props: Props): ReactNode {
  return <Dialog title={leaseText.forceTitle} width={480} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ lease, onDone, onClose }: Props): ReactNode {
  const bridge = useBridge();
  const me = useStaff();
  const [form, setForm] = useState({ reason: '', destroyed: false, staffNo: '', password: '' });
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = form.reason.trim().length >= 5 && form.staffNo.trim() !== '' && form.password !== '';
  const force = async (): Promise<void> => {
    if (busy) return;
    const [empty] = [form.reason.trim().length < 5 && 'force-reason', form.staffNo.trim() === '' && 'force-staff-no', form.password === '' && 'force-password'].filter((id) => id !== false);
    if (empty !== undefined) { document.getElementById(empty)?.focus(); return; }
    if (form.staffNo.trim().toUpperCase() === me?.staffNo) { setRefused(leaseText.ownNumber); return; }
    setBusy(true);
    const answer = await bridge.invoke('leases/force', { epoch: lease.epoch, reason: form.reason.trim(), destroyed: form.destroyed, second: { staffNo: form.staffNo.trim(), password: form.password } });
    setBusy(false);
    if (answer.ok) return onDone(answer.value);
    setForm({ ...form, password: '' });
    setRefused(sentence(answer.error));
  };
  useKeys([{ keys: 'Enter', label: leaseText.forceDo, when: 'always', run: () => void force() }]);
  return (
    <>
      <h2>{leaseText.forceTitle} · {lease.device} {leaseText.epoch(lease.epoch)}</h2>
      <p className="hint">{leaseText.forceHint}</p>
      <Field label={leaseText.reason} span={12} htmlFor="force-reason"><Input id="force-reason" autoFocus maxLength={200} value={form.reason} onChange={(event) => setForm({ ...form, reason: event.target.value })} /></Field>
      <Checkbox checked={form.destroyed} onChange={(event) => setForm({ ...form, destroyed: event.target.checked })}>{leaseText.destroyed}</Checkbox>
      <Field label={leaseText.second} span={12} htmlFor="force-staff-no"><Input id="force-staff-no" autoComplete="off" maxLength={20} value={form.staffNo} onChange={(event) => setForm({ ...form, staffNo: event.target.value })} /></Field>
      <Field label={leaseText.password} span={12} htmlFor="force-password"><Input.Password id="force-password" autoComplete="off" maxLength={200} value={form.password} onChange={(event) => setForm({ ...form, password: event.target.value })} /></Field>
      {refused ? <p role="alert"><StatusWord tone="error">{refused}</StatusWord></p> : null}
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={leaseText.forceDo} keys="Enter" busy={busy} disabled={!ready} onClick={() => void force()} /></div>
    </>
  );
}
