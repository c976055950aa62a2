import type { NumberQuery } from '#domain/number/number-query.ts';
import type { Mask } from '#domain/number/query-mask.ts';
import { GRADES } from '#domain/number/number-rules.ts';

/** The pool as arrays in rank order: seven digits packed four bits each, grade, free. */
export type PackedPool = { readonly packed: Uint32Array; readonly grade: Uint8Array; readonly free: Uint8Array };

export type Scan = { readonly total: number; readonly perGrade: readonly number[]; readonly page: readonly number[] };

type Test = { readonly mask: number; readonly value: number; readonly same: readonly number[]; readonly differ: readonly number[] };

/** What a careful programmer writes first: one pass over typed arrays; the order of the arrays spares it the sorting. */
export function scanPool({ packed, grade, free }: PackedPool, query: NumberQuery, limit: number): Scan {
  const terms = query.terms.map((term) => (term.kind === 'masks' ? { tests: term.masks.map(compile), without: [] } : { tests: [], without: [...term.digits].map(Number) }));
  const asked = new Uint8Array(10);
  for (const each of query.grades.length === 0 ? GRADES : query.grades) asked[each] = 1;
  const counts = new Int32Array(10);
  const page: number[] = [];
  for (let at = 0; at < packed.length; at += 1) {
    if (free[at] === 0) continue;
    const digits = packed[at] as number;
    let fits = true;
    for (const { tests, without } of terms) {
      fits = tests.length > 0 ? anyFits(tests, digits) : !holdsAny(without, digits);
      if (!fits) break;
    }
    if (!fits) continue;
    const own = grade[at] as number;
    (counts[own] as number) += 1;
    if (asked[own] === 1 && page.length < limit) page.push(at);
  }
  const perGrade = GRADES.map((each) => counts[each] as number);
  return { total: GRADES.reduce((sum, each, index) => sum + (asked[each] === 1 ? (perGrade[index] as number) : 0), 0), perGrade, page };
}

function anyFits(tests: readonly Test[], digits: number): boolean {
  for (const { mask, value, same, differ } of tests) {
    if ((digits & mask) !== value) continue;
    let fits = true;
    for (let at = 0; at < same.length && fits; at += 2) fits = ((digits >>> same[at]!) & 15) === ((digits >>> same[at + 1]!) & 15);
    for (let at = 0; at < differ.length && fits; at += 2) fits = ((digits >>> differ[at]!) & 15) !== ((digits >>> differ[at + 1]!) & 15);
    if (fits) return true;
  }
  return false;
}

function holdsAny(without: readonly number[], digits: number): boolean {
  for (let shift = 0; shift < 28; shift += 4) if (without.includes((digits >>> shift) & 15)) return true;
  return false;
}

function compile(text: Mask): Test {
  let mask = 0;
  let value = 0;
  const places = new Map<string, number[]>();
  [...text].forEach((asked, place) => {
    const shift = 4 * (6 - place);
    if (asked >= 'A') places.set(asked, [...(places.get(asked) ?? []), shift]);
    else if (asked !== '?') {
      mask |= 15 << shift;
      value |= Number(asked) << shift;
    }
  });
  const letters = [...places.values()];
  const same = letters.flatMap(([first, ...others]) => others.flatMap((other) => [first as number, other]));
  const differ = letters.flatMap((one, index) => letters.slice(index + 1).flatMap((other) => [one[0] as number, other[0] as number]));
  return { mask, value, same, differ };
}
