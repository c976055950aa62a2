import { expect, test } from 'vitest';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { lookOf, looksSpecial } from '#domain/number/meaning/looks-special.ts';
import { shippedReference } from '../../../main/pool/shipped-rules.ts';

const rules = shippedReference().numberRules;

test.each([
  ['4006666627', '五连号'], ['4006666271', '四连号'], ['4006006006', null], ['4000660060', '只用两个数'], ['4006661112', null],
  ['4000689896', '全是六八九'], ['4001231237', '三位两遍'], ['4006771123', 'AABB'], ['4000813721', '好记的数'], ['4000817214', null],
  ['4000814624', '乘法口诀'], ['4006081997', '年份'], ['4006087077', '差一位的四连'], ['4006081608', null], ['4006234517', '四位顺子'],
  ['4006628618', '差一位的重复'], ['4000008888', null],
])('%s looks like %s', (digits, look) => expect(looksSpecial(digits, rules)).toBe(look));

test('whatever looks special is billed as ordinary under the rules in force, and about every sixth number does', () => {
  let looking = 0;
  for (let at = 0; at < 2_000_000; at += 7) {
    const digits = `400${at < 1_000_000 ? 0 : 6}${String(at % 1_000_000).padStart(6, '0')}`;
    if (looksSpecial(digits, rules) === null) continue;
    looking += 1;
    expect(gradeNumber(digits, rules).grade).toBe(9);
  }
  expect(looking).toBeGreaterThan(30_000);
  expect(looking).toBeLessThan(60_000);
});

test('a rule that bills less leaves more that looks special: the tail of a dropped rule is named, not lost', () => {
  const dropped = { ...rules, rules: rules.rules.filter(({ id }) => id !== 'AABB') };
  expect(looksSpecial('4006081188', rules)).toBeNull();
  expect(looksSpecial('4006081188', dropped)).toBe('AABB');
  expect(lookOf('4006081188', rules)).toBe('AABB');
});
