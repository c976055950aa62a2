import { standFor } from './four-digits.ts';
import { sevenOf, type NumberDigits } from '../number.ts';
import type { NumberQuery, PatternPlace, QueryTerm } from './number-query.ts';
import type { Grade } from '../grade/number-rules.ts';
import { isStraight, type Mask } from './query-mask.ts';

/** Judges one number by reading its digits: the plain meaning of a query, and the oracle of the index. */
export function matchesQuery(query: NumberQuery, digits: NumberDigits, grade: Grade): boolean {
  const seven = sevenOf(digits);
  return (query.grades.length === 0 || query.grades.includes(grade)) && query.terms.every((term) => fitsTerm(term, seven));
}

/** True when the seven digits after 400 are what the term asks for. */
export function fitsTerm(term: QueryTerm, seven: string): boolean {
  switch (term.kind) {
    case 'pattern':
      return globsAt(term.at, seven, term.body).some((glob) => fitsGlob(glob, seven, '', lettersOf(term.body)));
    case 'run':
      return piecesAt(term.at, seven, term.length).some((piece) => isRun(piece, term.direction));
    case 'four':
      return piecesAt(term.at, seven, 4).some((piece) => standFor(term.what, piece));
    case 'without':
      return ![...seven].some((digit) => term.digits.includes(digit));
    case 'only':
      return [...seven].every((digit) => term.digits.includes(digit));
    case 'count': {
      const times = [...seven].filter((digit) => digit === term.digit).length;
      return times >= term.atLeast && times <= term.atMost;
    }
    case 'masks':
      return term.masks.some((mask) => fitsMask(mask, seven));
  }
}

const globsAt = (at: PatternPlace, seven: string, body: string): readonly string[] => {
  if (at === 'whole') return [body];
  if (at === 'begins') return [`${body}*`];
  if (at === 'ends') return [`*${body}`];
  return [...seven].map((_, from) => `${'?'.repeat(from)}${body}*`);
};

function piecesAt(at: PatternPlace, seven: string, length: number): readonly string[] {
  const all = [...seven].map((_, from) => seven.slice(from, from + length)).filter((piece) => piece.length === length);
  if (at === 'contains') return all;
  return at === 'begins' ? all.slice(0, 1) : at === 'ends' ? all.slice(-1) : [seven];
}

function isRun(piece: string, direction: 'up' | 'down' | 'either'): boolean {
  const steps = new Set([...piece].slice(1).map((digit, at) => Number(digit) - Number(piece[at])));
  return steps.size === 1 && ((steps.has(1) && direction !== 'down') || (steps.has(-1) && direction !== 'up'));
}

/** Reads a pattern from the left; `bound` is each letter seen so far with its digit (`A1B2`). */
function fitsGlob(glob: string, rest: string, bound: string, holds: (bound: string) => boolean): boolean {
  const asked = glob[0];
  if (asked === undefined) return rest === '' && holds(bound);
  const after = glob.slice(1);
  if (asked === '*') return fitsGlob(after, rest, bound, holds) || (rest !== '' && fitsGlob(glob, rest.slice(1), bound, holds));
  const digit = rest[0];
  if (digit === undefined) return false;
  if (asked < 'A') return (asked === '?' || asked === digit) && fitsGlob(after, rest.slice(1), bound, holds);
  const known = bound.indexOf(asked);
  if (known >= 0) return bound[known + 1] === digit && fitsGlob(after, rest.slice(1), bound, holds);
  return fitsGlob(after, rest.slice(1), bound + asked + digit, holds);
}

/** Letters of a shape stand for different digits; ABC, ABCD… in a row for a straight. */
function lettersOf(body: string): (bound: string) => boolean {
  const letters = body.replace(/[^A-G]/g, '');
  const straight = isStraight(letters) && body.includes(letters);
  return (bound) => {
    const digits = bound.replace(/[A-G]/g, '');
    return straight ? isRun(digits, 'either') : new Set(digits).size === digits.length;
  };
}

/** True when the seven digits fit the mask. */
export function fitsMask(mask: Mask, seven: string): boolean {
  const letters = new Map<string, string>();
  for (let place = 0; place < seven.length; place += 1) {
    const asked = mask[place] as string;
    const digit = seven[place] as string;
    if (asked === '?') continue;
    if (asked === '+' || asked === '-') {
      if (Number(digit) - Number(seven[place - 1]) !== (asked === '+' ? 1 : -1)) return false;
    } else if (asked >= 'A') {
      const known = letters.get(asked);
      if (known === undefined ? [...letters.values()].includes(digit) : known !== digit) return false;
      letters.set(asked, digit);
    } else if (asked !== digit) return false;
  }
  return true;
}
