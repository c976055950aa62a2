import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesQuery } from '#domain/number/query/matches-query.ts';
import { parseNumberQuery, type NumberQuery } from '#domain/number/query/number-query.ts';
import { queryExamples } from '#domain/number/query/query-examples.ts';
import { understoodTerms } from '#domain/number/query/understood-terms.ts';
import { queryWords } from './query-words.ts';
import { SEGMENTS } from '../segments.ts';

function read(text: string): NumberQuery {
  const query = parseNumberQuery(text, SEGMENTS);
  if (!query.ok) throw new Error(`${text}: ${query.error.code}`);
  return query.value;
}
const fits = (text: string, digits: string): boolean => matchesQuery(read(text), digits, 9);

describe('the search box', () => {
  it.each([
    ['4006??AABB 不含4', ['4006728899', '4006001122'], ['4006428899', '4006728889', '4000728899', '4006728888']],
    ['４００６？？８８９９', ['4006728899'], ['4006728898']],
    ['400600', ['4006001234'], ['4006010600']],
    ['1688', ['4006168812', '4000016880'], ['4006106880']],
    ['1?8', ['4006128000', '4000000138'], ['4006810000']],
    ['*1688', ['4006051688'], ['4006168800']],
    ['6*8', ['4006123458'], ['4006123457', '4000123458']],
    ['6*11*8', ['4006113458', '4006345118'], ['4006123458']],
    ['1688结尾', ['4006051688'], ['4006168800']],
    ['尾号 1688', ['4006051688'], ['4006168800']],
    ['开头 66', ['4006612345'], ['4000661234', '4006066123']],
    ['4006开头 8结尾', ['4006000008'], ['4006000080', '4000000008']],
    ['含8', ['4006000800'], ['4006000900']],
    ['不含47', ['4006000800'], ['4006000700', '4006400000']],
    ['aabb', ['4006001122'], ['4006001111', '4006011223']],
    ['ABCABC', ['4006123123'], ['4006121121', '4006111111']],
    ['ABCD', ['4006001234', '4006009876'], ['4006001243', '4006000987']],
    ['4006??ABCD', ['4006001234'], ['4006001357', '4000001234']],
    ['顺子', ['4006003456'], ['4006003457']],
    ['400', ['4006003456', '4000000000'], []],
    ['', ['4006003456'], []],
    ['400 600 8899', ['4006008899'], ['4006008898']],
    ['400-600-8899', ['4006008899'], ['4006008898']],
    ['6008899', ['4006008899'], ['4006008898']],
    ['88，66', ['4006008866'], ['4006008800']],
  ])('%s', (text, yes, no) => {
    expect(yes.filter((digits) => !fits(text, digits))).toEqual([]);
    expect(no.filter((digits) => fits(text, digits))).toEqual([]);
  });

  it.each([
    ['升4位', ['4006001234'], ['4006004321', '4000123400']],
    ['降4位', ['4006004321'], ['4006001234', '4006003211']],
    ['含降 3 位', ['4006543000', '4000021088'], ['4000123456']],
    ['顺子5位开头', ['4006543200', '4000123499'], ['4006543000', '4000012345']],
    ['5位顺子', ['4000012345', '4006954321'], ['4006912340']],
    ['只要0689', ['4006888999', '4000689068'], ['4006888991', '4000689064']],
    ['只要 689', ['4006888999'], ['4000888999']],
    ['年', ['4006198700', '4000020265', '4006681949'], ['4006189900', '4000888888']],
    ['年结尾', ['4006001987'], ['4006198700', '4006002040']],
    ['日期', ['4006081588', '4000815888', '4006880229'], ['4006888888', '4006990230']],
    ['日期结尾', ['4006880815'], ['4006081588']],
    ['口诀', ['4006372100', '4006007321', '4000087749'], ['4006003612', '4006002306']],
    ['口诀结尾', ['4006002510'], ['4006251000']],
    ['3×7', ['4006372100'], ['4006732100']],
    ['3x7', ['4006372100'], ['4006732100']],
    ['2×3结尾', ['4006000236'], ['4006002360']],
    ['8至少3个', ['4006880800', '4006888888'], ['4006880000']],
    ['8 至少 三 个', ['4006880800'], ['4006880000']],
    ['8≥3', ['4006880800'], ['4006880000']],
    ['3个8', ['4006880800', '4006888800'], ['4006880000']],
    ['8恰好3个', ['4006880800'], ['4006888800']],
    ['6最多1个', ['4006880800'], ['4006880860']],
    ['8多', ['4006880800'], ['4006880000']],
    ['8888多', ['4006888800'], ['4006880800']],
    ['含AABB', ['4006112200', '4006001122', '4006611000'], ['4006111111', '4006121212']],
    ['AAB开头', ['4006611234', '4000018888'], ['4006661234', '4006011234']],
    ['豹子开头', ['4006661234'], ['4006612666']],
    ['含对称', ['4006122100'], ['4006121200']],
  ])('%s', (text, yes, no) => {
    expect(yes.filter((digits) => !fits(text, digits)), 'fits').toEqual([]);
    expect(no.filter((digits) => fits(text, digits)), 'does not').toEqual([]);
  });

  it('says how each part was understood', () => {
    expect(understoodTerms(read('4006?? 1688 *88 AABB 6008899 不含44 含升5位 年结尾 只要68 8多 三级 普通'))).toEqual([
      { source: '4006??', meaning: { code: 'begins', body: '6??' } }, { source: '1688', meaning: { code: 'contains', body: '1688' } },
      { source: '*88', meaning: { code: 'pattern', body: '*88' } }, { source: 'AABB', meaning: { code: 'shape', at: 'ends', body: 'AABB' } },
      { source: '6008899', meaning: { code: 'number', body: '6008899' } }, { source: '不含44', meaning: { code: 'without', digits: '4' } },
      { source: '含升5位', meaning: { code: 'rising', at: 'contains', length: 5 } }, { source: '年结尾', meaning: { code: 'year', at: 'ends' } },
      { source: '只要68', meaning: { code: 'only', digits: '68' } }, { source: '8多', meaning: { code: 'count', digit: '8', atLeast: 3, atMost: 7 } },
      { source: '三级 普通', meaning: { code: 'grades', grades: [3, 9] } },
    ]);
  });

  it('understands each of its own examples, and each as something else', () => {
    const meaning = ({ terms, grades }: NumberQuery): string => JSON.stringify([terms.map((term) => ({ ...term, source: '' })), grades]);
    expect(new Set(queryExamples.map(({ text }) => meaning(read(text)))).size).toBe(queryExamples.length);
  });

  it('reads grades as a filter', () => {
    expect(read('三级 四级靓号 普通号').grades).toEqual([3, 4, 9]);
    expect(read('靓号').grades).toEqual([1, 2, 3, 4, 5, 6]);
    expect(matchesQuery(read('三级'), '4006668888', 3)).toBe(true);
    expect(matchesQuery(read('三级'), '4006668888', 4)).toBe(false);
  });

  it.each([
    ['4008888888', { code: 'other-carrier', head: '4008', ownerName: '中国电信' }],
    ['4008', { code: 'other-carrier', head: '4008', ownerName: '中国电信' }],
    ['4001??AABB', { code: 'other-carrier', head: '4001', ownerName: '中国移动' }],
    ['4003', { code: 'unallocated-segment', head: '4003' }],
    ['1381234567', { code: 'not-a-400-number', term: '1381234567' }],
    ['12345678', { code: 'term-too-long', term: '12345678' }],
    ['40060088990', { code: 'term-too-long', term: '40060088990' }],
    ['好记的', { code: 'unreadable-term', term: '好记的' }],
    ['1688!', { code: 'unreadable-term', term: '1688!' }],
    ['1 2 3 4 5 6 7 8 9 0 1 2 3', { code: 'too-many-terms', limit: 12, term: '3' }],
    ['168 升8位', { code: 'unreadable-term', term: '升8位' }],
    ['8至少9个', { code: 'unreadable-term', term: '8至少9' }],
    ['只要', { code: 'unreadable-term', term: '只要' }],
  ])('%s is refused with the part to look at', (text, error) => {
    expect(parseNumberQuery(text, SEGMENTS)).toEqual({ ok: false, error });
  });
});

