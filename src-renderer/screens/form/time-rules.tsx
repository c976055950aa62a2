import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { TimeRule } from '#domain/routing/routing-form.ts';
import { formText, weekdaysText } from '../../text/routing.ts';
import { weekdayNames } from '../../text/wall-clock.ts';
import { changeTimeRule, removeTimeRule } from './edit-form.ts';
import { goalOptions, type PartProps } from './form-parts.ts';
import { readClock } from './read-clock.ts';

/** Weekly windows, and where all other calls go. */
export function TimeRules({ edit, wrong }: PartProps): ReactNode {
  const { form, editable } = edit;
  return (
    <ul id="timeRules" tabIndex={-1} className="time-rules">
      {form.timeRules.map((rule) => <RuleRow key={rule.id} rule={rule} edit={edit} wrong={wrong} />)}
      <li className="time-rule" data-default="true">
        <strong>{formText.otherwise}</strong>
        <span className="hint">{form.timeRules.length === 0 ? '每天全天' : ''}</span>
        <Select id="defaultGroupId" size="small" value={form.defaultGroupId === '' ? undefined : form.defaultGroupId} disabled={!editable} placeholder={formText.goesTo} aria-label={`${formText.otherwise} ${formText.goesTo}`} status={wrong('defaultGroupId')}
          options={goalOptions(form)} onChange={(defaultGroupId: string) => edit.change({ ...form, defaultGroupId })} onBlur={edit.leave} />
      </li>
    </ul>
  );
}

function RuleRow({ rule, edit, wrong }: PartProps & { readonly rule: TimeRule }): ReactNode {
  const { form, editable } = edit;
  const put = (patch: Partial<TimeRule>): void => edit.change(changeTimeRule(form, rule.id, patch));
  const at = (field: string): string => `timeRules-${rule.id}-${field}`;
  const toggle = (day: number): void => put({ weekdays: rule.weekdays.includes(day) ? rule.weekdays.filter((each) => each !== day) : [...rule.weekdays, day].sort((a, b) => a - b) });
  return (
    <li className="time-rule">
      <Input id={at('name')} size="small" value={rule.name} maxLength={40} disabled={!editable} aria-label={formText.timeName} status={wrong(at('name'))} onChange={(event) => put({ name: event.target.value })} onBlur={edit.leave} />
      <span className="day-toggles" role="group" aria-label={`${rule.name} ${formText.weekdays} ${weekdaysText(rule.weekdays)}`}>
        {weekdayNames.map((name, index) => (
          <button key={name} id={index === 0 ? at('weekdays') : undefined} type="button" className="day-toggle" disabled={!editable} aria-pressed={rule.weekdays.includes(index + 1)} aria-label={name} onClick={() => toggle(index + 1)} onBlur={edit.leave}>{name.slice(1)}</button>
        ))}
      </span>
      <ClockInput id={at('from')} label={`${rule.name} ${formText.from}`} value={rule.from} status={wrong(at('from'))} disabled={!editable} onRead={(from) => put({ from })} onLeave={edit.leave} />
      <span className="hint">{formText.to}</span>
      <ClockInput id={at('to')} label={`${rule.name} ${formText.to}`} value={rule.to} status={wrong(at('to'))} disabled={!editable} onRead={(to) => put({ to })} onLeave={edit.leave} />
      <Select id={at('groupId')} size="small" value={rule.groupId === '' ? undefined : rule.groupId} disabled={!editable} placeholder={formText.goesTo} aria-label={`${rule.name} ${formText.goesTo}`} status={wrong(at('groupId'))}
        options={goalOptions(form)} onChange={(groupId: string) => put({ groupId })} onBlur={edit.leave} />
      <Button size="small" type="text" icon={<DeleteOutlined />} disabled={!editable} aria-label={`${formText.remove} ${rule.name}`} onClick={() => { edit.change(removeTimeRule(form, rule.id)); edit.leave(); }} />
    </li>
  );
}

/** A time is taken when it can be read; until then it stays as typed, in red, and the old one holds. */
function ClockInput({ id, label, value, status, disabled, onRead, onLeave }: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly status: '' | 'error' | 'warning';
  readonly disabled: boolean;
  readonly onRead: (clock: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const clock = text === null ? value : readClock(text);
  const type = (next: string): void => {
    setText(next);
    const read = readClock(next);
    if (read !== null && read !== value) onRead(read);
  };
  const leave = (): void => {
    if (clock !== null) setText(null);
    onLeave();
  };
  return <Input id={id} size="small" className="clock-input" value={text ?? value} maxLength={6} disabled={disabled} aria-label={label} aria-invalid={clock === null} status={clock === null ? 'error' : status} onChange={(event) => type(event.target.value)} onBlur={leave} />;
}
