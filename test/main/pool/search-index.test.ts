import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVERY_NUMBER, parseNumberQuery, type NumberQuery } from '#domain/number/query/number-query.ts';
import { sortOrders } from '#domain/number/query/number-filter.ts';
import { buildSearchIndex, type SearchIndex, type SearchPage } from '../../../src-main/pool/search/search-index.ts';
import { naiveSearch, type NaiveSearch } from './naive-search.ts';
import { sampleNumbers } from './sample-pool.ts';
import { searchQuestions } from './search-questions.ts';
import { bothOver, HEADS, shippedMoney as money } from './shipped-pool.ts';
import { shippedReference } from './shipped-rules.ts';
import { unevenRules } from './uneven-rules.ts';

const { numberRules, segments } = shippedReference();
const free = sampleNumbers(HEADS, 6000);
const leasable = ['4006777123', '4000777123', '4006012345', '4000912012', '4006501314', '4006666666', '4000500555'];
let naive: NaiveSearch;
let index: SearchIndex;

beforeAll(() => {
  ({ index, naive } = bothOver(free));
});

const ask = (by: SearchIndex, query: NumberQuery, page: SearchPage) => {
  const found = by.search(query, page);
  return { ...found, perGrade: [...found.perGrade] };
};
function read(text: string): NumberQuery {
  const query = parseNumberQuery(text, segments);
  if (!query.ok) throw new Error(`${text}: ${query.error.code}`);
  return query.value;
}

describe('the index answers what reading every number answers', () => {
  it.each([
    '', '4006??AABB 不含4', '1688', '*888', '6*8', 'ABCABC', 'AAABBB 靓号', 'ABCD', '含8 含6 不含47', '4000', '400-600-8899', 'ABABABA', '0123456', '6?6?6??', '含AA', 'AABBCCA',
    '升3位开头', '含降3位', '顺子', '含顺子5位', '只要0126', '年', '日期开头', '口诀结尾', '3×7', '8至少3个', '6恰好2个', '0最多1个 8多', '含?ABC?', '含AABB',
  ])('on "%s" in each order', (text) => {
    for (const sort of sortOrders) expect(ask(index, read(text), { offset: 3, limit: 30, sort })).toEqual(naive.search(read(text), { offset: 3, limit: 30, sort }));
  });

  it('on 200 generated questions: any words, filters, lease, order and page', () => {
    fc.assert(
      fc.property(searchQuestions(segments, leasable), ({ query, page }) => {
        expect(ask(index, query, page)).toEqual(naive.search(query, page));
      }),
      { numRuns: 200, seed: 400 },
    );
  });

  it('after numbers went and came back', () => {
    const gone = naive.rows.filter((_, at) => at % 3 === 0);
    for (const { digits, suffix } of gone) index.setFree(HEADS.indexOf(digits.slice(0, 4)), suffix, false);
    const rest = naiveSearch([...free].filter((_, at) => at % 3 !== 0), numberRules, money);
    expect(ask(index, EVERY_NUMBER, { offset: 10, limit: 60 })).toEqual(rest.search(EVERY_NUMBER, { offset: 10, limit: 60 }));
    for (const { digits, suffix } of gone) index.setFree(HEADS.indexOf(digits.slice(0, 4)), suffix, true);
    expect(ask(index, EVERY_NUMBER, { offset: 10, limit: 60 })).toEqual(naive.search(EVERY_NUMBER, { offset: 10, limit: 60 }));
  });

  it('with a lease: its numbers are found though the mirror has them as taken, and afterwards are not', () => {
    const leased = ['4006777123', '4000777123'];
    expect(index.search(read('777123'), { offset: 0, limit: 5, leased }).page.map(({ digits }) => digits)).toEqual(['4000777123', '4006777123']);
    expect(index.search(EVERY_NUMBER, { offset: 0, limit: 5, leased, filter: { minimumAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: true } }).total).toBe(2);
    expect(index.search(read('777123'), { offset: 0, limit: 5 }).total).toBe(0);
  });
});

describe('the full pool', () => {
  let full: SearchIndex;
  beforeAll(() => {
    full = buildSearchIndex(HEADS, numberRules, money);
    full.reload(() => false);
  });

  it.each<[string, number]>([
    ['', 2_000_000], ['4006', 1_000_000], ['不含4', 2 * 9 ** 6], ['只要068', 2 * 3 ** 6], ['8至少3个', 2 * (20 * 9 ** 3 + 15 * 9 ** 2 + 6 * 9 + 1)], ['6恰好1个', 6 * 9 ** 5 + 9 ** 6], ['AABB', 2 * 90 * 100], ['年结尾', 2 * 140 * 100], ['日期结尾', 2 * 366 * 100],
  ])('has as many numbers for "%s" as can be reckoned', (text, count) => {
    expect(full.search(read(text), { offset: 0, limit: 0 }).total).toBe(count);
  });
});

describe('with a hall\'s own rules', () => {
  const rules = unevenRules(numberRules);

  it('segments graded differently and heads that ask for a floor are counted, filtered and ordered as by reading', () => {
    const numbers = new Set([...free, '4006010203', '4000040506', '4006666666', '4000000000']);
    const own = naiveSearch(numbers, rules, money);
    const odd = buildSearchIndex(HEADS, rules, money);
    odd.reload((segment, suffix) => !numbers.has(HEADS[segment] + String(suffix).padStart(6, '0')));
    const filter = { minimumAtMostLi: 500_000, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false };
    const pages: readonly SearchPage[] = [...sortOrders.flatMap((sort) => [{ offset: 0, limit: 300, sort }, { offset: 2000, limit: 300, sort }]), { offset: 0, limit: 50, sort: 'price', filter }, { offset: 0, limit: 50, filter: { ...filter, prepayAtMostLi: 1_200_000 } }];
    for (const page of pages) for (const text of ['', '不含4', '4006', '五级 六级', '四级']) expect(ask(odd, read(text), page), `${text} ${JSON.stringify(page)}`).toEqual(own.search(read(text), page));
    expect(odd.search({ terms: [], grades: [1] }, { offset: 0, limit: 3 }).page.map(({ digits }) => digits).sort()).toEqual(['4000000000', '4006666666']);
  });
});
