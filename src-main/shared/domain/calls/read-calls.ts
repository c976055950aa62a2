import { fail, ok, type Result } from '../result.ts';
import type { CallRecord } from '../tariff/usage.ts';
import { callColumns, type CallColumns } from './call-columns.ts';
import { callDuration, saysUnanswered } from './call-duration.ts';
import { areaCodeIn, callParty, type CallParty } from './call-party.ts';
import { callTime, clockTime } from './call-time.ts';

/** Most calls of one list. */
export const mostCalls = 100_000;
const errorsTold = 200;

/** A row that was not taken, counted from 1 in the file; `value` is what stands there, a telephone number shortened. */
export type CallRowProblem = { readonly row: number; readonly code: 'no-time' | 'no-duration' | 'no-caller' | 'bad-time' | 'bad-duration' | 'bad-caller'; readonly value: string };

/** The calls of a list in the order of their start, which columns they were read from, and what was left out. No number of a caller is among it. */
export type ReadCalls = {
  readonly calls: readonly CallRecord[];
  readonly columns: Readonly<Record<'time' | 'duration' | 'caller' | 'answered', string | null>>;
  readonly errors: readonly CallRowProblem[];
  readonly rejected: number;
};

/** Why a table is no call list. */
export type CallsRefusal = { readonly code: 'calls-columns'; readonly missing: readonly string[] } | { readonly code: 'calls-too-many' } | { readonly code: 'calls-none'; readonly rejected: number };

/** Reads a table of calls; `answeredArea` stands in where the list does not say which phone answered. */
export function readCalls(rows: readonly (readonly string[])[], answeredArea: string | null): Result<ReadCalls, CallsRefusal> {
  const columns = callColumns(rows);
  if ('missing' in columns) return fail({ code: 'calls-columns', missing: columns.missing });
  const read = rowReader(columns, answeredArea);
  const calls: CallRecord[] = [];
  const errors: CallRowProblem[] = [];
  let rejected = 0;
  for (let index = columns.firstRow; index < rows.length; index++) {
    const row = rows[index] ?? [];
    if (row.every((cell) => cell.trim() === '')) continue;
    const one = read(row);
    if ('at' in one) calls.push(one);
    else if (++rejected <= errorsTold) errors.push({ row: index + 1, ...one });
    if (calls.length > mostCalls) return fail({ code: 'calls-too-many' });
  }
  if (calls.length === 0) return fail({ code: 'calls-none', rejected });
  return ok({ calls: inOrder(calls), columns: namesOf(columns), errors, rejected });
}

type Problem = Omit<CallRowProblem, 'row'>;

function rowReader({ at, unit }: CallColumns, answeredArea: string | null): (row: readonly string[]) => CallRecord | Problem {
  const party = remembered(callParty);
  const cell = (row: readonly string[], column: number | undefined): string => (column === undefined ? '' : (row[column] ?? '').trim());
  return (row) => {
    const time = cell(row, at.time);
    const date = cell(row, at.date);
    const when = at.date === undefined ? callTime(time) : joined(date, at.time === undefined ? '0:00' : time);
    if (when === null) return time === '' && date === '' ? { code: 'no-time', value: '' } : { code: 'bad-time', value: shown(`${date} ${time}`.trim()) };
    const length = cell(row, at.duration);
    const seconds = callDuration(length, unit) ?? (saysUnanswered(length) || (length === '' && row.some(saysUnanswered)) ? 0 : null);
    if (seconds === null) return length === '' ? { code: 'no-duration', value: '' } : { code: 'bad-duration', value: shown(length) };
    const number = cell(row, at.caller);
    const caller = number === '' ? null : party(number);
    if (caller === null) return number === '' ? { code: 'no-caller', value: '' } : { code: 'bad-caller', value: shortened(number) };
    const answered = cell(row, at.answered);
    const landed = areaCodeIn(cell(row, at.answeredArea)) ?? (answered === '' ? null : (party(answered)?.area ?? null));
    return { at: when, seconds, line: caller.line, callerArea: caller.area ?? areaCodeIn(cell(row, at.callerArea)), answeredArea: landed ?? answeredArea };
  };
}

function joined(date: string, time: string): string | null {
  const day = callTime(date);
  const clock = clockTime(time);
  return day === null || clock === null ? null : `${day.slice(0, 10)}T${clock}`;
}

/** A list names the same numbers again and again, and reading one costs. */
function remembered(read: (text: string) => CallParty | null): (text: string) => CallParty | null {
  const known = new Map<string, CallParty | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

/** Columns may be shifted: a telephone number is told by its ends only, wherever it stands. */
const shown = (text: string): string => text.replace(/\d{7,}/g, (run) => `${run.slice(0, 3)}…${run.slice(-2)}`).slice(0, 40);
/** Enough to find the row again, too little to be a number. */
const shortened = (text: string): string => (text.replace(/\D/g, '').length < 7 ? shown(text) : `${text.slice(0, 3)}…${text.slice(-2)}`);

const inOrder = (calls: readonly CallRecord[]): readonly CallRecord[] => [...calls].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

function namesOf({ at, names }: CallColumns): ReadCalls['columns'] {
  const name = (column: number | undefined): string | null => (column === undefined ? null : (names[column] ?? null));
  const time = [name(at.date), name(at.time)].filter((each) => each !== null).join(' + ');
  return { time: time === '' ? null : time, duration: name(at.duration), caller: name(at.caller), answered: name(at.answered) };
}
