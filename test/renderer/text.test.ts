import { describe, expect, it } from 'vitest';
import { failureCodes } from '#contract/failures.ts';
import { failureText } from '../../src-renderer/text/failures.ts';
import { clockWords, dayWords, deadlineWords, gradeName, spanWords } from '../../src-renderer/text/formats.ts';
import { problemText } from '../../src-renderer/text/customer-problems.ts';
import { reasonText, stepText } from '../../src-renderer/text/tasks.ts';
import { sampleCase, wrongCustomer } from './sample-cases.ts';

const now = '2026-11-23T02:42:07.000Z';

describe('deadlines', () => {
  it.each([
    ['2026-11-22T09:30:00.000Z', '逾期 1 天', 'error'],
    ['2026-11-23T02:12:07.000Z', '逾期 30 分', 'error'],
    ['2026-11-23T03:34:30.000Z', '剩 52 分', 'error'],
    ['2026-11-23T09:30:00.000Z', '今天 17:30', 'warning'],
    ['2026-11-24T09:30:00.000Z', '明天 17:30', 'quiet'],
    ['2026-11-25T09:30:00.000Z', '11-25 周三', 'quiet'],
    ['2027-01-04T09:30:00.000Z', '2027-01-04 周一', 'quiet'],
  ] as const)('%s is %s', (at, text, tone) => expect(deadlineWords(at, now)).toEqual({ text, tone }));

  it('counts days by the hall clock: 23:30 in Shanghai is today although UTC has another date', () => {
    expect(deadlineWords('2026-11-23T15:30:00.000Z', '2026-11-22T16:30:00.000Z').text).toBe('今天 23:30');
  });
});

describe('formats', () => {
  it('says spans in the largest sensible unit', () => expect([spanWords(52 * 60_000), spanWords(408 * 60_000), spanWords(120 * 60_000), spanWords(3 * 86_400_000)]).toEqual(['52 分', '6 小时 48 分', '2 小时', '3 天']));
  it('shows the hall clock whatever the zone of the PC', () => expect(clockWords(now)).toBe('10:42:07'));
  it('names days and grades', () => expect([dayWords('2026-11-24'), gradeName(4), gradeName(9)]).toEqual(['11-24 周二', '四级靓号', '普通号']));
});

describe('failures', () => {
  it.each(failureCodes)('%s says what happened, whether work is safe and what now, with no fact at hand', (code) => {
    const { title, safe, next } = failureText({ code });
    for (const words of [title, safe, next]) if (words !== '') expect(words).not.toMatch(/undefined|null|NaN|\{|\}| {2}/);
    expect(title.length).toBeGreaterThan(2);
    expect(next.length).toBeGreaterThan(2);
  });

  it('puts the number and the reference into the words', () => {
    expect(failureText({ code: 'number-taken', facts: { digits: '4006181188' } }).title).toBe('400-618-1188 刚被占');
    expect(failureText({ code: 'internal', reference: 'K7QF' }).next).toContain('编号 K7QF');
  });
});

describe('tasks', () => {
  it('has words for every reason that the domain gave in the samples', () => {
    const cases = [sampleCase({}), sampleCase({ customer: wrongCustomer, approval: 'requested' }), sampleCase({ number: null }), sampleCase({ approval: 'void' }), sampleCase({ approval: 'returned' }), sampleCase({ submitted: true })];
    const raw = cases.flatMap((view) => view.tasks).map((task) => reasonText(task.reason)).filter((words) => /^[a-z-]+$/.test(words));
    expect(raw).toEqual([]);
  });

  it('names what a task waits for', () => {
    expect(reasonText({ code: 'waits-for-tasks', waitsFor: ['customer', 'number'] })).toBe('等 1 客户、2 选号');
  });

  it('asks for what the reason asks for, else for what the task usually asks', () => {
    expect([stepText('customer', 'fields-to-mend'), stepText('customer', undefined)]).toEqual(['改客户资料', '填客户资料']);
  });
});

it('words a wrong customer as the mockup does', () => {
  const words = sampleCase({ customer: wrongCustomer }).customerProblems.map((problem) => `${problem.field} ${problemText(problem)}`);
  expect(words).toContain('creditCode 第 18 位应为 W，现在是 V');
  expect(words).toContain('handlerIdNumber 出生日期 1985-02-30 不存在');
});
