import { fail, ok, type Result } from '#domain/result.ts';
import type { Table, TableLimits, TableRefusal } from './table.ts';

const delimiters = [',', '\t', ';'] as const;

/** Reads comma, tab or semicolon separated text in UTF-8 (with or without mark), UTF-16 with mark, or GB18030. Nothing is guessed from what a cell looks like. */
export function readCsv(bytes: Uint8Array, limits: TableLimits): Result<Table, TableRefusal> {
  const text = decode(bytes);
  if (text === null || text.includes('\u0000')) return fail({ code: 'unreadable' });
  return split(text, delimiterOf(text), limits);
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one, or none.
    }
  }
  return null;
}

/** The separator that most of the first lines have; a line of names with more of another does not outvote the rows under it. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/).slice(0, 30);
  const votes = delimiters.map((delimiter) => lines.filter((line) => line.includes(delimiter)).length);
  return delimiters[votes.indexOf(Math.max(...votes))] ?? ',';
}

/** RFC 4180 with its usual sins: bare quotes inside a cell stay, an unclosed quote ends with the file. */
function split(text: string, delimiter: string, { rows: most, columns }: TableLimits): Result<Table, TableRefusal> {
  const table: string[][] = [];
  let row: string[] = [];
  const take = (cell: string): void => {
    if (row.length < columns) row.push(cell);
  };
  let at = 0;
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quoted(text, at) : { cell: '', next: at };
    const end = endOfCell(text, next, delimiter);
    take(cell + text.slice(next, end));
    at = end + 1;
    const ended = end >= text.length;
    if (!ended && text[end] === delimiter) {
      if (at === text.length) take('');
      if (at < text.length) continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    table.push(row);
    if (table.length > most) return fail({ code: 'too-many-rows' });
    row = [];
  }
  return ok(table);
}

function quoted(text: string, from: number): { readonly cell: string; readonly next: number } {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { cell: cell + text.slice(at), next: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, next: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
