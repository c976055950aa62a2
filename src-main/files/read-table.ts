import { fail, type Result } from '#domain/result.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Table, TableLimits, TableRefusal } from './table.ts';

const starts = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte);

/** Reads CSV or XLSX by what the bytes are, whatever the file is called. Hostile bytes end in a refusal, never in a throw. */
export function readTable(bytes: Uint8Array, limits: TableLimits): Result<Table, TableRefusal> {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail({ code: 'old-workbook' });
  return starts(bytes, 0x50, 0x4b, 0x03, 0x04) ? readWorkbook(bytes, limits) : readCsv(bytes, limits);
}
