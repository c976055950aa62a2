import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { formText } from '../../text/routing.ts';
import { CountInput } from './count-input.tsx';
import type { PartProps } from './form-parts.ts';

/** Password, ceilings, ring-back and recording. */
export function FeatureList({ edit, wrong }: PartProps): ReactNode {
  const { form, editable } = edit;
  const put = (patch: Partial<RoutingForm>): void => edit.change({ ...form, ...patch });
  const tick = (field: 'passwordOn' | 'ringBack' | 'recording' | 'recordingNotice', label: string, patch: (on: boolean) => Partial<RoutingForm> = (on) => ({ [field]: on })): ReactNode =>
    <Checkbox id={field} checked={form[field]} disabled={!editable} onChange={(event) => { put(patch(event.target.checked)); edit.leave(); }}>{label}</Checkbox>;
  const cap = (field: 'concurrentCap' | 'monthlyCap'): ReactNode => (
    <span className="feature"><label htmlFor={field}>{formText[field]}</label><CountInput id={field} label={formText[field]} value={form[field]} most={10_000_000} empty={formText.noCap} status={wrong(field)} disabled={!editable} onRead={(count) => put({ [field]: count })} onLeave={edit.leave} /></span>
  );
  return (
    <div className="feature-list" role="group" aria-label={formText.features}>
      <span className="feature">{tick('passwordOn', formText.password)}<PasswordInput value={form.password} status={wrong('password')} disabled={!editable || !form.passwordOn} onType={(password) => put({ password })} onLeave={edit.leave} /></span>
      {cap('concurrentCap')}{cap('monthlyCap')}
      {tick('recording', formText.recording, (on) => ({ recording: on, recordingNotice: on }))}{tick('recordingNotice', formText.recordingNotice)}{tick('ringBack', formText.ringBack)}
    </div>
  );
}

/** Hidden unless shown on purpose: the counter's screen is seen by more than one pair of eyes. */
function PasswordInput({ value, status, disabled, onType, onLeave }: { readonly value: string; readonly status: '' | 'error' | 'warning'; readonly disabled: boolean; readonly onType: (value: string) => void; readonly onLeave: () => void }): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <>
      <Input id="password" size="small" className="password-input" type={shown ? 'text' : 'password'} inputMode="numeric" autoComplete="off" value={value} maxLength={20} disabled={disabled} aria-label={formText.passwordField} status={status} onChange={(event) => onType(event.target.value.normalize('NFKC'))} onBlur={onLeave} />
      <Button size="small" type="text" disabled={disabled || value === ''} onClick={() => setShown(!shown)}>{shown ? formText.hide : formText.show}</Button>
    </>
  );
}
