import { DatePicker, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type ReactNode, useEffect, useState } from 'react';
import type { Delegation } from '#contract/approval.ts';
import { useBridge } from '../../../stores/bridge-context.ts';
import { useStaff } from '../../../stores/session.ts';
import { settingsText } from '../../../text/settings.ts';
import { Field } from '../../../ui/form/field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import type { PanelProps } from '../panel-props.ts';

const empty = { toStaffNo: '', until: null as Dayjs | null, reason: '' };

/** A supervisor's days off: another supervisor decides in their name, and the record says so. */
export function DelegationPanel({ onFailure }: Pick<PanelProps, 'onFailure'>): ReactNode {
  const bridge = useBridge();
  const me = useStaff();
  const [rows, setRows] = useState<readonly Delegation[]>([]);
  const [form, setForm] = useState(empty);
  useEffect(() => {
    void bridge.invoke('approval/delegates', undefined).then((answer) => { if (answer.ok) setRows(answer.value); });
  }, [bridge]);
  const add = async (): Promise<void> => {
    const answer = await bridge.invoke('approval/delegate', { toStaffNo: form.toStaffNo.trim(), until: form.until?.format('YYYY-MM-DD') ?? '', reason: form.reason.trim() });
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) { setRows(answer.value); setForm(empty); }
  };
  const end = async (delegationId: string): Promise<void> => {
    const answer = await bridge.invoke('approval/end-delegation', { delegationId });
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) setRows(answer.value);
  };
  const past = form.until?.isBefore(dayjs(), 'day') === true;
  const ready = form.toStaffNo.trim() !== '' && form.until !== null && !past && form.reason.trim() !== '';
  return (
    <Panel title={settingsText.delegation}>
      <p className="hint">{settingsText.delegationHint}</p>
      <ul className="setting-rows">
        {rows.map((row) => (
          <li key={row.delegationId}>
            <span>{settingsText.delegatedLine(row.from, row.to, row.until)} <span className="hint">{row.reason}</span></span>
            <StatusWord tone={row.endedAt ? 'quiet' : 'success'}>{row.endedAt ? settingsText.ended : settingsText.trusted}</StatusWord>
            {!row.endedAt && row.from === me?.staffNo ? <QuietButton small label={settingsText.endDelegation} onClick={() => void end(row.delegationId)} /> : <span />}
          </li>
        ))}
      </ul>
      <div className="form-grid add-staff">
        <Field label={settingsText.delegateTo} span={3} htmlFor="delegate-to"><Input id="delegate-to" autoComplete="off" maxLength={20} value={form.toStaffNo} onChange={(event) => setForm({ ...form, toStaffNo: event.target.value })} /></Field>
        <Field label={settingsText.delegateUntil} span={3} htmlFor="delegate-until" message={past ? settingsText.untilPast : undefined}><DatePicker id="delegate-until" value={form.until} onChange={(until) => setForm({ ...form, until })} /></Field>
        <Field label={settingsText.delegateReason} span={4} htmlFor="delegate-reason"><Input id="delegate-reason" maxLength={200} value={form.reason} onChange={(event) => setForm({ ...form, reason: event.target.value })} /></Field>
        <div className="field-end span-2"><QuietButton label={settingsText.delegate} disabled={!ready} onClick={() => void add()} /></div>
      </div>
    </Panel>
  );
}
