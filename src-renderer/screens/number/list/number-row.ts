import type { NumberHit } from '#contract/numbers.ts';
import type { Meaning } from '#domain/number/meaning/meaning.ts';
import { boldPlaces } from '../../../text/number.ts';
import { cellsOf } from '../builder/query-cells.ts';

/** A row of the list: found, close to what was asked (`changed` places), or suggested (`meaning`). */
export type NumberRow = NumberHit & { readonly changed?: readonly number[]; readonly meaning?: Meaning };

/** How a digit is set: asked for, free to vary, part of the shape, part of the meaning, or other than asked. */
export type DigitLook = 'fixed' | 'any' | 'shape' | 'changed';

/** The look of each of the ten digits of a row under the words of the box. */
export function digitLooks(row: NumberRow, text: string): readonly DigitLook[] {
  const cells = row.meaning ? null : cellsOf(text);
  const [from, to] = boldPlaces(row.reason);
  return Array.from(row.digits, (_, place) => {
    if (row.changed?.includes(place)) return 'changed';
    if (row.meaning) return place >= row.meaning.at && place < row.meaning.at + row.meaning.digits.length ? 'shape' : 'fixed';
    const cell = cells?.[place];
    if (cell !== undefined && /[A-G]/.test(cell)) return 'shape';
    if (place >= from && place < to) return 'shape';
    return cell === '?' ? 'any' : 'fixed';
  });
}
