import { describe, expect, it } from 'vitest';
import type { LeaseView } from '#contract/leases.ts';
import type { Meaning } from '#domain/number/meaning/meaning.ts';
import { parseNumberQuery } from '#domain/number/query/number-query.ts';
import { understoodTerms } from '#domain/number/query/understood-terms.ts';
import { gaveUpWords, gradesMissed, leaseLine } from '../../src-renderer/text/number-finder.ts';
import { meaningText, numberAdvice } from '../../src-renderer/text/number-meaning.ts';
import { understoodText } from '../../src-renderer/text/understood.ts';
import { sampleLease } from './fake-numbers.ts';

describe('how the words of the box are said back', () => {
  it.each([
    ['4006??AABB', '4006??AABB，字母相同数字相同'], ['8899', '含 8899'], ['8899结尾', '8899 结尾'], ['4006', '400 后是 6'], ['4006008899', '就是 4006008899'], ['6*88', '4006*88，? 和 * 任意'],
    ['升4位', '结尾 4 位升序'], ['口诀', '任意处有乘法口诀'], ['年结尾', '结尾有年份'], ['不含47', '没有 4、7'], ['只要0689', '只有 0、6、8、9'], ['8至少4个', '8 至少 4 个'], ['4最多1个', '4 最多 1 个'], ['三级 普通', '三级、普通'],
  ])('%s: %s', (text, words) => {
    const query = parseNumberQuery(text, [{ head: '4006', ownerId: 'u', ownerName: '中国联通', orderable: true }]);
    expect(query.ok && understoodTerms(query.value).map(({ meaning }) => understoodText(meaning)).join('；')).toBe(words);
  });
});

describe('what near misses say', () => {
  it('names the words that were left out, then what was opened', () => {
    expect(gaveUpWords([])).toBe('');
    expect(gaveUpWords([{ what: 'filters' }, { what: 'word', source: '尾8888' }, { what: 'grades' }, { what: 'word', source: '不含4' }])).toBe('去掉了「尾8888」「不含4」，放开了级别，放开了筛选。');
  });

  it('tells when it is only the grade that misses', () => {
    const perGrade = [{ grade: 3, count: 1204 }, { grade: 6, count: 2 }, { grade: 9, count: 0 }];
    expect(gradesMissed(perGrade, [9])).toBe('普通里没有这样的号，有的是三级 1,204 个、六级 2 个。');
    expect([gradesMissed(perGrade, []), gradesMissed([{ grade: 9, count: 0 }], [9])]).toEqual(['', '']);
  });
});

describe('why a number suits the customer', () => {
  const meaning = (kind: Meaning['kind'], digits: string, at: number, from: string): string => meaningText({ kind, digits, at, from });
  it('says where it stands and what it stands for', () => {
    expect(meaning('landline-tail', '6688', 6, '59206688')).toBe('尾号同座机 59206688');
    expect(meaning('founded-year', '2009', 3, '2009')).toBe('400 后 2009，成立于 2009');
    expect(meaning('rhyme', '3824', 5, '三八二十四')).toBe('中间 3824，口诀「三八二十四」');
  });

  it('warns without refusing', () => {
    expect([numberAdvice({ code: 'confusable', digits: '120', like: '急救' }), numberAdvice({ code: 'hard-to-say', digits: '00000', like: '5' })]).toEqual(['120 容易当成急救', '5 个连着的 0，报号容易数错']);
  });
});

describe('what is left for offline hours', () => {
  const lease = (patch: Partial<LeaseView>): ReturnType<typeof leaseLine> => leaseLine({ ...sampleLease, ...patch });
  it.each([
    [{}, '离线号剩 168 个，可用到 11-25 18:00', 'quiet'], [{ left: 19 }, '离线号剩 19 个，可用到 11-25 18:00', 'warning'], 
    [{ state: 'over' }, '离线号到期，联网后重新领', 'warning'], [{ state: 'none' }, '没有离线号，联网后会自动领', 'quiet'],
  ] as const)('%o', (patch, text, tone) => expect(lease(patch)).toEqual({ text, tone }));

  it('says why it is frozen', () => expect(lease({ state: 'frozen', frozenWhy: 'copied' })).toEqual({ text: '离线号冻结，等联网核对', tone: 'warning', why: '这台电脑的数据是复制来的' }));

  it('is no word where the carrier has no leases', () => expect(lease({ supported: false })).toBeNull());
});
