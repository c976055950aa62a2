import { expect, test } from 'vitest';
import { callDuration, unitOf } from '#domain/calls/call-duration.ts';
import { areaCodeIn, callParty } from '#domain/calls/call-party.ts';
import { callTime } from '#domain/calls/call-time.ts';
import { readCalls } from '#domain/calls/read-calls.ts';

const read = (rows: readonly (readonly string[])[]) => {
  const done = readCalls(rows, '010');
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};

test.each([
  ['2026-09-24 10:05:06', '2026-09-24T10:05:06'], ['2026/9/4 9:05', '2026-09-04T09:05:00'], ['2026年9月4日 9时05分06秒', '2026-09-04T09:05:06'], ['20260924100506', '2026-09-24T10:05:06'],
  ['20260924', '2026-09-24T00:00:00'], ['2026-09-24 下午3:20', '2026-09-24T15:20:00'], ['2026-09-24 12:01 AM', '2026-09-24T00:01:00'], ['2026-09-24T02:10:00Z', '2026-09-24T10:10:00'],
  ['46289.42021990741', '2026-09-24T10:05:07'], ['2026-09-24 10:05:06.250', '2026-09-24T10:05:06'],
])('reads the moment %s', (text, at) => expect(callTime(text)).toBe(at));

test.each(['', '9/4/2026 10:00', '2026-02-30 10:00', '2026-09-24 24:00', '2026-09-24 10:60', '12345', '1758700000', '明天'])('%j is no moment', (text) => expect(callTime(text)).toBeNull());

test.each([
  ['65', 65], ['1:05', 65], ['0:01:05', 65], ['1分5秒', 65], ['1小时2分3秒', 3723], ['65秒', 65], ['2分钟', 120], ['0', 0], ['64.2', 65], ['1,065', 1065], ['90:00', 5400],
])('reads the length %s', (text, seconds) => expect(callDuration(text, 'seconds')).toBe(seconds));

test.each(['', '-5', '1:75', '0:61:05', '86401', 'abc', '1.5.2'])('%j is no length', (text) => expect(callDuration(text, 'seconds')).toBeNull());

test('a column in minutes counts minutes', () => {
  expect([unitOf('通话时长(分钟)'), unitOf('通话时长（秒）'), unitOf('计费分钟数'), unitOf('时长')]).toEqual(['minutes', 'seconds', 'minutes', 'seconds']);
  expect(['1.5', '16.1'].map((text) => callDuration(text, 'minutes'))).toEqual([90, 966]);
});

// Read with a backtracking pattern this took seconds for 60,000 blanks and grew with their square: it would outlast the runner.
test('a length of blanks without end is no length', () => expect(callDuration(`1小时${' '.repeat(4_000_000)}x`, 'seconds')).toBeNull());

test.each([
  ['13901002748', 'mobile', null], ['+86 139 0100 2748', 'mobile', null], ['013901002748', 'mobile', null], ['1.39E+10', 'mobile', null], ['010-5920 6601', 'fixed', '010'],
  ['1059206601', 'fixed', '010'], ['59206601', 'fixed', null], ['95588', 'fixed', null], ['4006001688', 'fixed', null],
])('the caller %s', (text, line, area) => expect(callParty(text)).toEqual({ line, area }));

test.each(['匿名', '0085212345678', '12', ''])('%j is no caller of ours', (text) => expect(callParty(text)).toBeNull());

test('an area code is read with and without its zero', () => expect(['010', '10', '0755', '北京 010', '21', '100', ''].map(areaCodeIn)).toEqual(['010', '010', '0755', '010', '021', null, null]));

test('finds the columns by their names under a title, in any order', () => {
  const { calls, columns, errors } = read([
    ['某公司 2026年9月话单'], [], ['序号', '通话时长(秒)', '来电号码', '接听号码', '通话开始时间', '来电归属地'],
    ['1', '61', '13901002748', '021-59206601', '2026-09-24 10:00:00', '021'], ['2', '5', '010-59206601', '010-59206602', '2026-09-24 09:00:00', ''],
  ]);
  expect(columns).toEqual({ time: '通话开始时间', duration: '通话时长(秒)', caller: '来电号码', answered: '接听号码' });
  expect(errors).toEqual([]);
  expect(calls).toEqual([
    { at: '2026-09-24T09:00:00', seconds: 5, line: 'fixed', callerArea: '010', answeredArea: '010' },
    { at: '2026-09-24T10:00:00', seconds: 61, line: 'mobile', callerArea: '021', answeredArea: '021' },
  ]);
});

