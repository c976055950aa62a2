import type { NumberQuery, QueryTerm } from '#domain/number/number-query.ts';
import type { Mask } from '#domain/number/query-mask.ts';
import type { Operand } from './bitmaps.ts';

/** Where the shared bitmaps stand: digit at place, places equal, digit anywhere in the six of the suffix. */
export const SHARED_SLOTS = 85;
export const digitSlot = (place: number, digit: number): number => place * 10 + digit;
export const hasSlot = (digit: number): number => 75 + digit;
export const pairSlot = (a: number, b: number): number => 60 + (a * (11 - a)) / 2 + (b - a - 1);

/** What a query asks of the suffixes of one segment: all operands, and of each list of alternatives one. */
export type SuffixPlan = { readonly all: readonly Operand[]; readonly anyOf: readonly (readonly (readonly Operand[])[])[]; readonly key: string };

/** Resolves the place that the segment's own digit fills; null when no number of the segment can fit. */
export function planFor(query: NumberQuery, head: string): SuffixPlan | null {
  const all: Operand[] = [];
  const anyOf: (readonly (readonly Operand[])[])[] = [];
  for (const term of query.terms) {
    const alternatives = alternativesOf(term, Number(head[3]));
    const [first, ...others] = alternatives;
    if (first === undefined) return null;
    if (others.length === 0) all.push(...first);
    else if (!alternatives.some((each) => each.length === 0)) anyOf.push(alternatives);
  }
  return { all, anyOf, key: JSON.stringify([all, anyOf]) };
}

function alternativesOf(term: QueryTerm, own: number): readonly (readonly Operand[])[] {
  if (term.kind === 'without') {
    const digits = [...term.digits].map(Number);
    return digits.includes(own) ? [] : [digits.map((digit) => ({ slot: hasSlot(digit), not: true }))];
  }
  return term.masks.map((mask) => operandsOf(mask, own)).filter((each) => each !== null);
}

/** The operands of one mask; place 0 is the segment's digit, places 1–6 the suffix. */
function operandsOf(mask: Mask, own: number): readonly Operand[] | null {
  const operands: Operand[] = [];
  const letters = new Map<string, number[]>();
  for (const [place, asked] of [...mask].entries()) {
    if (asked >= 'A') letters.set(asked, [...(letters.get(asked) ?? []), place]);
    else if (asked !== '?') {
      if (place > 0) operands.push({ slot: digitSlot(place - 1, Number(asked)), not: false });
      else if (Number(asked) !== own) return null;
    }
  }
  return [...operands, ...letterOperands([...letters.values()], own)];
}

function letterOperands(letters: readonly (readonly number[])[], own: number): Operand[] {
  const same = letters.flatMap((places) => places.slice(1).map((place, index) => compare(places[index] as number, place, false, own)));
  const differ = letters.flatMap((places, index) => letters.slice(index + 1).map((others) => compare(places[0] as number, others[0] as number, true, own)));
  return [...same, ...differ];
}

function compare(a: number, b: number, not: boolean, own: number): Operand {
  const [left, right] = a < b ? [a, b] : [b, a];
  return left === 0 ? { slot: digitSlot(right - 1, own), not } : { slot: pairSlot(left - 1, right - 1), not };
}
