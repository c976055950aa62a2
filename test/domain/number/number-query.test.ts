import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesQuery } from '#domain/number/matches-query.ts';
import { parseNumberQuery, type NumberQuery } from '#domain/number/number-query.ts';
import { SEGMENTS } from './segments.ts';

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

  it('says how each part was understood', () => {
    expect(read('4006?? 1688 *88 AABB 6008899 不含44').terms.map((term) => (term.kind === 'masks' ? term.meaning : term.digits))).toEqual([
      'begins', 'contains', 'pattern', 'ends', 'exact', '4',
    ]);
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
    ['1 2 3 4 5 6 7 8 9 0 1 2 3', { code: 'too-many-terms', limit: 12 }],
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
