import { Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { holidayName } from '#domain/calendar/holiday-name.ts';
import { isPlainDate, weekdayOf, type Weekday } from '#domain/calendar/plain-date.ts';
import { dayFacts } from '#domain/routing/call-moment.ts';
import type { TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { weekdayNames } from '../../../text/wall-clock.ts';
import { ClockInput } from '../clock-input.tsx';
import { clockText, dayOfWeek, moved, type TryoutProps } from './trial.ts';

/** A week of hours: one cell an hour, by keys or by a click; the date and minute stand beside it. */
export function WeekStrip({ trial, onTrial, setup, context }: TryoutProps & { readonly setup: TestCallSetup }): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const { date } = setup;
  const weekday = weekdayOf(date);
  const hour = Math.floor(trial.minute / 60);
  const put = (next: { readonly date: string; readonly minute: number }): void => onTrial({ ...trial, ...next });
  const onKey = (event: KeyboardEvent): void => {
    if (!event.key.startsWith('Arrow') || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    put(moved({ date, minute: trial.minute }, event.key));
  };
  return (
    <div className="sim-time">
      <div className="sim-line">
        <label htmlFor="trial-date">{tryText.time}</label>
        <Input id="trial-date" size="small" value={text ?? date} maxLength={10} aria-label={tryText.date} status={text !== null && !isPlainDate(text) ? 'error' : ''} onChange={(event) => { setText(event.target.value); if (isPlainDate(event.target.value)) put({ date: event.target.value, minute: trial.minute }); }} onBlur={() => setText(null)} />
        <ClockInput id="trial-clock" label={tryText.time} value={clockText(trial.minute)} status="" disabled={false} onRead={(clock) => put({ date, minute: (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) % 1440 })} onLeave={() => undefined} />
        <span className="hint">{weekdayNames[weekday - 1]}　{dayWord(date, context)}</span>
      </div>
      <div className="week-strip" role="slider" tabIndex={0} aria-label={`${tryText.week}，${tryText.weekHint}`} aria-valuemin={0} aria-valuemax={167} aria-valuenow={(weekday - 1) * 24 + hour} aria-valuetext={`${weekdayNames[weekday - 1]} ${clockText(trial.minute)}`} title={tryText.weekHint} onKeyDown={onKey}>
        {weekdayNames.map((name, index) => (
          <div key={name} className="week-day" data-on={index + 1 === weekday}>
            <span>{name.slice(1)}</span>
            <div className="week-hours" onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              put({ date: dayOfWeek(date, (index + 1) as Weekday), minute: Math.min(23, Math.floor(((event.clientX - box.left) / box.width) * 24)) * 60 });
            }}>{index + 1 === weekday ? <i style={{ left: `${(trial.minute / 1440) * 100}%` }} /> : null}</div>
          </div>
        ))}
      </div>
    </div>
  );
}

/** 工作日, 国庆节, 调休上班, 预计. */
function dayWord(date: string, { calendar }: TryoutProps['context']): string {
  const { work, holiday, makeUp, announced } = dayFacts(date, calendar);
  const word = makeUp ? tryText.makeUp : holiday ? tryText.holiday(holidayName(date) ?? '') : work ? tryText.workday : tryText.rest;
  return announced ? word : `${word}（${tryText.expected}）`;
}
