import type { MeaningText } from './meaning.ts';

const NUMERALS = '零一二三四五六七八九';
const ONE_TO_NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The multiplication table as children say it (口诀), where factors and product are four digits: 3721 is 三七二十一. */
export const rhymes: readonly MeaningText[] = ONE_TO_NINE.flatMap((a) =>
  ONE_TO_NINE.filter((b) => b >= a && a * b >= 10).map((b) => ({ digits: `${a}${b}${a * b}`, from: said(a, b), fit: a === 3 && b === 7 ? 60 : 44 })));

function said(a: number, b: number): string {
  const tens = Math.floor((a * b) / 10);
  const units = (a * b) % 10;
  return `${NUMERALS[a]}${NUMERALS[b]}${NUMERALS[tens]}十${units === 0 ? '' : NUMERALS[units]}`;
}
