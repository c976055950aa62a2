import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { gradeNumber } from '#domain/number/grade-number.ts';
import { matchesQuery } from '#domain/number/matches-query.ts';
import { memorabilityScale } from '#domain/number/memorability.ts';
import { EVERY_NUMBER, parseNumberQuery, type NumberQuery } from '#domain/number/number-query.ts';
import { GRADES, type Grade } from '#domain/number/number-rules.ts';
import { buildSearchIndex, type SearchIndex } from '../../../src-main/pool/search-index.ts';
import { shippedReference } from './shipped-rules.ts';

const { numberRules, segments } = shippedReference();
const HEADS = ['4000', '4006'];
const score = memorabilityScale(numberRules.memorable);

type Row = { readonly digits: string; readonly grade: Grade; readonly suffix: number };
let pool: Row[];
let index: SearchIndex;

/** 12,000 free numbers: every 500th, and the neighbourhood of shapes, so that each grade is there. */
function freeNumbers(): Set<string> {
  const free = new Set<string>();
  for (let suffix = 7; suffix < 1_000_000; suffix += 499) for (const head of HEADS) free.add(head + String(suffix).padStart(6, '0'));
  for (let pair = 0; pair < 1000; pair += 1) {
    const three = String(pair).padStart(3, '0');
    for (const suffix of [three + three, three + [...three].reverse().join(''), `0${three}${three.slice(1)}`, `${three}111`]) {
      for (const head of HEADS) free.add(head + suffix);
    }
  }
  for (const special of ['000000', '123456', '666666', '888888', '654321', '543210', '001234']) for (const head of HEADS) free.add(head + special);
  return free;
}

beforeAll(() => {
  const free = freeNumbers();
  pool = [...free].map((digits) => ({ digits, grade: gradeNumber(digits, numberRules).grade, suffix: Number(digits.slice(4)) }));
  pool.sort((a, b) => a.grade - b.grade || score(b.suffix) - score(a.suffix) || a.suffix - b.suffix || (a.digits < b.digits ? -1 : 1));
  index = buildSearchIndex(HEADS, numberRules);
  index.reload((segment, suffix) => !free.has(HEADS[segment] + String(suffix).padStart(6, '0')));
});

function naive(query: NumberQuery, offset: number, limit: number) {
  const all = pool.filter(({ digits }) => matchesQuery({ ...query, grades: [] }, digits, 9));
  const asked = all.filter(({ grade }) => query.grades.length === 0 || query.grades.includes(grade));
  return {
    total: asked.length,
    perGrade: GRADES.map((grade) => [grade, all.filter((row) => row.grade === grade).length]),
    page: asked.slice(offset, offset + limit).map(({ digits, grade }) => ({ digits, grade })),
  };
}
const indexed = (query: NumberQuery, offset: number, limit: number) => {
  const found = index.search(query, { offset, limit });
  return { ...found, perGrade: [...found.perGrade] };
};
function read(text: string): NumberQuery {
  const query = parseNumberQuery(text, segments);
  if (!query.ok) throw new Error(`${text}: ${query.error.code}`);
  return query.value;
}

describe('the index answers what reading every number answers', () => {
  it('on hand-picked questions', () => {
    for (const text of ['', '4006??AABB 不含4', '1688', '*888', '6*8', 'ABCABC', 'AAABBB 靓号', 'ABCD', '含8 含6 不含47', '4000', '400-600-8899', 'ABABABA', '0123456', '6?6?6??', '含AA', 'AABBCCA']) {
      const query = read(text);
      expect(indexed(query, 0, 50), text).toEqual(naive(query, 0, 50));
    }
  });

  it('on 200 generated questions, on any page', () => {
    const body = fc.string({ unit: fc.constantFrom('0', '1', '6', '8', '?', '?', '*', 'A', 'B', 'C'), minLength: 1, maxLength: 7 });
    const term = fc.oneof(
      body,
      body.map((text) => `含${text}`),
      body.map((text) => `${text}结尾`),
      fc.constantFrom('4006', '40068', '4000??AABB', '不含4', '不含10', '顺子'),
    );
    const grades = fc.subarray([...GRADES]);
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3 }), grades, fc.nat(300), (terms, asked, offset) => {
        const query = { ...read(terms.join(' ')), grades: asked };
        expect(indexed(query, offset, 20)).toEqual(naive(query, offset, 20));
      }),
      { numRuns: 200, seed: 400 },
    );
  });

  it('after numbers went and came back', () => {
    const gone = pool.filter((_, at) => at % 3 === 0);
    const kept = pool;
    for (const { digits, suffix } of gone) index.setFree(HEADS.indexOf(digits.slice(0, 4)), suffix, false);
    pool = kept.filter((_, at) => at % 3 !== 0);
    expect(indexed(EVERY_NUMBER, 10, 60)).toEqual(naive(EVERY_NUMBER, 10, 60));
    for (const { digits, suffix } of gone) index.setFree(HEADS.indexOf(digits.slice(0, 4)), suffix, true);
    pool = kept;
    expect(indexed(EVERY_NUMBER, 10, 60)).toEqual(naive(EVERY_NUMBER, 10, 60));
  });

  it('when a rule gives the segments different grades', () => {
    const shipped = { name: '规则', enabled: true, anchor: 'tail' } as const;
    const uneven = { ...numberRules, rules: [{ id: 'RUN-7', ...shipped, grade: 1, kind: 'run', length: 7, digits: '06' } as const, ...numberRules.rules.filter(({ id }) => id !== 'RUN-7' && id !== 'RUN-6'), { id: 'RUN-6', ...shipped, grade: 2, kind: 'run', length: 6, digits: '0123456789' } as const, { id: 'X-7', ...shipped, grade: 5, kind: 'list', entries: ['6010203', '0040506'] } as const] };
    const odd = buildSearchIndex(HEADS, uneven);
    odd.reload(() => false);
    const page = odd.search({ terms: [], grades: [1, 2] }, { offset: 0, limit: 2000 }).page;
    expect(page.slice(0, 2).map(({ digits }) => digits).sort()).toEqual(['4000000000', '4006666666']);
    expect(page.every(({ digits, grade }) => gradeNumber(digits, uneven).grade === grade)).toBe(true);
    const fifth = odd.search({ terms: [], grades: [5] }, { offset: 0, limit: 1_000_000 });
    expect(fifth.page.filter(({ digits }) => ['4006010203', '4000010203', '4000040506'].includes(digits)).map(({ digits }) => digits).sort()).toEqual(['4000040506', '4006010203']);
    const ranks = fifth.page.map(({ digits }) => score(Number(digits.slice(4))));
    expect(ranks.every((rank, at) => at === 0 || rank <= (ranks[at - 1] as number))).toBe(true);
  });
});
