import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTER } from '#domain/number/query/number-filter.ts';
import { matchesQuery } from '#domain/number/query/matches-query.ts';
import { parseNumberQuery, type NumberQuery } from '#domain/number/query/number-query.ts';
import { nearMisses, type NearMiss } from '../../../src-main/pool/search/near-misses.ts';
import type { SearchIndex } from '../../../src-main/pool/search/search-index.ts';
import { queryWords } from '../../domain/number/query/query-words.ts';
import type { NaiveSearch } from './naive-search.ts';
import { bothOver, HEADS } from './shipped-pool.ts';
import { shippedReference } from './shipped-rules.ts';

const { segments } = shippedReference();
/** Thin everywhere, and thick around 4006128899. */
const free = new Set<string>();
for (let suffix = 7; suffix < 1_000_000; suffix += 4999) for (const head of HEADS) free.add(head + String(suffix).padStart(6, '0'));
for (const head of HEADS) for (let suffix = 128_001; suffix < 129_000; suffix += 2) free.add(head + suffix);
let naive: NaiveSearch;
let index: SearchIndex;

beforeAll(() => {
  ({ index, naive } = bothOver(free));
});

function read(text: string): NumberQuery {
  const query = parseNumberQuery(text, segments);
  if (!query.ok) throw new Error(`${text}: ${query.error.code}`);
  return query.value;
}
const near = (text: string, filter = NO_FILTER, grades = read(text).grades) => nearMisses(index, { ...read(text), grades }, { filter });

/** Every number that differs in just these places. */
function withOthers(digits: string, [place, ...others]: readonly number[]): readonly string[] {
  if (place === undefined) return [digits];
  return [...'0123456789'].flatMap((digit) => withOthers(digits.slice(0, place) + digit + digits.slice(place + 1), others));
}
const wouldFit = (query: NumberQuery, digits: string, places: readonly number[]): boolean =>
  withOthers(digits, places).some((other) => matchesQuery({ ...query, grades: [] }, other, 9));

describe('when nothing fits', () => {
  it.each(['4006128898', '*7777777', '4006??AABB 9至少5个', '4006 升7位', '只要3 不含3', '日期开头 7至少5个', '4000123456 三级', 'ABCABC 五级', '1688 1689 1314 5188', '含升6位 7最多0个 8多'])('"%s" has at least ten near misses', (text) => {
    expect(naive.search(read(text), { offset: 0, limit: 1 }).total, 'the sample has none').toBe(0);
    const { nearMisses: found, gaveUp } = near(text);
    expect(found.length).toBeGreaterThanOrEqual(10);
    expect(new Set(found.map(({ digits }) => digits)).size).toBe(found.length);
    expect(found.every(({ digits }) => free.has(digits))).toBe(true);
    if (gaveUp.length === 0) expect(found.filter(({ digits, changed }) => !wouldFit(read(text), digits, changed))).toEqual([]);
  });

  it('marks the places that differ, fewest first, of as many the left ones first', () => {
    const { nearMisses: found } = near('4006128898');
    const weight = ({ changed }: NearMiss): number => changed.length * 1000 + changed.reduce((sum, place) => sum + (place - 3) ** 2, 0);
    expect(found.map(weight)).toEqual(found.map(weight).toSorted((a, b) => a - b));
    expect(found[0]?.changed.length).toBeGreaterThan(0);
  });

  it('leaves out no number that is nearer than one it offers', () => {
    let checked = 0;
    const wishes = fc.array(queryWords, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '))
      .filter((text) => parseNumberQuery(text, segments).ok && read(text).grades.length === 0 && index.search(read(text), { offset: 0, limit: 1 }).total === 0);
    fc.assert(fc.property(wishes, (text) => {
      const query = read(text);
      const { nearMisses: found, gaveUp } = near(text);
      const one = naive.rows.filter(({ digits }) => [3, 4, 5, 6, 7, 8, 9].some((place) => wouldFit(query, digits, [place]))).map(({ digits }) => digits);
      const offered = found.filter(({ changed }) => changed.length === 1).map(({ digits }) => digits);
      if (one.length <= 10) expect(offered.toSorted(), text).toEqual(expect.arrayContaining(one.toSorted()));
      else expect([found.length >= 10, gaveUp], text).toEqual([true, []]);
      if (gaveUp.length === 0) expect(found.filter(({ digits, changed }) => !wouldFit(query, digits, changed)), text).toEqual([]);
      checked += one.length > 0 ? 1 : 0;
    }), { numRuns: 20, seed: 7 });
    expect(checked).toBeGreaterThan(5);
  });

  it('keeps the filters while it can, and says when it cannot', () => {
    const cheap = near('4006128898', { ...NO_FILTER, minimumAtMostLi: 360_000 }, [9]);
    expect(cheap.gaveUp).toEqual([]);
    expect(cheap.nearMisses.every(({ digits }) => naive.rows.find((row) => row.digits === digits)?.grade === 9)).toBe(true);
    const impossible = near('4006128898', { ...NO_FILTER, minimumAtMostLi: 0, leasedOnly: true });
    expect(impossible.gaveUp).toEqual([{ what: 'filters' }]);
    expect(impossible.nearMisses.length).toBeGreaterThanOrEqual(10);
    expect(near('1688 1689 1314').gaveUp).toEqual(['1689', '1314'].map((source) => ({ what: 'word', source })));
    expect(near('尾3 不含3').gaveUp).toEqual([{ what: 'word', source: '不含3' }]);
    expect(near('只要3 不含3', NO_FILTER, [1]).gaveUp).toContainEqual({ what: 'grades' });
  });
});
