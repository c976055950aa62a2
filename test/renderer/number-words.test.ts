import { describe, expect, it } from 'vitest';
import { countdownText, nearness, waitedText } from '../../src-renderer/text/countdown.ts';
import { boldFrom, ruleText, termText } from '../../src-renderer/text/number.ts';
import { endText } from '../../src-renderer/text/wall-clock.ts';

const now = '2026-11-23T02:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();

describe('the time a hold has left', () => {
  it.each([
    [-1, '已过期', 'past'], [0, '已过期', 'past'], [1, '剩 0:01', 'urgent'], [599, '剩 9:59', 'urgent'], [600, '剩 10 分', 'near'], [3599, '剩 59 分', 'near'],
    [3600, '剩 1 小时', 'near'], [3600 * 5 + 1200, '剩 5 小时 20 分', 'far'], [86_400 * 3, '剩 3 天', 'far'],
  ])('%d s: %s', (seconds, words, near) => {
    expect(countdownText(now, after(seconds))).toBe(words);
    expect(nearness(now, after(seconds))).toBe(near);
  });

  it('ends today by the clock, another day by the date', () => {
    expect(endText(after(3600 * 7.5), now)).toBe('今天 17:30');
    expect(endText(after(86_400), now)).toBe('11-24 10:00');
  });
});

describe('how long a request waits', () => {
  it.each([[20, '刚刚'], [26 * 60, '26 分'], [68 * 60, '1 小时 8 分'], [3600 * 2, '2 小时'], [86_400 * 2, '2 天']])('%d s: %s', (seconds, words) => {
    expect(waitedText(now, after(seconds))).toBe(words);
  });
});

describe('why a number has its grade', () => {
  it.each([
    ['4006008899', 'AABB', '8899 连对（AABB）', 6], ['4006777777', 'RUN-6', '777777 六连', 4], ['4000123456', 'SEQ-7', '0123456 顺子', 3],
    ['4006001688', 'FIX-4', '1688 吉祥尾号', 6], ['4006120666', 'RUN-3-OF-689', '666 三连', 7], ['4006123457', null, '没有套用靓号规则', 10],
  ])('%s by %s', (digits, ruleId, words, from) => {
    expect(ruleText(digits, ruleId)).toBe(words);
    expect(boldFrom(ruleId)).toBe(from);
  });

  it('shows a rule it does not know by its id, never as ordinary', () => {
    expect(ruleText('4006123457', 'NEW-RULE')).toBe('规则 NEW-RULE');
  });

  it('says no term as such', () => {
    expect([termText(0), termText(24)]).toEqual(['不限', '24 个月']);
  });
});
