import { assert } from '../assert.ts';
import type { NumberRule } from './number-rules.ts';

/** A rule that decided, and the digits it saw at the end. */
export type TailHit = { readonly ruleIndex: number; readonly tail: string };

/** Every tail that some rule grades, as text → the rules that hit it: number finder, carrier and bench read the same map. */
export type TailIndex = ReadonlyMap<string, readonly TailHit[]>;

const DIGITS = '0123456789';
const WIDTH = 7;

/** Lists each concrete tail of each rule once; a run or sequence lists also the digit before it, so that it is maximal. */
export function indexTails(rules: readonly NumberRule[]): TailIndex {
  const index = new Map<string, TailHit[]>();
  rules.forEach((rule, ruleIndex) => {
    for (const { key, tail } of tailsOf(rule)) {
      const hits = index.get(key);
      if (hits) hits.push({ ruleIndex, tail });
      else index.set(key, [{ ruleIndex, tail }]);
    }
  });
  return index;
}

type Tail = { readonly key: string; readonly tail: string };

function tailsOf(rule: NumberRule): Tail[] {
  switch (rule.kind) {
    case 'run':
      return [...rule.digits].flatMap((digit) => notAfter(digit.repeat(rule.length), digit));
    case 'sequence':
      return sequences(rule.length, rule.wrap).flatMap(({ tail, before }) => notAfter(tail, before));
    case 'shape':
      return fillShape(rule.shape).map((tail) => ({ key: tail, tail }));
    case 'tails':
      return rule.tails.map((tail) => ({ key: tail, tail }));
  }
}

/** The tail preceded by each digit but the one that would make it longer. */
function notAfter(tail: string, before: string): Tail[] {
  assert(tail.length <= WIDTH, 'indexTails: a tail is longer than seven digits');
  if (tail.length === WIDTH || before === '') return [{ key: tail, tail }];
  return [...DIGITS].filter((digit) => digit !== before).map((digit) => ({ key: digit + tail, tail }));
}

/** Rising and falling sequences of a length; `before` is the digit that would continue one to the left. */
export function sequences(length: number, wrap: boolean): { tail: string; before: string }[] {
  const found: { tail: string; before: string }[] = [];
  for (const step of [1, -1]) {
    for (let first = 0; first <= 9; first += 1) {
      const last = first + step * (length - 1);
      if (!wrap && (last < 0 || last > 9)) continue;
      const at = (place: number): number => (((first + step * place) % 10) + 10) % 10;
      const before = first - step;
      const continues = wrap || (before >= 0 && before <= 9);
      found.push({ tail: Array.from({ length }, (_, place) => at(place)).join(''), before: continues ? String(at(-1)) : '' });
    }
  }
  return found;
}

/** Every filling of a letter shape with distinct digits: AABB gives 90 tails. */
export function fillShape(shape: string): string[] {
  const letters = [...new Set(shape)];
  const fill = (chosen: readonly string[]): string[] =>
    chosen.length === letters.length
      ? [[...shape].map((letter) => chosen[letters.indexOf(letter)]).join('')]
      : [...DIGITS].filter((digit) => !chosen.includes(digit)).flatMap((digit) => fill([...chosen, digit]));
  return fill([]);
}
