import * as fc from 'fast-check';

const digit = fc.constantFrom(...'0123456789');
const body = fc.oneof(
  fc.string({ unit: fc.constantFrom('0', '1', '6', '8', '9', '?', '?'), minLength: 1, maxLength: 7 }),
  fc.string({ unit: fc.constantFrom('0', '1', '6', '8', '?', '*'), minLength: 1, maxLength: 7 }),
  fc.string({ unit: fc.constantFrom('A', 'A', 'B', 'B', 'C', 'D', '?', '8'), minLength: 2, maxLength: 7 }),
  fc.constantFrom('AABB', 'ABAB', 'ABCABC', 'AAAB', 'ABCCBA', 'ABCD', 'ABC', '?ABCDE', '豹子', '连对', '对称'),
);
const placed = (core: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(core, fc.constantFrom('', '', '含', '尾', '开头', '结尾')).map(([word, place]) => (place === '开头' || place === '结尾' ? word + place : place + word));
const run = fc.tuple(fc.constantFrom('升', '降', '顺子'), fc.constantFrom('', '3位', '4', '5位', '6位', '7位')).map((parts) => parts.join(''));
const digits = fc.uniqueArray(digit, { minLength: 1, maxLength: 6 }).map((each) => each.join(''));
const count = fc.tuple(digit, fc.constantFrom('至少', '最多', '恰好', '≥', '<='), fc.nat(7)).map(([each, compare, times]) => `${each}${compare}${times}个`);

/** Words of the search box: each kind it knows, at each place. */
export const queryWords: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: placed(body) }, { weight: 2, arbitrary: placed(run) }, { weight: 2, arbitrary: placed(fc.constantFrom('年', '日期', '口诀')) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}×${b}`) },
  { weight: 2, arbitrary: digits.map((each) => `不含${each}`) }, { weight: 1, arbitrary: digits.map((each) => `只要06${each}`) }, { weight: 2, arbitrary: count },
  { weight: 1, arbitrary: digit.map((each) => `${each}多`) }, { weight: 1, arbitrary: fc.constantFrom('4006', '40068', '4000??AABB', '4006??8899', '4000123*') },
  { weight: 1, arbitrary: fc.constantFrom('一级', '三级', '六级靓号', '普通', '靓号') },
);
