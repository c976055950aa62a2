import { LOOKS, NO_LOOK, type LookRank } from './looks-special-names.ts';
import type { MemorableDigits } from '../grade/number-rules.ts';

/** For each of the four places of a four-digit window, and each of its 10,000 fillings, the look that it gives. */
export type WindowLooks = { readonly first: Uint8Array; readonly second: Uint8Array; readonly third: Uint8Array; readonly last: Uint8Array };

const rankOf = (name: (typeof LOOKS)[number]): LookRank => LOOKS.indexOf(name);

/** Fills the tables once; `known` are the digits that everybody knows (114, 3721), which count where they end the number, longer ones anywhere. */
export function windowLooks(known: readonly MemorableDigits[]): WindowLooks {
  const four = new Set(known.map(({ digits }) => digits).filter((digits) => digits.length === 4));
  const three = new Set(known.map(({ digits }) => digits).filter((digits) => digits.length === 3));
  const fill = (atTail: boolean): Uint8Array => Uint8Array.from({ length: 10_000 }, (_, value) => {
    const window = String(value).padStart(4, '0');
    if (four.has(window) || (atTail && three.has(window.slice(1)))) return Math.min(rankOf('好记的数'), shapeOf(window, atTail));
    return shapeOf(window, atTail);
  });
  const inside = fill(false);
  return { first: inside, second: inside, third: inside, last: fill(true) };
}

function shapeOf(window: string, atTail: boolean): LookRank {
  const [a, b, c, d] = [...window].map(Number) as [number, number, number, number];
  if (a === b && b === c && c === d) return rankOf('四连号');
  if (Math.abs(b - a) === 1 && c - b === b - a && d - c === b - a) return rankOf('四位顺子');
  if ((a === b && b === c) || (b === c && c === d)) return rankOf('三连号');
  if (atTail && a === d && (a === b || a === c)) return rankOf('差一位的四连');
  if (a === b && c === d) return rankOf('AABB');
  if (a === c && b === d) return rankOf('ABAB');
  if (!atTail) return NO_LOOK;
  if (a > 0 && a <= b && a * b >= 10 && a * b === c * 10 + d) return rankOf('乘法口诀');
  const year = Number(window);
  return year >= 1949 && year <= 2035 ? rankOf('年份') : NO_LOOK;
}