test('通话时间 is the start in one list and the length in another', () => {
  expect(read([['主叫', '来电时间', '通话时间'], ['13901002748', '2026-09-24 10:00', '1:05']]).calls).toMatchObject([{ at: '2026-09-24T10:00:00', seconds: 65 }]);
  expect(read([['主叫', '通话时间', '时长'], ['13901002748', '2026-09-24 10:00', '1:05']]).calls).toMatchObject([{ at: '2026-09-24T10:00:00', seconds: 65 }]);
  expect(read([['caller', 'start time', 'billsec'], ['13901002748', '2026-09-24 10:00', '65']]).calls).toMatchObject([{ seconds: 65 }]);
});

test('day and time of day in two columns belong together', () => {
  const { calls, columns } = read([['日期', '时间', '主叫号码', '时长'], ['2026-09-24', '10:05:06', '13901002748', '65']]);
  expect(calls).toMatchObject([{ at: '2026-09-24T10:05:06', answeredArea: '010' }]);
  expect(columns.time).toBe('日期 + 时间');
});

test('a list without names is read by what stands in it', () => {
  const { calls, columns } = read([['13901002748', '2026-09-24 10:00:00', '65', '010-59206601'], ['021-59206601', '2026-09-24 11:00:00', '5', '010-59206601']]);
  expect(columns).toEqual({ time: 'B', duration: 'C', caller: 'A', answered: 'D' });
  expect(calls.map(({ seconds, line, callerArea, answeredArea }) => [seconds, line, callerArea, answeredArea])).toEqual([[65, 'mobile', null, '010'], [5, 'fixed', '021', '010']]);
});

test('a row that cannot be read is told with its number, the others are taken, and no telephone number is repeated', () => {
  const { calls, errors, rejected } = read([
    ['主叫号码', '通话开始时间', '时长', '状态'], ['13901002748', '2026-09-24 10:00', '65', '已接'], ['13901002748', '', '65', ''], ['13901002748', '昨天13901002748', '65', ''],
    ['13901002748', '2026-09-24 10:00', '', '已接'], ['13901002748', '2026-09-24 10:00', '很久', ''], ['', '2026-09-24 10:00', '65', ''], ['0085213901002748', '2026-09-24 10:00', '65', ''], ['', '', '', ''],
    ['13901002748', '2026-09-24 11:00', '', '未接'], ['13901002748', '2026-09-24 12:00', '未接通', ''], ['13901002748', '2026-09-24 13:00', '0', ''],
  ]);
  expect(errors).toEqual([
    { row: 3, code: 'no-time', value: '' }, { row: 4, code: 'bad-time', value: '昨天139…48' }, { row: 5, code: 'no-duration', value: '' }, { row: 6, code: 'bad-duration', value: '很久' },
    { row: 7, code: 'no-caller', value: '' }, { row: 8, code: 'bad-caller', value: '008…48' },
  ]);
  expect(rejected).toBe(6);
  expect(calls.map(({ seconds }) => seconds)).toEqual([65, 0, 0, 0]);
});

test('says what is missing, that there are too many, or that none was good', () => {
  expect(readCalls([['主叫号码', '备注'], ['13901002748', 'x']], null)).toEqual({ ok: false, error: { code: 'calls-columns', missing: ['time', 'duration'] } });
  expect(readCalls([['主叫号码', '时间', '时长'], ['匿名', '2026-09-24 10:00', '5']], null)).toEqual({ ok: false, error: { code: 'calls-none', rejected: 1 } });
  expect(readCalls([], null)).toMatchObject({ ok: false, error: { code: 'calls-columns' } });
  const many = [['主叫号码', '时间', '时长'], ...Array.from({ length: 100_001 }, () => ['13901002748', '2026-09-24 10:00', '5'])];
  expect(readCalls(many, null)).toEqual({ ok: false, error: { code: 'calls-too-many' } });
});
