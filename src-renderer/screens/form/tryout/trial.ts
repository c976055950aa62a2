import type { Dispatch, SetStateAction } from 'react';
import { addDays, type PlainDate, type Weekday, weekdayOf } from '#domain/calendar/plain-date.ts';
import type { Caller } from '#domain/routing/caller.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { RoutingContext } from '#domain/routing/routing-problem.ts';
import type { TestCall } from '#domain/routing/test-call.ts';
import type { TestCallSetup } from '#domain/routing/test-calls/run-test-call.ts';
import type { RoutingEdit } from '../use-routing-form.ts';

/** What is being tried; null: not chosen yet, the usual stands in. */
export type Trial = {
  readonly callerText: string;
  readonly caller: Caller | null;
  readonly date: PlainDate | null;
  readonly minute: number;
  readonly busy: readonly string[];
  readonly silent: readonly string[];
  readonly keys: string;
  readonly knowsPassword: boolean;
};

/** What every part of the tryout is given. */
export type TryoutProps = {
  readonly edit: RoutingEdit;
  readonly context: RoutingContext;
  readonly trial: Trial;
  readonly onTrial: Dispatch<SetStateAction<Trial>>;
  readonly onJump: (fieldId: string) => void;
};

export const noTrial: Trial = { callerText: '', caller: null, date: null, minute: 615, busy: [], silent: [], keys: '', knowsPassword: true };

/** A landline of the capital stands in until a caller is chosen. */
const usualCaller: Caller = { digits: '', lineKind: 'landline', areaCode: '010', city: '110000', province: '110000' };

/** A trial as a test call; phones that left the form are not marked. */
export function setupOf(form: RoutingForm, trial: Trial, { today, usualText }: { readonly today: PlainDate; readonly usualText: string }): TestCallSetup {
  const known = (ids: readonly string[]): readonly string[] => ids.filter((id) => form.destinations.some((phone) => phone.id === id));
  return {
    callerText: trial.caller === null ? usualText : trial.callerText, caller: trial.caller ?? usualCaller, date: trial.date ?? nextWorkday(today), time: clockText(trial.minute), busy: known(trial.busy), silent: known(trial.silent),
    keys: [...trial.keys].map((key) => (key === '-' ? null : key)), knowsPassword: trial.knowsPassword,
  };
}

/** A test call put back into the simulator. */
export const trialOf = ({ callerText, caller, date, time, busy, silent, keys, knowsPassword }: TestCall): Trial =>
  ({ callerText, caller, date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), busy, silent, keys: keys.map((key) => key ?? '-').join(''), knowsPassword });

/** The next day that is no Saturday or Sunday. */
function nextWorkday(today: PlainDate): PlainDate {
  const next = addDays(today, 1);
  return weekdayOf(next) <= 5 ? next : nextWorkday(next);
}

/** The day of that weekday in the week of a date. */
export const dayOfWeek = (date: PlainDate, weekday: Weekday): PlainDate => addDays(date, weekday - weekdayOf(date));

export const clockText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The week strip by keys: ← → an hour, ↑ ↓ a day; over the edge of a day it goes on in the next one. */
export function moved({ date, minute }: { readonly date: PlainDate; readonly minute: number }, key: string): { readonly date: PlainDate; readonly minute: number } {
  if (key === 'ArrowUp' || key === 'ArrowDown') return { date: addDays(date, key === 'ArrowUp' ? -1 : 1), minute };
  const next = minute + (key === 'ArrowLeft' ? -60 : 60);
  return { date: addDays(date, Math.floor(next / 1440)), minute: ((next % 1440) + 1440) % 1440 };
}
