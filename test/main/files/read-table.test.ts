import { deflateRawSync } from 'node:zlib';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { array, assert as holds, constantFrom, nat, oneof, property, string, tuple, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { readCalls } from '#domain/calls/read-calls.ts';
import { readTable } from '../../../src-main/files/read-table.ts';

const limits = { rows: 1000, columns: 20, unpackedBytes: 5_000_000 };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const names = [['主叫', '时间'], ['139', '10:00']];

function workbook(sheets: readonly WorkSheet[]): Uint8Array {
  const book = utils.book_new();
  sheets.forEach((sheet, index) => utils.book_append_sheet(book, sheet, `s${index}`));
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

test.each([
  ['comma', bytesOf('主叫,时间\r\n139,10:00\r\n')], ['tab', bytesOf('主叫\t时间\n139\t10:00')], ['semicolon', bytesOf('主叫;时间\r139;10:00')], ['marked', bytesOf('\ufeff主叫,时间\n139,10:00\n')],
  ['UTF-16', new Uint8Array(Buffer.from('\ufeff主叫\t时间\n139\t10:00', 'utf16le'))],
  ['GB18030', new Uint8Array([0xd6, 0xf7, 0xbd, 0xd0, 0x2c, 0xca, 0xb1, 0xbc, 0xe4, 0x0a, ...bytesOf('139,10:00')])],
])('reads %s text', (_, bytes) => expect(readTable(bytes, limits)).toEqual({ ok: true, value: names }));

test('quotes hold separators, line ends and quotes; a separator at the end makes a cell', () =>
  expect(readTable(bytesOf('"a,1","b\n2","c""3"\nd,,\n'), limits)).toEqual({ ok: true, value: [['a,1', 'b\n2', 'c"3'], ['d', '', '']] }));

test('a workbook gives its first sheet that has cells, dates and times as they are shown', () => {
  const sheet = utils.aoa_to_sheet([['号码', '开始', '时长', '秒'], [13901002748, 46289.420219907406, 65 / 86_400, 65], ['01059206601', 46289, 0.2, true]]);
  const format = (cell: string, z: string): void => void Object.assign(sheet[cell] as object, { z });
  format('B2', 'yyyy/m/d h:mm:ss'); format('C2', '[h]:mm:ss'); format('B3', 'yyyy"年"m"月"d"日"'); format('C3', 'h:mm');
  expect(readTable(workbook([{ '!ref': 'A1' }, sheet]), limits)).toEqual({
    ok: true, value: [['号码', '开始', '时长', '秒'], ['13901002748', '2026-09-24 10:05:07', '00:01:05', '65'], ['01059206601', '2026-09-24 00:00:00', '04:48', 'true']],
  });
});

test('refuses what is larger than it may be, and what is no table', () => {
  const code = (bytes: Uint8Array): string => {
    const read = readTable(bytes, limits);
    return read.ok ? 'read' : read.error.code;
  };
  const long = Array.from({ length: 1001 }, (_, row) => [row]);
  expect(code(bytesOf('1\n'.repeat(1001)))).toBe('too-many-rows');
  expect(code(workbook([utils.aoa_to_sheet(long)]))).toBe('too-many-rows');
  expect(code(workbook([utils.aoa_to_sheet(Array.from({ length: 900 }, () => ['x'.repeat(8000)]))]))).toBe('packed-too-large');
  expect(code(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('old-workbook');
  expect(code(new Uint8Array([1, 0, 2, 0xff, 0xff]))).toBe('unreadable');
  expect(code(workbook([utils.aoa_to_sheet([[1]])]).slice(0, 300))).toBe('unreadable');
});

test('a zip that says it is small and is not is refused before anything trusts it', () => {
  const packed = deflateRawSync(Buffer.alloc(50_000_000));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30); local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(8, 8); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(100, 22); local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46); entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(100, 24); entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22); end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(30 + name.length + packed.length, 16);
  const read = readTable(new Uint8Array(Buffer.concat([local, name, packed, entry, name, end])), limits);
  expect(read).toEqual({ ok: false, error: { code: 'packed-too-large' } });
});

const neverThrows = (bytes: Uint8Array): void => {
  const read = readTable(bytes, limits);
  if (!read.ok) return;
  for (const row of read.value) for (const cell of row) expect(typeof cell).toBe('string');
  expect([true, false]).toContain(readCalls(read.value, '010').ok);
};

test('whatever the bytes are, the answer is a table or a refusal', () => {
  const good = workbook([utils.aoa_to_sheet([['主叫号码', '时间', '时长'], ['13901002748', '2026-09-24 10:00', 5]])]);
  holds(property(uint8Array({ maxLength: 400 }), neverThrows), { numRuns: 300 });
  holds(property(uint8Array({ maxLength: 200 }), (tail) => neverThrows(new Uint8Array([0x50, 0x4b, 3, 4, ...tail]))), { numRuns: 200 });
  holds(property(nat(good.length), (length) => neverThrows(good.slice(0, length))), { numRuns: 60 });
  holds(property(array(tuple(nat(good.length - 1), nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
    const changed = good.slice();
    for (const [at, byte] of changes) changed[at] = byte;
    neverThrows(changed);
  }), { numRuns: 150 });
  holds(property(array(array(oneof(string({ unit: 'grapheme' }), constantFrom('主叫号码', '时间', '时长', '13901002748', '2026-09-24 10:00', '65', '"', '未接')), { maxLength: 8 }), { maxLength: 40 }),
    (rows) => neverThrows(bytesOf(rows.map((row) => row.join(',')).join('\n')))), { numRuns: 300 });
});
