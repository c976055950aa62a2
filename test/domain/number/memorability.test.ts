import { expect, it } from 'vitest';
import { memorabilityScale } from '#domain/number/memorability.ts';

const score = memorabilityScale([{ digits: '1688', points: 380 }, { digits: '3721', points: 300 }, { digits: '168', points: 220 }]);

it.each([
  [888888, 123456], [888666, 112233], [168168, 731952], [91688, 731952], [3721, 5712], [202008, 202603], [123123, 123132], [1688, 168801],
])('%i is easier to remember than %i', (easy, hard) => {
  expect(score(easy)).toBeGreaterThan(score(hard));
});

it('dislikes a four and stays inside sixteen bits', () => {
  expect(score(731954)).toBeLessThan(score(731952));
  for (let suffix = 0; suffix < 1_000_000; suffix += 997) expect(Number.isInteger(score(suffix)) && score(suffix) >= 0 && score(suffix) <= 65_535).toBe(true);
});
