import { clockTime } from '../calls/call-time.ts';
import { fail, ok, type Result } from '../result.ts';
import { entryDigits, entryKey, typedEntry } from './list-entry.ts';
import type { ListEntry } from './routing-form.ts';

/** A row that was not taken, counted from 1 in the file. */
export type ListRowProblem = { readonly row: number; readonly code: 'empty' | 'malformed' | 'prefix-too-short' | 'bad-window' | 'twice'; readonly value: string };

/** The entries of a table in its order, which columns they were read from (null: not there), and what was left out. */
export type ReadList = {
  readonly entries: readonly ListEntry[];
  readonly rejected: number;
  readonly errors: readonly ListRowProblem[];
  readonly columns: Readonly<Record<Role, string | null>>;
};

type Role = 'pattern' | 'kind' | 'from' | 'to';
type Columns = { readonly at: Readonly<Partial<Record<Role, number>>>; readonly names: readonly string[]; readonly firstRow: number };
type Row = readonly string[];

const errorsTold = 200;
const headerRowsTried = 10;
const roles: readonly { readonly role: Role; readonly is: RegExp }[] = [
  { role: 'kind', is: /类型|种类|类别|方式|kind|type/ }, { role: 'from', is: /开始|起始|^从$|from|start/ }, { role: 'to', is: /结束|截止|^到$|^至$|^to$|until|end/ },
  { role: 'pattern', is: /号码|号段|主叫|电话|手机|区号|名单|number|phone|pattern/ },
];
const kinds: readonly { readonly kind: ListEntry['kind']; readonly is: RegExp }[] = [
  { kind: 'prefix', is: /号段|前缀|字头|prefix/ }, { kind: 'area-code', is: /区号|地区|area/ }, { kind: 'number', is: /号码|单个|number/ },
];

/** Reads a table of callers; more than `most` entries are refused, for nobody could have meant a part of them. */
export function readListTable(rows: readonly Row[], most: number): Result<ReadList, { readonly code: 'list-too-long' | 'list-none' }> {
  const columns = columnsOf(rows);
  const entries: ListEntry[] = [];
  const errors: ListRowProblem[] = [];
  const seen = new Set<string>();
  let rejected = 0;
  for (let index = columns.firstRow; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    if (row.every((cell) => cell.trim() === '')) continue;
    const read = readRow(row, columns.at);
    const said = 'entry' in read ? `${entryKey(read.entry)} ${read.entry.from ?? ''} ${read.entry.to ?? ''}` : '';
    if ('entry' in read && !seen.has(said)) {
      seen.add(said);
      entries.push(read.entry);
    } else {
      rejected += 1;
      if (errors.length < errorsTold) errors.push('entry' in read ? { row: index + 1, code: 'twice', value: read.entry.pattern } : { row: index + 1, ...read });
    }
    if (entries.length > most) return fail({ code: 'list-too-long' });
  }
  if (entries.length === 0) return fail({ code: 'list-none' });
  const name = (role: Role): string | null => (columns.at[role] === undefined ? null : (columns.names[columns.at[role]] ?? '') || `第 ${columns.at[role] + 1} 列`);
  return ok({ entries, rejected, errors, columns: { pattern: name('pattern'), kind: name('kind'), from: name('from'), to: name('to') } });
}

/** The line of names that knows most of the columns, the numbers' among them; without one the first column has the numbers. */
function columnsOf(rows: readonly Row[]): Columns {
  let best: Columns = { at: { pattern: 0 }, names: [], firstRow: 0 };
  for (const [index, row] of rows.slice(0, headerRowsTried).entries()) {
    const at = rolesIn(row);
    const better = best.firstRow === 0 || Object.keys(at).length > Object.keys(best.at).length;
    if (at.pattern !== undefined && better) best = { at, names: row.map((cell) => cell.trim()), firstRow: index + 1 };
  }
  return best;
}

function rolesIn(row: Row): Partial<Record<Role, number>> {
  const at: Partial<Record<Role, number>> = {};
  for (const { role, is } of roles) {
    const column = row.findIndex((cell, place) => is.test(cell.trim().toLowerCase()) && !/\d{3}/.test(cell) && !Object.values(at).includes(place));
    if (column >= 0) at[role] = column;
  }
  return at;
}

function readRow(row: Row, at: Columns['at']): { readonly entry: ListEntry } | Omit<ListRowProblem, 'row'> {
  const cell = (role: Role): string => (at[role] === undefined ? '' : (row[at[role]] ?? '').trim());
  const text = cell('pattern');
  if (text === '') return { code: 'empty', value: '' };
  const said = kinds.find(({ is }) => is.test(cell('kind').toLowerCase()))?.kind;
  const typed = typedEntry(text);
  const entry: ListEntry = said === undefined || typed.kind === 'prefix' ? guessed(typed) : { kind: said, pattern: typed.pattern };
  if (entryDigits(entry) === null) return { code: entry.kind === 'prefix' && /^\d{1,2}$/.test(entry.pattern) ? 'prefix-too-short' : 'malformed', value: shown(text) };
  const [fromText, toText] = [cell('from'), cell('to')];
  if (fromText === '' && toText === '') return { entry };
  const [from, to] = [clockOf(fromText), clockOf(toText)];
  return from === null || to === null || from === to || from === '24:00' ? { code: 'bad-window', value: `${fromText}–${toText}`.slice(0, 40) } : { entry: { ...entry, from, to } };
}

/** Digits that are too few for a number are the beginning of one; a workbook drops the 0 of an area code, but that cannot be told from a prefix. */
const guessed = (entry: ListEntry): ListEntry =>
  (entry.kind === 'number' && entryDigits(entry) === null && /^\d{3,7}$/.test(entry.pattern) ? { kind: 'prefix', pattern: entry.pattern } : entry);

/** `8:30`, `08:30:00`, `24:00`, or a workbook's part of a day. */
function clockOf(text: string): string | null {
  if (/^24[:：]00(?:[:：]00)?$/.test(text)) return '24:00';
  const part = /^0?\.\d+$/.test(text) || text === '0' ? Math.round(Number(text) * 1440) : null;
  if (part !== null) return `${String(Math.floor(part / 60) % 24).padStart(2, '0')}:${String(part % 60).padStart(2, '0')}`;
  return clockTime(text.replaceAll('：', ':'))?.slice(0, 5) ?? null;
}

/** Enough to find the row again. */
const shown = (text: string): string => text.slice(0, 40);
