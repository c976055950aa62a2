import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readListTable } from '#domain/routing/read-list-table.ts';

const read = (rows: readonly (readonly string[])[], most = 10_000) => {
  const answer = readListTable(rows, most);
  return answer.ok ? answer.value : answer.error.code;
};

test('columns are found by their names, kinds are said or guessed, windows are read leniently', () => {
  expect(read([
    ['客户黑名单', '', '', ''], ['号码', '类型', '开始时间', '结束时间'],
    ['139 0000 0001', '', '', ''], ['0312', '', '22:00', '6:00'], ['170*', '', '', ''], ['0755', '号段', '', ''], ['138', '', '8：30', '24:00'], ['010', '区号', '0.375', '0.75'], ['', '', '', ''],
  ])).toEqual({
    rejected: 0, errors: [], columns: { pattern: '号码', kind: '类型', from: '开始时间', to: '结束时间' },
    entries: [
      { kind: 'number', pattern: '139 0000 0001' }, { kind: 'area-code', pattern: '0312', from: '22:00', to: '06:00' }, { kind: 'prefix', pattern: '170' }, { kind: 'prefix', pattern: '0755' },
      { kind: 'prefix', pattern: '138', from: '08:30', to: '24:00' }, { kind: 'area-code', pattern: '010', from: '09:00', to: '18:00' },
    ],
  });
});

test('without names the first column has the numbers', () => {
  expect(read([['13900000001', 'x'], ['13900000002']])).toMatchObject({ entries: [{ pattern: '13900000001' }, { pattern: '13900000002' }], columns: { pattern: '第 1 列', kind: null } });
});

test('each row that is not taken says its row and why', () => {
  expect(read([['号码', '从', '到'], ['13900000001', '', ''], ['+86 13900000001', '', ''], ['你好', '', ''], ['12*', '', ''], ['13900000002', '09:00', '09:00'], ['13900000003', '25:00', '26:00'], ['', '09:00', '10:00']])).toMatchObject({
    rejected: 6, errors: [
      { row: 3, code: 'twice', value: '+86 13900000001' }, { row: 4, code: 'malformed', value: '你好' }, { row: 5, code: 'prefix-too-short', value: '12*' }, { row: 6, code: 'bad-window', value: '09:00–09:00' },
      { row: 7, code: 'bad-window' }, { row: 8, code: 'empty' },
    ],
  });
});

test('10,000 rows are taken, one more is refused whole, a file without a number too', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [`1390${String(index).padStart(7, '0')}`]);
  expect(read(rows)).toMatchObject({ rejected: 0, entries: { length: 10_000 } });
  expect(read([...rows, ['13800000000']])).toBe('list-too-long');
  expect([read([]), read([['x'], ['y']])]).toEqual(['list-none', 'list-none']);
});

test('whatever a table holds, nothing throws and every row is accounted for', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('号码', '从', '到', '0312', '13900000001', '22:00', '0.5', '170*'));
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }), (rows) => {
    const answer = readListTable(rows, 10_000);
    if (answer.ok) expect(answer.value.entries.length + answer.value.rejected).toBeLessThanOrEqual(rows.length);
  }));
});
