import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { assert, array, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { type SheetCell, writeWorkbook } from '../../../src-main/files/write-workbook.ts';

/** The sheet's own XML, as any program finds it in the package. */
function sheetXml(bytes: Uint8Array, sheet: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), bytes);
    return execFileSync('unzip', ['-p', join(folder, 'a.xlsx'), `xl/worksheets/sheet${sheet}.xml`], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const workbook = (rows: readonly (readonly SheetCell[])[]): Uint8Array => writeWorkbook([{ name: '明细', head: ['单位', '金额'], widths: [20, 10], rows }]);
const cellsOf = (bytes: Uint8Array) => read(bytes, { type: 'array', dense: true, cellNF: true }).Sheets['明细']?.['!data'] ?? [];

test.each(['=1+1', '+86 10', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1', ' =1', "'=1", '=cmd|\'/c calc\'!A1', '北京=众诚'])('%s stays the text it is', (text) => {
  const bytes = workbook([[text, { yuan: 12.3 }]]);
  expect(sheetXml(bytes, 1)).not.toMatch(/<f[ >]/);
  expect(cellsOf(bytes)[1]?.[0]).toMatchObject({ t: 's', v: text });
});

test('amounts are numbers with two decimals, what is empty has no cell', () => {
  const bytes = workbook([['a', { yuan: 1234.5 }], [null, { yuan: -0.01 }]]);
  expect(cellsOf(bytes).slice(1).map((row) => row.flatMap((cell) => [[cell.t, cell.v, cell.z]]))).toEqual([[['s', 'a', 'General'], ['n', 1234.5, '0.00']], [['n', -0.01, '0.00']]]);
  expect(sheetXml(bytes, 1)).toContain('<v>1234.5</v>');
});

test('what is read back is what was written', () => {
  assert(property(array(string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !/[\r\n]/.test(text)), { minLength: 1, maxLength: 6 }), integer({ min: -1_000_000_000, max: 1_000_000_000 }), (texts, fen) => {
    const bytes = workbook(texts.map((text) => [text, { yuan: fen / 100 }]));
    expect(cellsOf(bytes).slice(1).map((row) => [row[0]?.v, row[1]?.v])).toEqual(texts.map((text) => [text, fen / 100]));
  }), { numRuns: 60 });
});
