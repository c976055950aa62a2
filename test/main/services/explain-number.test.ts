import { afterAll, beforeAll, expect, test } from 'vitest';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { explainNumber } from '../../../src-main/services/numbers/explain-number.ts';
import { openSuggestingDesk, type SuggestingDesk } from '../../support/suggesting-desk.ts';

let desk: SuggestingDesk;
beforeAll(async () => { desk = await openSuggestingDesk([], 0); }, 60_000);
afterAll(() => desk.close());

const explain = async (digits: string) => {
  const answer = await explainNumber(desk.context, digits);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

test('a number is explained by all rules that hit it, the winner first, and by what it costs over its term', async () => {
  const told = await explain('4006038888');
  expect(told.matches.map(({ ruleId }) => ruleId)[0]).toBe('RUN-4');
  expect(told.matches.every(({ name }) => name !== '')).toBe(true);
  expect(told).toMatchObject({ hit: { minimumLi: 1_500_000, floorLi: 400_000, prepayLi: 4_500_000 }, monthlyMinimumLi: 1_500_000, prepayDueLi: 4_500_000, termMonths: 12, totalOverTermLi: 18_000_000, confirmed: false, groupings: ['400-603-8888', '4006-038-888'] });
  expect(told.readings).toContain('四零零，六零三，四个八');
});

test.each(['4006888888', '4006123456', '4006038888', '4006012888', '4006001688', '4006392211'])('the nearest ordinary number to %s is free, one digit away, and its saving is over the same months', async (digits) => {
  const told = await explain(digits);
  const near = told.nearestOrdinary;
  if (near === null) throw new Error('none is near');
  const [place = 0, ...others] = near.changed;
  expect(others).toEqual([]);
  expect(near.hit.digits).toBe(digits.slice(0, place) + near.hit.digits.slice(place, place + 1) + digits.slice(place + 1));
  expect(near.hit.digits).not.toBe(digits);
  expect(desk.context.pool.isFree(near.hit.digits)).toBe(true);
  expect(gradeNumber(near.hit.digits, desk.context.reference.numberRules).grade).toBe(9);
  expect(near.savingLi).toBe(told.totalOverTermLi - 360_000 * told.termMonths);
});

test('no other ordinary number one digit away differs further from the end', async () => {
  const { nearestOrdinary } = await explain('4006001688');
  const place = nearestOrdinary?.changed[0] ?? 0;
  for (let further = 4; further < place; further += 1) {
    for (const digit of '0123456789') {
      const other = `4006001688`.slice(0, further) + digit + `4006001688`.slice(further + 1);
      expect(gradeNumber(other, desk.context.reference.numberRules).grade).not.toBe(9);
    }
  }
});

test('where every number one digit away is gone, two digits change', async () => {
  const wish = '4006012888';
  const near = [...wish].flatMap((_, place) => [...'0123456789'].map((digit) => wish.slice(0, place) + digit + wish.slice(place + 1))).filter((digits) => /^400[06]/.test(digits));
  await desk.context.pool.apply(near.map((digits) => ({ digits, free: false })), 2);
  expect((await explain(wish)).nearestOrdinary?.changed).toHaveLength(2);
});

test('an ordinary number binds to nothing and has nothing to save', async () => {
  expect(await explain('4006037294')).toMatchObject({ matches: [], termMonths: 0, totalOverTermLi: 0, monthlyMinimumLi: 360_000, prepayDueLi: 1_080_000, nearestOrdinary: null });
});
