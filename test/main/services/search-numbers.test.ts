import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NumberHit } from '#contract/numbers.ts';
import type { Request } from '#contract/contract.ts';
import { searchNumbers } from '../../../src-main/services/numbers/search-numbers.ts';
import { openSuggestingDesk, type SuggestingDesk } from '../../support/suggesting-desk.ts';

let desk: SuggestingDesk;
beforeAll(async () => { desk = await openSuggestingDesk([], 0.33); }, 60_000);
afterAll(() => desk.close());

const plain: Request<'numbers/search'> = { text: '', grades: [], minimumAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false, sort: 'memorable', offset: 0, limit: 100 };
const ask = (asked: Partial<typeof plain>) => searchNumbers(desk.context, { ...plain, ...asked });
async function found(asked: Partial<typeof plain>) {
  const answer = await ask(asked);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
const sum = (perGrade: readonly { readonly count: number }[]): number => perGrade.reduce((all, { count }) => all + count, 0);

test.each<[string, Partial<typeof plain>, (hit: NumberHit) => boolean]>([
  ['a monthly minimum', { text: '不含4', minimumAtMostLi: 500_000 }, (hit) => hit.minimumLi <= 500_000],
  ['a prepayment', { prepayAtMostLi: 1_500_000 }, (hit) => hit.prepayLi <= 1_500_000],
  ['numbers that look special', { looksSpecial: true }, (hit) => hit.grade === 9 && hit.looks !== null],
  ['grades of the box', { text: '五级 六级' }, (hit) => hit.grade === 5 || hit.grade === 6],
  ['grades of the chips, which overrule the box', { text: '五级', grades: [3] }, (hit) => hit.grade === 3],
])('%s: each hit keeps it, by what the hit itself says, and the counts are of the hits', async (_, asked, keeps) => {
  const answer = await found(asked);
  expect(answer.hits.length).toBe(100);
  expect(answer.hits.filter((hit) => !keeps(hit))).toEqual([]);
  const outside = await found({ ...asked, offset: answer.total });
  expect(outside.hits).toEqual([]);
  if ((asked.grades ?? []).length === 0 && !/级/.test(asked.text ?? '')) expect(sum(answer.perGrade)).toBe(answer.total);
});

test('by price the lowest monthly minimum stands first, by number the lowest digits', async () => {
  const cheap = (await found({ text: '靓号 8888结尾', sort: 'price' })).hits.map((hit) => hit.minimumLi);
  expect(cheap).toEqual(cheap.toSorted((a, b) => a - b));
  const digits = (await found({ text: '168', sort: 'number', offset: 50 })).hits.map((hit) => hit.digits);
  expect(digits).toEqual(digits.toSorted());
});

test('each word says what it was understood as', async () => {
  expect((await found({ text: '１６８ 不含4' })).understood).toEqual([{ source: '168', meaning: { code: 'contains', body: '168' } }, { source: '不含4', meaning: { code: 'without', digits: '4' } }]);
});

test('a wish that nothing fits brings free numbers with the places that differ', async () => {
  const taken = Array.from({ length: 100 }, (_, at) => `40061288${String(at).padStart(2, '0')}`).find((digits) => !desk.context.pool.isFree(digits)) ?? '';
  const answer = await found({ text: taken });
  expect(answer).toMatchObject({ total: 0, hits: [], gaveUp: [] });
  expect(answer.nearMisses.length).toBeGreaterThanOrEqual(10);
  for (const { digits, changed } of answer.nearMisses) {
    expect(desk.context.pool.isFree(digits)).toBe(true);
    expect([...digits].flatMap((digit, at) => (digit === taken[at] ? [] : [at]))).toEqual(changed);
  }
});

test('what cannot be read is named, and a number of another carrier is said to be theirs', async () => {
  expect(await ask({ text: '168 好听的' })).toEqual({ ok: false, error: { code: 'query-not-understood', facts: { why: 'unreadable-term', part: '好听的' } } });
  expect(await ask({ text: '4008881234' })).toEqual({ ok: false, error: { code: 'number-not-orderable', facts: { number: '4008', ownerName: '中国电信' } } });
});

test('numbers lent to this PC are found though the mirror has them as taken', async () => {
  const lent = Array.from({ length: 100 }, (_, at) => `40061399${String(at).padStart(2, '0')}`).filter((digits) => !desk.context.pool.isFree(digits)).slice(0, 3);
  desk.context.pool.setOwn(lent);
  const answer = await found({ leasedOnly: true, sort: 'number' });
  expect(answer.hits.map(({ digits, leased }) => [digits, leased])).toEqual(lent.map((digits) => [digits, true]));
  desk.context.pool.setOwn([]);
  expect((await found({ leasedOnly: true })).total).toBe(0);
});
