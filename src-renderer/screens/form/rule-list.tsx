import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Rule } from '#domain/routing/routing-form.ts';
import { weekdayWords } from '#domain/routing/words/time-words.ts';
import { dayKinds, formText, lineKinds } from '../../text/routing.ts';
import { weekdayNames } from '../../text/wall-clock.ts';
import { ClockInput } from './clock-input.tsx';
import { changeRule, moveRule, removeRule } from './edit-form.ts';
import { options, type PartProps } from './form-parts.ts';
import { GoalSelect } from './goal-select.tsx';
import { readDates, writeDates } from './read-dates.ts';
import { RegionSelect } from './region-select.tsx';

/** The rules in their order, and where all other calls go. */
export function RuleList(part: PartProps): ReactNode {
  const { edit } = part;
  const { form } = edit;
  return (
    <ol id="rules" tabIndex={-1} className="rule-list">
      {form.rules.map((rule, index) => <RuleRow key={rule.id} rule={rule} number={index + 1} {...part} />)}
      <li className="rule-row" data-otherwise="true">
        <span className="rule-no">{form.rules.length + 1}</span>
        <strong>{formText.otherwise}</strong><span className="hint">{form.rules.length === 0 ? '任何时间、任何来电' : formText.otherwiseHint}</span>
        <span className="rule-goal"><span className="hint">{formText.goesTo}</span><GoalSelect {...part} id="otherwise" label={`${formText.otherwise} ${formText.goesTo}`} value={form.otherwise} onPick={(otherwise) => edit.change({ ...form, otherwise })} /></span>
      </li>
    </ol>
  );
}

/** A holiday is a whole day unless hours were typed. */
const wholeDay = { from: '00:00', to: '24:00' } as const;

function RuleRow({ rule, number, ...part }: PartProps & { readonly rule: Rule; readonly number: number }): ReactNode {
  const { edit, wrong, regions } = part;
  const { form, editable } = edit;
  const put = (patch: Partial<Rule>): void => edit.change(changeRule(form, rule.id, patch));
  const at = (field: string): string => `rules-${rule.id}-${field}`;
  const move = (step: -1 | 1): void => { edit.change(moveRule(form, rule.id, step)); edit.leave(); };
  return (
    <li className="rule-row" onKeyDown={(event) => {
      const step = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : null;
      if (step === null || !editable) return;
      event.preventDefault();
      move(step);
    }}>
      <span className="rule-no">{number}</span>
      <Input id={at('name')} size="small" value={rule.name} maxLength={40} disabled={!editable} aria-label={formText.ruleName} placeholder={formText.ruleName} status={wrong(at('name'))} onChange={(event) => put({ name: event.target.value })} onBlur={edit.leave} />
      <Select id={at('days')} size="small" value={rule.days} disabled={!editable} aria-label={`${rule.name} ${formText.days}`} options={options(dayKinds)} onChange={(days) => put({ days, ...(days === 'holidays' && rule.from === '09:00' && rule.to === '18:00' ? wholeDay : {}) })} onBlur={edit.leave} />
      <DayFields rule={rule} put={put} {...part} />
      <span className="rule-clock">
        <ClockInput id={at('from')} label={`${rule.name} ${formText.from}`} value={rule.from} status={wrong(at('from'))} disabled={!editable} onRead={(from) => put({ from })} onLeave={edit.leave} />
        <span className="hint">{formText.to}</span>
        <ClockInput id={at('to')} label={`${rule.name} ${formText.to}`} value={rule.to} status={wrong(at('to'))} disabled={!editable} onRead={(to) => put({ to })} onLeave={edit.leave} />
      </span>
      <span className="rule-tools">
        <Button size="small" type="text" icon={<ArrowUpOutlined />} disabled={!editable || number === 1} aria-label={`${formText.up} ${rule.name}`} onClick={() => move(-1)} />
        <Button size="small" type="text" icon={<ArrowDownOutlined />} disabled={!editable || number === form.rules.length} aria-label={`${formText.down} ${rule.name}`} onClick={() => move(1)} />
        <Button size="small" type="text" icon={<DeleteOutlined />} disabled={!editable} aria-label={`${formText.remove} ${rule.name}`} onClick={() => { edit.change(removeRule(form, rule.id)); edit.leave(); }} />
      </span>
      <span className="rule-callers">
        <RegionSelect id={at('regions')} label={`${rule.name} ${formText.regions}`} value={rule.regions} placeholder={formText.everywhere} regions={regions} disabled={!editable} status={wrong(at('regions'))} onPick={(keys) => put({ regions: keys })} onLeave={edit.leave} />
        <Select id={at('lineKind')} size="small" value={rule.lineKind} disabled={!editable} aria-label={`${rule.name} ${formText.lineKind}`} options={options(lineKinds)} onChange={(lineKind) => put({ lineKind })} onBlur={edit.leave} />
      </span>
      <span className="rule-goal"><span className="hint">{formText.goesTo}</span><GoalSelect {...part} id={at('goal')} label={`${rule.name} ${formText.goesTo}`} value={rule.goal} onPick={(goal) => put({ goal })} /></span>
    </li>
  );
}

/** Weekdays as seven buttons, spans of dates as text; other kinds of days need nothing more. */
function DayFields({ rule, put, edit, wrong }: PartProps & { readonly rule: Rule; readonly put: (patch: Partial<Rule>) => void }): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const at = (field: string): string => `rules-${rule.id}-${field}`;
  const { editable } = edit;
  if (rule.days === 'dates') {
    return (
      <Input id={at('dates')} size="small" value={text ?? writeDates(rule.dates)} disabled={!editable} aria-label={`${rule.name} ${formText.dates}`} placeholder={formText.datesHint} status={wrong(at('dates'))}
        onChange={(event) => { setText(event.target.value); put({ dates: readDates(event.target.value, new Date().getFullYear()) }); }} onBlur={() => { setText(null); edit.leave(); }} />
    );
  }
  if (rule.days !== 'weekdays') return <span />;
  const toggle = (day: number): void => put({ weekdays: rule.weekdays.includes(day) ? rule.weekdays.filter((each) => each !== day) : [...rule.weekdays, day].toSorted((a, b) => a - b) });
  return (
    <span className="day-toggles" role="group" aria-label={`${rule.name} ${formText.weekdays} ${weekdayWords(rule.weekdays)}`}>
      {weekdayNames.map((name, index) => (
        <button key={name} id={index === 0 ? at('weekdays') : undefined} type="button" className="day-toggle" disabled={!editable} aria-pressed={rule.weekdays.includes(index + 1)} aria-label={name} onClick={() => toggle(index + 1)} onBlur={edit.leave}>{name.slice(1)}</button>
      ))}
    </span>
  );
}
