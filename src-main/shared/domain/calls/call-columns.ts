import { clockTime, callTime } from './call-time.ts';
import { callDuration, saysUnanswered, unitOf, type DurationUnit } from './call-duration.ts';
import { callParty } from './call-party.ts';

/** A column that a call is read from. `date` stands beside `time` where a list splits them. */
export type CallRole = 'time' | 'date' | 'duration' | 'caller' | 'answered' | 'callerArea' | 'answeredArea';

/** Where in the table which value stands; `firstRow` is the first row under the names. */
export type CallColumns = {
  readonly at: Readonly<Partial<Record<CallRole, number>>>;
  readonly names: readonly string[];
  readonly firstRow: number;
  readonly unit: DurationUnit;
};

type Rows = readonly (readonly string[])[];
type Rule = { readonly role: CallRole; readonly is: RegExp; readonly not?: RegExp };

/** Names of columns as carriers and switchboards write them, the surest first. A name that says a length is never a moment. */
const rules: readonly Rule[] = [
  { role: 'duration', is: /时长|秒数|计费分钟|分钟数|通话(?:秒|分钟)|时间[（(]?(?:秒|分钟?)|duration|billsec|seconds|talktime|^(?:分:秒|时:分:秒|mm:ss|hh:mm:ss)$/, not: /振铃|等待|排队|ring|wait/ },
  { role: 'answeredArea', is: /(?:被叫|接听|落地|应答).*(?:归属|区号|地区)|calledarea/ },
  { role: 'callerArea', is: /归属地?|区号|areacode|callerarea/, not: /被叫|接听|落地/ },
  { role: 'time', is: /(?:开始|起始|呼叫|呼入|来电|接通|接听|应答|通话)(?:日期)?时间|日期时间|start(?:ed)?(?:at|time)?$|calltime|datetime|calldate|timestamp/, not: /结束|end/ },
  { role: 'time', is: /^(?:时间|时刻|time)$/ },
  { role: 'date', is: /^(?:通话|呼叫|来电|开始)?日期$|^date$/ },
  { role: 'caller', is: /主叫|来电(?:号码|电话)?$|对方号码|客户号码|客户电话|caller|calling|^(?:from|ani|src|source)$/, not: /归属|区号/ },
  { role: 'duration', is: /^通话时间$/ },
  { role: 'answered', is: /被叫|接听(?:号码|电话)|落地|应答号码|目的号码|callee|called|destination|answeredby|^(?:to|dst|dnis)$/, not: /归属|区号/ },
];

const headerRowsTried = 30;
const sampled = 60;
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

const needed = ['time', 'duration', 'caller'] as const;
type Needed = (typeof needed)[number];

/** Finds the columns by their names, else by what stands in them; the roles that were not found are told. */
export function callColumns(rows: Rows): CallColumns | { readonly missing: readonly Needed[] } {
  const found = byNames(rows) ?? byShape(rows);
  const missing = missingIn(found.at);
  if (missing.length === 0) return found;
  // Of what a line of names lacks, as little as possible is told.
  const named = rows.slice(0, headerRowsTried).map((row, index) => missingIn(rolesOf(row, rows.slice(index + 1, index + 1 + sampled))));
  return { missing: [missing, ...named].reduce((least, each) => (each.length < least.length ? each : least)) };
}

const missingIn = (at: CallColumns['at']): readonly Needed[] => needed.filter((role) => at[role] === undefined && !(role === 'time' && at.date !== undefined));

function byNames(rows: Rows): CallColumns | null {
  for (const [index, row] of rows.slice(0, headerRowsTried).entries()) {
    const at = rolesOf(row, rows.slice(index + 1, index + 1 + sampled));
    const known = [at.time ?? at.date, at.duration, at.caller].filter((column) => column !== undefined).length;
    if (known >= 2) return { at, names: row.map((name) => name.trim()), firstRow: index + 1, unit: unitOf(row[at.duration ?? -1] ?? '') };
  }
  return null;
}

function rolesOf(row: readonly string[], under: Rows): CallColumns['at'] {
  const at: Partial<Record<CallRole, number>> = {};
  const taken = new Set<number>();
  for (const { role, is, not } of rules) {
    if (at[role] !== undefined) continue;
    const named = [...row.keys()].filter((index) => !taken.has(index) && is.test(plain(row[index] ?? '')) && !(not?.test(plain(row[index] ?? '')) ?? false));
    // 通话时间 is the start in one list and the length in another: what stands under it decides.
    const column = named.find((index) => holds(role, index, under)) ?? named[0];
    if (column === undefined) continue;
    at[role] = column;
    taken.add(column);
  }
  return at;
}

function holds(role: CallRole, column: number, under: Rows): boolean {
  const cells = under.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '' && !saysUnanswered(cell));
  const is = role === 'time' ? (cell: string) => callTime(cell) !== null || clockTime(cell) !== null : role === 'duration' ? (cell: string) => callDuration(cell, 'seconds') !== null : () => true;
  return cells.filter(is).length * 2 > cells.length;
}

/** Without names: moments, then numbers of telephones (the first one called), then lengths. */
function byShape(rows: Rows): CallColumns {
  const sample = rows.filter((row) => row.some((cell) => cell.trim() !== '')).slice(0, sampled);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const mostly = (is: (cell: string) => boolean) => (column: number): boolean => {
    const cells = sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '' && !saysUnanswered(cell));
    return cells.length > 0 && cells.filter(is).length >= cells.length * 0.8;
  };
  const moments = columns.filter(mostly((cell) => callTime(cell) !== null));
  const time = moments.find(mostly((cell) => /\D\d{1,2}[:：时]|^\d{5}\.\d|^\d{12,14}$/.test(cell))) ?? moments[0];
  const phones = columns.filter((column) => column !== time && mostly((cell) => cell.replace(/\D/g, '').length >= 7 && callParty(cell) !== null)(column));
  const clocks = columns.filter((column) => column !== time && !phones.includes(column) && mostly((cell) => callDuration(cell, 'seconds') !== null)(column));
  const date = time !== undefined && mostly((cell) => callTime(cell)?.endsWith('T00:00:00') ?? false)(time) ? time : undefined;
  const clockColumn = date === undefined ? undefined : clocks.find(mostly((cell) => /:\d{2}:/.test(cell) && clockTime(cell) !== null));
  const duration = clocks.find((column) => column !== clockColumn);
  const at: CallColumns['at'] = {
    ...(time !== undefined && (clockColumn === undefined ? { time } : { date: time, time: clockColumn })), ...(duration !== undefined && { duration }),
    ...(phones[0] !== undefined && { caller: phones[0] }), ...(phones[1] !== undefined && { answered: phones[1] }),
  };
  return { at, names: columns.map(columnLetter), firstRow: 0, unit: 'seconds' };
}

/** A, B … Z, AA: how spreadsheets call a column that has no name. */
const columnLetter = (column: number): string => (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));
