import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseCapitals } from '#domain/money/chinese-capitals.ts';

const cases = [
  { fen: 0, text: '人民币零元整' },
  { fen: 1, text: '人民币壹分' },
  { fen: 10, text: '人民币壹角整' },
  { fen: 12, text: '人民币壹角贰分' },
  { fen: 100, text: '人民币壹元整' },
  { fen: 105, text: '人民币壹元零伍分' },
  { fen: 150, text: '人民币壹元伍角整' },
  { fen: 1_000, text: '人民币壹拾元整' },
  { fen: 1_500, text: '人民币壹拾伍元整' },
  { fen: 10_000, text: '人民币壹佰元整' },
  { fen: 10_100, text: '人民币壹佰零壹元整' },
  { fen: 36_000, text: '人民币叁佰陆拾元整' },
  { fen: 100_203, text: '人民币壹仟零贰元零叁分' },
  { fen: 140_950, text: '人民币壹仟肆佰零玖元伍角整' },
  { fen: 376_000, text: '人民币叁仟柒佰陆拾元整' },
  { fen: 600_714, text: '人民币陆仟零柒元壹角肆分' },
  { fen: 1_000_000, text: '人民币壹万元整' },
  { fen: 1_000_100, text: '人民币壹万零壹元整' },
  { fen: 10_700_053, text: '人民币壹拾万柒仟元伍角叁分' },
  { fen: 10_050_000, text: '人民币壹拾万零伍佰元整' },
  { fen: 100_000_000, text: '人民币壹佰万元整' },
  { fen: 10_000_000_000, text: '人民币壹亿元整' },
  { fen: 10_000_000_001, text: '人民币壹亿元零壹分' },
  { fen: 10_000_010_000, text: '人民币壹亿零壹佰元整' },
  { fen: 10_010_000_000, text: '人民币壹亿零壹拾万元整' },
] as const;

describe('amount in Chinese capitals', () => {
  test.each(cases)('$fen fen is $text', ({ fen, text }) => {
    expect(chineseCapitals(fen * 10)).toBe(text);
  });

  test('reads back to the amount it was written from', () => {
    assert(property(integer({ min: 0, max: 99_999_999_999_99 }), (fen) => {
      expect(readBack(chineseCapitals(fen * 10))).toBe(fen);
    }), { numRuns: 2000 });
  });

  test('never sets two 零 together and never ends in one', () => {
    assert(property(integer({ min: 1, max: 99_999_999_99 }), (fen) => {
      expect(chineseCapitals(fen * 10)).not.toMatch(/零零|零元|零万|零亿|零整|零$/);
    }), { numRuns: 2000 });
  });

  test('refuses credits and fractions of a fen', () => {
    expect(() => chineseCapitals(-10)).toThrow();
    expect(() => chineseCapitals(5)).toThrow();
  });
});

function readBack(text: string): number {
  const match = /^人民币(?:(.+)元)?(?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?整?$/u.exec(text);
  if (!match) throw new Error(text);
  const digit = (character: string | undefined): number => (character === undefined ? 0 : '零壹贰叁肆伍陆柒捌玖'.indexOf(character));
  const [, yuan = ''] = match;
  let [total, group, figure] = [0, 0, 0];
  for (const character of yuan) {
    const place = { 拾: 10, 佰: 100, 仟: 1000 }[character];
    if (place) [group, figure] = [group + figure * place, 0];
    else if (character === '万') [total, group, figure] = [total + (group + figure) * 10_000, 0, 0];
    else if (character === '亿') [total, group, figure] = [(total + group + figure) * 100_000_000, 0, 0];
    else figure = digit(character);
  }
  return (total + group + figure) * 100 + digit(match[2]) * 10 + digit(match[3]);
}
