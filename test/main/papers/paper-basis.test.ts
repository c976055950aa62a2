import { afterAll, expect, test } from 'vitest';
import { basisNow, numbersNow, type PaperSource, paperStands } from '../../../src-main/services/papers/paper-basis.ts';
import type { PickRow } from '../../../src-main/store/tables/number/pick-rows.ts';
import { loadedCase, openPaperContext } from '../../support/loaded-case.ts';

const { context, close } = openPaperContext();
afterAll(close);
const ranked = ['4006037294', '4006037295', '4006037296'] as const;
const signedAt: PaperSource = loadedCase(context, { digits: ranked[0], hold: 'provisional', fallbacks: ranked.slice(1) });
const now = (change: Partial<PickRow>): PaperSource => ({ ...signedAt, pick: { ...(signedAt.pick as PickRow), ...change } });
const kinds = ['agreement', 'form'] as const;
const stands = (source: PaperSource, signed: PaperSource = signedAt): readonly boolean[] =>
  kinds.map((kind) => paperStands({ kind, basisDigest: basisNow(kind, signed), numbers: numbersNow(signed.pick) }, source));

test('every number of the signed list may become the case\'s, provisional or granted', () => {
  expect(stands(signedAt)).toEqual([true, true]);
  expect(stands(now({ hold: 'granted' }))).toEqual([true, true]);
  expect(stands(now({ digits: ranked[1], fallbacks: [ranked[2]] }))).toEqual([true, true]);
  expect(stands(now({ digits: ranked[2], fallbacks: [], hold: 'granted' }))).toEqual([true, true]);
});

test('a number, or a fallback that could become it, outside the list outdates both papers', () => {
  expect(stands(now({ digits: '4006037297', fallbacks: [], hold: 'granted' }))).toEqual([false, false]);
  expect(stands(now({ fallbacks: [ranked[1], '4006037297'] }))).toEqual([false, false]);
});

test('signed when the number was sure, a list with that number in it is another content', () => {
  const sure = now({ hold: 'granted', fallbacks: [] });
  expect(stands(sure, sure)).toEqual([true, true]);
  expect(stands(signedAt, sure)).toEqual([false, false]);
});

test('a fallback of another grade, by other tables or at another price is not what the agreement says', () => {
  const [{ plan }, fallback] = [signedAt, { digits: ranked[1], fallbacks: [] }];
  expect(stands(now({ ...fallback, grade: 6 }))[0]).toBe(false);
  expect(stands(now({ ...fallback, rulesVersion: '2' }))[0]).toBe(false);
  const quote = plan?.quote;
  if (plan == null || quote == null) throw new Error('the sample has no quote');
  expect(quote.lines.length).toBeGreaterThan(0);
  expect(stands({ ...now(fallback), plan: { ...plan, quote: { ...quote, lines: quote.lines.slice(1) } } })[0]).toBe(false);
});

test('a paper sealed before papers remembered their numbers stands for its one number only', () => {
  const old = now({ hold: 'granted', fallbacks: [] });
  const paper = { kind: 'agreement', basisDigest: basisNow('agreement', old), numbers: null } as const;
  expect([paperStands(paper, old), paperStands(paper, signedAt), paperStands(paper, now({ digits: ranked[1], fallbacks: [] }))]).toEqual([true, true, false]);
});
