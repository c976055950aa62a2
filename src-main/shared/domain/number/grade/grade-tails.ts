import { unreachable } from '../../assert.ts';
import { isProduct, JUDGED } from './find-rule.ts';
import type { NumberRule } from './number-rules.ts';

/** A rule that hits, and the digits it saw at the end. */
export type TailHit = { readonly ruleIndex: number; readonly seen: string };

/** Every tail that some rule grades, as text → the rules that hit it, longest tail first: a few thousand tails instead of two million numbers. */
export type TailIndex = ReadonlyMap<string, readonly TailHit[]>;

const DIGITS = '0123456789';

/** Letters of a shape that are worth listing: four of them give 5,040 tails, five would give 30,240. */
const MOST_LETTERS = 4;

/** True when a rule's tails can be listed; all others are looked for in each number. */
export function isListed(rule: NumberRule): boolean {
  if (rule.anchor !== 'tail') return false;
  return rule.kind !== 'shape' || (!rule.shape.includes('*') && new Set(rule.shape).size <= MOST_LETTERS);
}

/** Lists each concrete tail of each enabled rule that can be listed, once; a run or sequence lists also the digit before it, so that it is maximal. */
export function indexTails(rules: readonly NumberRule[]): TailIndex {
  const index = new Map<string, TailHit[]>();
  rules.forEach((rule, ruleIndex) => {
    if (!rule.enabled || !isListed(rule)) return;
    for (const { key, seen } of tailsOf(rule)) {
      const hits = index.get(key);
      if (hits) hits.push({ ruleIndex, seen });
      else index.set(key, [{ ruleIndex, seen }]);
    }
  });
  return new Map([...index].sort(([a], [b]) => b.length - a.length));
}

type Tail = { readonly key: string; readonly seen: string };

function tailsOf(rule: NumberRule): readonly Tail[] {
  switch (rule.kind) {
    case 'run':
      return [...rule.digits].flatMap((digit) => notAfter(digit.repeat(rule.length), digit));
    case 'sequence':
      return sequences(rule.length, rule.wrap).flatMap(({ tail, before }) => notAfter(tail, before));
    case 'shape':
      return fillShape(rule.shape, rule.digits).map(asIs);
    case 'list':
      return [...new Set(rule.entries)].map(asIs);
    case 'product':
      return products().map(asIs);
    default:
      return unreachable(rule);
  }
}

const asIs = (tail: string): Tail => ({ key: tail, seen: tail });

/** The tail preceded by each digit but the one that would make it longer. */
function notAfter(tail: string, before: string): readonly Tail[] {
  if (tail.length === JUDGED || before === '') return [asIs(tail)];
  return [...DIGITS].filter((digit) => digit !== before).map((digit) => ({ key: digit + tail, seen: tail }));
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

/** Every filling of a letter shape with distinct digits out of some: AABB gives 90 tails. */
export function fillShape(shape: string, digits: string): string[] {
  const letters = [...new Set(shape)];
  const choices = [...new Set(digits)];
  const fill = (chosen: readonly string[]): string[] =>
    chosen.length === letters.length
      ? [[...shape].map((letter) => chosen[letters.indexOf(letter)]).join('')]
      : choices.filter((digit) => !chosen.includes(digit)).flatMap((digit) => fill([...chosen, digit]));
  return fill([]);
}

const products = (): readonly string[] =>
  Array.from({ length: 10_000 }, (_, four) => String(four).padStart(4, '0')).filter((four) => {
    const [a = 0, b = 0, p = 0, q = 0] = [...four].map(Number);
    return isProduct(a, b, p, q);
  });
