import { sevenOf, type NumberDigits } from './number.ts';
import type { NumberQuery, QueryTerm } from './number-query.ts';
import type { Grade } from './number-rules.ts';
import type { Mask } from './query-mask.ts';

/** Judges one number by reading its digits: the plain meaning of a query, and the oracle of the index. */
export function matchesQuery(query: NumberQuery, digits: NumberDigits, grade: Grade): boolean {
  const seven = sevenOf(digits);
  return (query.grades.length === 0 || query.grades.includes(grade)) && query.terms.every((term) => fitsTerm(term, seven));
}

function fitsTerm(term: QueryTerm, seven: string): boolean {
  if (term.kind === 'without') return ![...term.digits].some((digit) => seven.includes(digit));
  return term.masks.some((mask) => fitsMask(mask, seven));
}

/** True when the seven digits fit the mask. */
export function fitsMask(mask: Mask, seven: string): boolean {
  const letters = new Map<string, string>();
  for (let place = 0; place < seven.length; place += 1) {
    const asked = mask[place] as string;
    const digit = seven[place] as string;
    if (asked === '?') continue;
    if (asked >= 'A') {
      const known = letters.get(asked);
      if (known === undefined ? [...letters.values()].includes(digit) : known !== digit) return false;
      letters.set(asked, digit);
    } else if (asked !== digit) return false;
  }
  return true;
}
