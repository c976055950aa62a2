import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWorkbook } from '../../../../src-main/files/write-workbook.ts';
import { openTestConsole, type TestConsole } from '../../../support/test-console.ts';

let desk: TestConsole;
let caseId: string;
beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
  ({ caseId } = await desk.call('cases/create', undefined));
});
afterAll(() => desk.dispose());

const head = ['号码', '类型', '开始时间', '结束时间'] as const;
const row = (index: number): readonly string[] => [index % 2 === 0 ? `1390${String(index).padStart(7, '0')}` : `022${String(23_450_000 + index)}`, '', index % 5 === 0 ? '22:00' : '', index % 5 === 0 ? '06:00' : ''];
const rows = (count: number): readonly (readonly string[])[] => Array.from({ length: count }, (_, index) => row(index));
const csv = (lines: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(lines.map((cells) => cells.join(',')).join('\r\n'));
const xlsx = (lines: readonly (readonly string[])[]): Uint8Array => writeWorkbook([{ name: '名单', head, widths: head.map(() => 14), rows: lines.map((cells) => cells.map((cell) => cell || null)) }]);
const importing = (fileName: string, bytes: Uint8Array) => desk.ask('routing/import-list', { caseId, fileName, bytes });
const formats: readonly (readonly [string, (lines: readonly (readonly string[])[]) => Uint8Array])[] = [['csv', (lines) => csv([head, ...lines])], ['xlsx', xlsx]];

test.each(formats)('10,000 rows of %s are read with their windows; one wrong row is told by its place in the file', async (format, file) => {
  const read = await desk.call('routing/import-list', { caseId, fileName: `黑名单.${format}`, bytes: file([...rows(9999), ['不是号码', '', '', ''], ['010-5920 6601', '', '', '']]) });
  expect(read).toMatchObject({ rejected: 1, errors: [{ row: 10_001, code: 'malformed', value: '不是号码' }], columns: { pattern: '号码', kind: '类型', from: '开始时间', to: '结束时间' } });
  expect(read.entries).toHaveLength(10_000);
  expect(read.entries.slice(0, 2)).toEqual([{ kind: 'number', pattern: '13900000000', from: '22:00', to: '06:00' }, { kind: 'number', pattern: '02223450001' }]);
});

test.each(formats)('a longer %s is refused whole, with the limit', async (format, file) => {
  expect(await importing(`名单.${format}`, file(rows(10_001)))).toMatchObject({ ok: false, error: { code: 'list-too-long', facts: { most: 10_000 } } });
});

test('what was read is saved with the form and comes back as it was; nothing was saved before', async () => {
  const { entries } = await desk.call('routing/import-list', { caseId, fileName: '名单.csv', bytes: csv([head, ...rows(10_000)]) });
  const { form } = await desk.call('cases/open', { caseId });
  expect(form.blackList).toEqual([]);
  await desk.call('cases/save-form', { caseId, form: { ...form, blackList: entries } });
  expect((await desk.call('cases/open', { caseId })).form.blackList).toEqual(entries);
});

test.each([
  ['empty', new Uint8Array(), 'list-none'], ['a text without a number', csv([['客户', '备注'], ['甲', '乙']]), 'list-none'], ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'list-unreadable'],
  ['a broken workbook', xlsx(rows(20)).slice(0, 900), 'list-unreadable'],
])('%s is refused and says so', async (_what, bytes, code) => {
  expect(await importing('名单', bytes)).toMatchObject({ ok: false, error: { code } });
});

test('whatever bytes a file has, the desk answers, and what it takes can be saved', async () => {
  const book = xlsx(rows(30));
  const flipped = fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }).map((flips) => {
    const bytes = Uint8Array.from(book);
    for (const [at, value] of flips) bytes[at] = value;
    return bytes;
  });
  const text = fc.array(fc.oneof(fc.constantFrom('13900000001', '0312', '号码', ',', '\n', '"', '22:00', '24:00', '170*'), fc.string({ maxLength: 5 })), { maxLength: 40 }).map((parts) => new TextEncoder().encode(parts.join('')));
  await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), flipped, text), async (bytes) => {
    const answer = await importing('名单', bytes);
    if (answer.ok) {
      const { form } = await desk.call('cases/open', { caseId });
      await desk.call('cases/save-form', { caseId, form: { ...form, blackList: answer.value.entries } });
    } else expect(['list-unreadable', 'list-none']).toContain(answer.error.code);
  }), { numRuns: 120 });
}, 60_000);

test('another clerk reads no list into a case that is not theirs', async () => {
  await desk.signIn('WJ0131');
  expect(await importing('名单.csv', csv([head, ...rows(2)]))).toMatchObject({ ok: false, error: { code: 'case-of-another' } });
});
