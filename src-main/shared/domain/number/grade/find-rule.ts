import { unreachable } from '../../assert.ts';
import type { NumberRule, RuleAnchor } from './number-rules.ts';

/** Digits that the rules judge: the seven after 400. */
export const JUDGED = 7;

/** A place in the seven digits as one number, `end × 8 + length`: of two places the greater ends further right, or is longer. NOWHERE when the rule does not fit. */
export type Place = number;

export const NOWHERE = -1;
export const placeAt = (place: Place): number => (place >>> 3) - (place & 7);
export const placeLength = (place: Place): number => place & 7;

/** Looks for one rule in seven digits given as values 0–9, and answers its rightmost place. */
export type FindRule = (digits: Uint8Array) => Place;

/** Makes the looker of a rule: everything that does not depend on the number is worked out here once. */
export function compileRule(rule: NumberRule): FindRule {
  switch (rule.kind) {
    case 'run':
      return among(rule.anchor, rule.length, fitsRun(rule.length, digitSet(rule.digits)));
    case 'sequence':
      return among(rule.anchor, rule.length, fitsSequence(rule.length, rule.wrap));
    case 'shape':
      return among(rule.anchor, rule.shape.length, fitsShape(rule.shape, digitSet(rule.digits)));
    case 'list':
      return rightmost(rule.entries.map((entry) => among(rule.anchor, entry.length, fitsEntry(entry))));
    case 'product':
      return among(rule.anchor, 4, fitsProduct);
    default:
      return unreachable(rule);
  }
}

/** True when a × b = 10p + q with 1 ≤ a ≤ b: 2510, 5630. */
export const isProduct = (a: number, b: number, p: number, q: number): boolean => a >= 1 && a <= b && p >= 1 && a * b === 10 * p + q;

type Fits = (digits: Uint8Array, at: number) => boolean;

function among(anchor: RuleAnchor, length: number, fits: Fits): FindRule {
  const last = JUDGED - length;
  const [from, to] = { tail: [last, last], head: [0, 0], middle: [1, last - 1], anywhere: [0, last] }[anchor] as [number, number];
  return (digits) => {
    for (let at = to; at >= from; at -= 1) if (fits(digits, at)) return (at + length) * 8 + length;
    return NOWHERE;
  };
}

const rightmost = (finds: readonly FindRule[]): FindRule => (digits) => finds.reduce((best, find) => Math.max(best, find(digits)), NOWHERE);

const digitSet = (digits: string): readonly boolean[] => Array.from({ length: 10 }, (_, digit) => digits.includes(String(digit)));

const fitsRun = (length: number, allowed: readonly boolean[]): Fits => (digits, at) => {
  const digit = digits[at] as number;
  if (allowed[digit] !== true || digits[at - 1] === digit || digits[at + length] === digit) return false;
  for (let place = at + 1; place < at + length; place += 1) if (digits[place] !== digit) return false;
  return true;
};

/** +1 or −1 between neighbours, 0 when neither; over the edge only with wrap. */
function stepBetween(from: number | undefined, to: number | undefined, wrap: boolean): number {
  if (from === undefined || to === undefined) return 0;
  const difference = to - from;
  if (difference === 1 || (wrap && difference === -9)) return 1;
  return difference === -1 || (wrap && difference === 9) ? -1 : 0;
}

const fitsSequence = (length: number, wrap: boolean): Fits => (digits, at) => {
  const step = stepBetween(digits[at], digits[at + 1], wrap);
  if (step === 0) return false;
  for (let place = at + 1; place < at + length - 1; place += 1) if (stepBetween(digits[place], digits[place + 1], wrap) !== step) return false;
  return stepBetween(digits[at - 1], digits[at], wrap) !== step && stepBetween(digits[at + length - 1], digits[at + length], wrap) !== step;
};

/** Checks as (place, earlier place, equal or different), so that a number costs comparisons only. */
function fitsShape(shape: string, allowed: readonly boolean[]): Fits {
  const checks: [number, number, boolean][] = [];
  const lettered: number[] = [];
  [...shape].forEach((letter, place) => {
    if (letter === '*') return;
    const known = shape.indexOf(letter);
    if (known < place) checks.push([place, known, true]);
    else {
      for (const earlier of lettered) checks.push([place, earlier, false]);
      lettered.push(place);
    }
  });
  return (digits, at) => {
    for (const [place, earlier, equal] of checks) if ((digits[at + place] === digits[at + earlier]) !== equal) return false;
    for (const place of lettered) if (allowed[digits[at + place] as number] !== true) return false;
    return true;
  };
}

function fitsEntry(entry: string): Fits {
  const wanted = [...entry].map(Number);
  return (digits, at) => {
    for (let place = 0; place < wanted.length; place += 1) if (digits[at + place] !== wanted[place]) return false;
    return true;
  };
}

const fitsProduct: Fits = (digits, at) => isProduct(digits[at] as number, digits[at + 1] as number, digits[at + 2] as number, digits[at + 3] as number);
