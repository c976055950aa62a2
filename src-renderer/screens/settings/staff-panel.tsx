import { Input, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { StaffView } from '#contract/session.ts';
import { type Role, roles } from '#domain/staff/role.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useStaff } from '../../stores/session.ts';
import { roleName } from '../../text/frame.ts';
import { settingsText } from '../../text/settings.ts';
import { Field } from '../../ui/form/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { PanelProps } from './panel-props.ts';
import { PasswordDialog } from './password-dialog.tsx';

const empty = { staffNo: '', name: '', role: 'clerk' as Role, password: '' };

/** Who works here. Nobody is deleted: what they did stays under their name. */
export function StaffPanel({ onFailure }: PanelProps): ReactNode {
  const bridge = useBridge();
  const me = useStaff();
  const [staff, setStaff] = useState<readonly StaffView[]>([]);
  const [asked, setAsked] = useState<StaffView | null>(null);
  useEffect(() => {
    void bridge.invoke('staff/list', undefined).then((answer) => { if (answer.ok) setStaff(answer.value); else onFailure(answer.error); });
  }, [bridge, onFailure]);
  const setActive = async (one: StaffView): Promise<void> => {
    const answer = await bridge.invoke('staff/set-active', { staffNo: one.staffNo, active: !one.active });
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) setStaff(answer.value);
  };
  return (
    <Panel title={settingsText.staff}>
      <ul className="setting-rows staff-rows">
        {staff.map((one) => (
          <li key={one.staffNo}>
            <strong>{one.staffNo}</strong><span>{one.name}</span><span>{roleName[one.role]}</span>
            <StatusWord tone={one.active ? 'success' : 'quiet'}>{one.active ? settingsText.active : settingsText.inactive}</StatusWord>
            <span className="row-actions">
              <QuietButton small label={settingsText.newPassword} onClick={() => setAsked(one)} />
              {one.staffNo === me?.staffNo ? null : <QuietButton small label={one.active ? settingsText.disable : settingsText.enable} onClick={() => void setActive(one)} />}
            </span>
          </li>
        ))}
      </ul>
      <AddStaff onFailure={onFailure} onAdded={setStaff} />
      {asked ? <PasswordDialog staff={asked} onFailure={onFailure} onClose={() => setAsked(null)} /> : null}
    </Panel>
  );
}

function AddStaff({ onFailure, onAdded }: { readonly onFailure: PanelProps['onFailure']; readonly onAdded: (staff: readonly StaffView[]) => void }): ReactNode {
  const bridge = useBridge();
  const [form, setForm] = useState(empty);
  const ready = form.staffNo.trim() !== '' && form.name.trim() !== '' && form.password !== '';
  const add = async (): Promise<void> => {
    const answer = await bridge.invoke('staff/add', form);
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) { onAdded(answer.value); setForm(empty); }
  };
  return (
    <div className="form-grid add-staff">
      <Field label={settingsText.staffNo} span={2} htmlFor="new-staff-no"><Input id="new-staff-no" autoComplete="off" value={form.staffNo} onChange={(event) => setForm({ ...form, staffNo: event.target.value })} /></Field>
      <Field label={settingsText.name} span={2} htmlFor="new-staff-name"><Input id="new-staff-name" autoComplete="off" value={form.name} onChange={(event) => setForm({ ...form, name: event.target.value })} /></Field>
      <Field label={settingsText.role} span={3} htmlFor="new-staff-role"><Select<Role> id="new-staff-role" value={form.role} onChange={(role) => setForm({ ...form, role })} options={roles.map((value) => ({ value, label: roleName[value] }))} /></Field>
      <Field label={`${settingsText.password}（${settingsText.passwordHint}）`} span={3} htmlFor="new-staff-password"><Input id="new-staff-password" type="password" autoComplete="new-password" value={form.password} onChange={(event) => setForm({ ...form, password: event.target.value })} /></Field>
      <div className="field-end span-2"><QuietButton label={settingsText.add} disabled={!ready} onClick={() => void add()} /></div>
    </div>
  );
}
