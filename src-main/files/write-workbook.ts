import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';

/** Text, or an amount in yuan with two decimals. What is empty is null. */
export type SheetCell = string | { readonly yuan: number } | null;

/** One sheet: a head row that stays in sight, and its rows. Widths are in characters. */
export type Sheet = { readonly name: string; readonly head: readonly string[]; readonly widths: readonly number[]; readonly rows: readonly (readonly SheetCell[])[] };

/** An XLSX workbook. Every text is stored as text: a name that begins like a formula stays a name. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer);
}

function worksheet({ head, widths, rows }: Sheet): WorkSheet {
  const cells: WorkSheet = {};
  [head, ...rows].forEach((row, at) => row.forEach((cell, column) => {
    if (cell !== null) cells[utils.encode_cell({ r: at, c: column })] = cellOf(cell);
  }));
  cells['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: Math.max(head.length, ...rows.map((row) => row.length)) - 1 } });
  cells['!cols'] = widths.map((wch) => ({ wch }));
  return cells;
}

const cellOf = (cell: NonNullable<SheetCell>): CellObject => (typeof cell === 'string' ? { t: 's', v: cell } : { t: 'n', v: cell.yuan, z: '0.00' });
