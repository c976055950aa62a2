import { read, SSF, type CellObject, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { fail, ok, type Result } from '#domain/result.ts';
import { checkZip } from './check-zip.ts';
import type { Table, TableLimits, TableRefusal } from './table.ts';

/** Sheets that are looked into for the first one with cells. */
const sheetsTried = 8;
/** Days between the two epochs of a workbook's dates. */
const days1904 = 1462;
const daySeconds = 86_400;

/** Reads the first sheet of an XLSX workbook that has cells; dates and times as text, everything else as it is stored. */
export function readWorkbook(bytes: Uint8Array, limits: TableLimits): Result<Table, TableRefusal> {
  const zip = checkZip(bytes, limits.unpackedBytes);
  if (zip !== 'sound') return fail({ code: zip === 'damaged' ? 'unreadable' : 'packed-too-large' });
  const names = open(bytes, { bookSheets: true })?.SheetNames ?? [];
  for (const index of names.slice(0, sheetsTried).keys()) {
    const book = open(bytes, { sheets: [index], sheetRows: limits.rows + 1 });
    if (book === null) return fail({ code: 'unreadable' });
    const table = tableOf(book, names[index] ?? '', limits);
    if (table.length > limits.rows) return fail({ code: 'too-many-rows' });
    if (table.length > 0) return ok(table);
  }
  return names.length === 0 ? fail({ code: 'unreadable' }) : ok([]);
}

function open(bytes: Uint8Array, options: ParsingOptions): WorkBook | null {
  try {
    // Whatever a hostile workbook breaks in the parser is thrown out of it: to the caller it is no workbook.
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false, cellText: false, cellFormula: false, ...options });
  } catch {
    return null;
  }
}

function tableOf(book: WorkBook, name: string, { columns }: TableLimits): Table {
  const rows = book.Sheets[name]?.['!data'] ?? [];
  const shift = book.Workbook?.WBProps?.date1904 ? days1904 : 0;
  return Array.from(rows, (row) => Array.from((row ?? []).slice(0, columns), (cell) => textOf(cell, shift)));
}

function textOf(cell: CellObject | undefined, shift: number): string {
  if (cell === undefined || cell.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
  if (typeof cell.v !== 'number') return String(cell.v);
  return typeof cell.z === 'string' && SSF.is_date(cell.z) ? momentText(cell.v, cell.z, shift) : String(cell.v);
}

/** A serial as its format shows it: a day with its time, or a time of day alone. */
function momentText(serial: number, format: string, shift: number): string {
  const seconds = Math.round(serial * daySeconds);
  if (!Number.isSafeInteger(seconds) || seconds < 0) return String(serial);
  const onlyTime = !/[yd年日]/i.test(format);
  if (onlyTime) return /s|秒/i.test(format) ? clock(seconds) : clock(seconds).slice(0, -3);
  const at = new Date(Date.UTC(1899, 11, 30) + seconds * 1000 + shift * daySeconds * 1000);
  return Number.isNaN(at.getTime()) ? String(serial) : at.toISOString().slice(0, 19).replace('T', ' ');
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
