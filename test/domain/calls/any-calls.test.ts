import { array, assert as holds, constantFrom, oneof, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { callListSummary } from '#domain/calls/call-list-summary.ts';
import { readCalls } from '#domain/calls/read-calls.ts';

const names = ['主叫号码', '通话开始时间', '时长', '被叫号码', '归属地'];
const any = string({ unit: 'grapheme', maxLength: 12 });
const caller = oneof(constantFrom('13901002748', '010-59206601', '0755-26014591', '匿名', '0085212345678', '', '95588', '1.39E+10'), any);
const moment = oneof(constantFrom('2026-09-24 10:00:00', '20260930235959', '46289.5', '2026-02-30 10:00', '', '上午'), any);
const length = oneof(constantFrom('0', '59', '1:00', '61', '1分5秒', '未接', '', '-1', '99999999'), any);
const rows = array(tuple(caller, moment, length, caller, any), { maxLength: 60 });

test('each row under the names is taken, told as not taken, or blank; what is taken is a call', () => {
  holds(property(rows, (cells) => {
    const read = readCalls([names, ...cells], '010');
    const filled = cells.filter((row) => row.some((cell) => cell.trim() !== '')).length;
    if (!read.ok) {
      expect(read.error).toEqual({ code: 'calls-none', rejected: filled });
      return;
    }
    const { calls, errors, rejected } = read.value;
    expect(calls.length + rejected).toBe(filled);
    expect(errors.length).toBe(Math.min(200, rejected));
    for (const { at, seconds, callerArea, answeredArea } of calls) {
      expect(at).toMatch(/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
      expect(Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= 86_400).toBe(true);
      for (const area of [callerArea, answeredArea]) expect(area === null || /^0\d{2,3}$/.test(area)).toBe(true);
    }
    expect(calls.map(({ at }) => at)).toEqual(calls.map(({ at }) => at).toSorted());
    const { count, months, profile: { localPercent, mobilePercent } } = callListSummary(calls);
    expect([count, months >= 1, localPercent + mobilePercent <= 100]).toEqual([calls.length, true, true]);
  }), { numRuns: 400 });
});
