import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradeNumber, gradeReason } from '#domain/number/grade/grade-number.ts';
import type { NumberRules } from '#domain/number/grade/number-rules.ts';
import { countdownText, nearness, waitedText } from '../../src-renderer/text/countdown.ts';
import { eventText } from '../../src-renderer/text/events.ts';
import { boldPlaces, replacedText, ruleText, termText } from '../../src-renderer/text/number.ts';
import { reasonText } from '../../src-renderer/text/tasks.ts';
import { endText } from '../../src-renderer/text/wall-clock.ts';

const shipped = JSON.parse(readFileSync(resolve('resources/reference/number-rules.json'), 'utf8')) as NumberRules;
const now = '2026-11-23T02:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();

describe('the time a hold has left', () => {
  it.each([
    [-1, '已过期', 'past'], [0, '已过期', 'past'], [1, '剩 0:01', 'urgent'], [599, '剩 9:59', 'urgent'], [600, '剩 10 分', 'near'], [3599, '剩 59 分', 'near'],
    [3600, '剩 1 小时', 'near'], [3600 * 5 + 1200, '剩 5 小时 20 分', 'far'], [86_400 * 3, '剩 3 天', 'far'], [86_400 * 3 - 90, '剩 3 天', 'far'], [86_400 * 2 + 3600, '剩 2 天', 'far'],
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
    ['4006128899', '8899 连对（AABB）', [6, 10]], ['4006777777', '777777 六连', [4, 10]], ['4000123456', '0123456 七位顺子', [3, 10]],
    ['4006001688', '1688 四位吉祥尾号', [6, 10]], ['4006120666', '666 三连（6、8、9）', [7, 10]], ['4006123457', '没有套用靓号规则', [10, 10]],
  ])('%s as shipped', (digits, words, places) => {
    const reason = gradeReason(gradeNumber(digits, shipped), shipped);
    expect(ruleText(reason)).toBe(words);
    expect(boldPlaces(reason)).toEqual(places);
  });

  it.each([
    ['4006666120', 'HEAD-6666', '6666 品牌号头 4006-666', [3, 7]], ['4006882510', 'PRODUCT', '2510 乘法口诀', [6, 10]],
    ['4006888317', 'RUN-3-MIDDLE', '888 中间三连', [4, 7]], ['4006121127', 'AAA-BBB', '没有套用靓号规则', [10, 10]],
  ] as const)('%s with only %s switched on', (digits, id, words, places) => {
    const only = { ...shipped, rules: shipped.rules.map((rule) => ({ ...rule, enabled: rule.id === id })) };
    const reason = gradeReason(gradeNumber(digits, only), only);
    expect(ruleText(reason)).toBe(words);
    expect(boldPlaces(reason)).toEqual(places);
  });

  it('names what made the grade worse', () => {
    const lowered = { ...shipped, downgrades: shipped.downgrades.map((each) => ({ ...each, enabled: true })) };
    expect(ruleText(gradeReason(gradeNumber('4006775444', lowered), lowered))).toBe('444 三连，带 4 降级');
  });

  it('has Chinese for every rule, shipped or switched off', () => {
    expect(shipped.rules.filter(({ name }) => !/[\u4e00-\u9fff]/.test(name) || /[A-Z]/.test(name))).toEqual([]);
  });

  it('says no term as such', () => {
    expect([termText(0), termText(24)]).toEqual(['不限', '24 个月']);
  });
});

describe('a fallback that came in by itself', () => {
  const facts = { from: '4006123457', number: '4006123458', rank: 1 };
  it.each([
    ['stand', '400-612-3457 被别的厅先占，已按客户签过的顺序换成备选 1：400-612-3458'], ['unsigned', '400-612-3457 被别的厅先占，已按客户排好的顺序换成备选 1：400-612-3458'],
    ['outdated', '400-612-3457 被别的厅先占，已换成备选 1：400-612-3458。签过的要重新核对'],
  ])('papers %s: %s', (papers, words) => {
    expect(eventText('number-replaced', { ...facts, papers })).toBe(words);
  });

  it('is told at the number and in the list of tasks', () => {
    expect(replacedText({ digits: '4006123457', rank: 2 })).toBe('400-612-3457 被别的厅先占，已换成备选 2');
    expect(reasonText({ code: 'number-replaced', facts: { rank: 2 } })).toBe('首选被占，已换备选 2');
    expect(eventText('number-lost', { number: '4006123457' })).toBe('号被别的厅先占 400-612-3457');
  });
});
