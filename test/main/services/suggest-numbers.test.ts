import { afterAll, beforeAll, expect, test } from 'vitest';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { meaningSources } from '#domain/number/meaning/meaning-sources.ts';
import { suggestNumbers } from '../../../src-main/services/numbers/suggest-numbers.ts';
import { generatedCompanies } from '../../support/generated-company.ts';
import { sampleCustomer } from '../../support/sample-company.ts';
import { openSuggestingDesk, type SuggestingDesk } from '../../support/suggesting-desk.ts';

const companies = generatedCompanies(200, 400);
const HAS_ALL = 200;
const TELLS_NOTHING = 201;
const all = { ...sampleCustomer(7), name: '示例市久发冷链物流有限公司', address: '冷库路128号', foundedOn: '1997-05-12', stockCode: '600036' };
const nothing = { ...sampleCustomer(8), name: '', creditCode: '', phone: '', address: '', foundedOn: '', stockCode: '', businessScope: '', purpose: '' };
let desk: SuggestingDesk;
beforeAll(async () => { desk = await openSuggestingDesk([...companies, all, nothing]); }, 60_000);
afterAll(() => desk.close());

const suggest = async (at: number) => {
  const answer = await suggestNumbers(desk.context, desk.caseIds[at] as string);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const allNumbers = (): string[] => ['4000', '4006'].flatMap((head) => Array.from({ length: 1_000_000 }, (_, suffix) => head + String(suffix).padStart(6, '0')));

test('200 generated companies: at least 20 each, none taken, none mis-graded, each carries its meaning where it says', async () => {
  for (let at = 0; at < companies.length; at += 1) {
    const { hits } = await suggest(at);
    expect(hits.length).toBeGreaterThanOrEqual(20);
    expect(new Set(hits.map(({ digits }) => digits)).size).toBe(hits.length);
    for (const { digits, grade, meaning } of hits) {
      expect(desk.context.pool.isFree(digits)).toBe(true);
      expect(grade).toBe(gradeNumber(digits, desk.context.reference.numberRules).grade);
      expect(digits.slice(meaning.at, meaning.at + meaning.digits.length)).toBe(meaning.digits);
      expect(meaning.from).not.toBe('');
    }
  }
}, 120_000);

test('a company that tells all of itself is offered something of each fact, and no fact takes more than a quarter', async () => {
  const { hits, sources } = await suggest(HAS_ALL);
  const kinds = hits.map(({ meaning }) => meaning.kind);
  for (const { kind } of sources.filter(({ kind: each }) => each !== 'licence-digits')) expect(kinds).toContain(kind);
  for (const kind of kinds) expect(kinds.filter((each) => each === kind).length).toBeLessThanOrEqual(6);
});

test('one that tells nothing still has 20, all of what everybody knows', async () => {
  const { hits } = await suggest(TELLS_NOTHING);
  expect(hits.length).toBeGreaterThanOrEqual(20);
  expect(new Set(hits.map(({ meaning }) => meaning.kind))).toEqual(new Set(['known-meaning', 'rhyme']));
});

test('the count of each source is exact: own facts anywhere, what everybody knows at the end', async () => {
  const { sources } = await suggest(HAS_ALL);
  const known = meaningSources(all, desk.context.reference.meanings);
  const carries = known.map(({ from, texts }) => (number: string) => texts.some(({ digits }) => (from === '' ? number.endsWith(digits) : number.includes(digits, 3))));
  const counts = known.map(() => 0);
  for (const number of allNumbers()) {
    if (!desk.context.pool.isFree(number)) continue;
    carries.forEach((fits, at) => { if (fits(number)) counts[at] = (counts[at] ?? 0) + 1; });
  }
  expect(sources.map(({ count }) => count)).toEqual(counts);
});

test('a fact without a free number says nought, and what is taken is offered no more', async () => {
  const gone = allNumbers().filter((digits) => digits.includes('1997', 3) && desk.context.pool.isFree(digits));
  await desk.context.pool.apply(gone.map((digits) => ({ digits, free: false })), 2);
  const { hits, sources } = await suggest(HAS_ALL);
  expect(sources.find(({ kind }) => kind === 'founded-year')).toEqual({ kind: 'founded-year', from: '1997', count: 0 });
  expect(hits.filter(({ digits }) => gone.includes(digits))).toEqual([]);
  expect(hits.length).toBeGreaterThanOrEqual(20);
});

test('a case that is not there is refused', async () => {
  expect(await suggestNumbers(desk.context, '00000000-0000-4000-8000-999999999999')).toEqual({ ok: false, error: { code: 'case-not-found' } });
});