describe('any pattern of digits, ? and *', () => {
  const glob = fc.string({ unit: fc.constantFrom('1', '2', '?', '*'), minLength: 1, maxLength: 7 });
  const seven = fc.string({ unit: fc.constantFrom('1', '2', '6'), minLength: 7, maxLength: 7 });

  it('means what the same pattern means as a regular expression', () => {
    fc.assert(
      fc.property(glob, seven, (text, rest) => {
        const body = text.replaceAll('?', '.').replaceAll('*', '.*');
        const whole = text.includes('*') || text.length === 7 ? new RegExp(`^${body}$`) : new RegExp(body);
        expect(fits(text, `400${rest}`), `${text} on ${rest}`).toBe(whole.test(rest));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('whatever is typed', () => {
  it('is read or refused with the part to look at, never thrown', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: fc.constantFrom(...'0468?*ABCG×x=年含尾升降个多至少只要不', ' '), maxLength: 12 }), queryWords);
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const query = parseNumberQuery(pieces.join(' '), SEGMENTS);
      if (query.ok) matchesQuery(query.value, '4006128899', 9);
      else expect(query.error).toMatchObject({ code: expect.any(String) });
    }), { numRuns: 5000 });
  });

  it('takes no longer for nasty texts', () => {
    const nasty = ['8'.repeat(200), '8 '.repeat(100), '*1*2*3*4', '含'.repeat(200), `${'4'.repeat(190)}开头`, '?*'.repeat(90), 'A'.repeat(199)];
    for (const text of nasty) parseNumberQuery(text, SEGMENTS);
    const began = performance.now();
    for (let turn = 0; turn < 50; turn += 1) for (const text of nasty) parseNumberQuery(text, SEGMENTS);
    expect((performance.now() - began) / (50 * nasty.length)).toBeLessThan(1);
  });
});
