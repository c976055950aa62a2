import { gradeNumber } from '../grade/grade-number.ts';
import { windowLooks, type WindowLooks } from './looks-special-windows.ts';
import { LOOKS, NO_LOOK, type LookRank } from './looks-special-names.ts';
import { sevenOf, type NumberDigits } from '../number.ts';
import { isSpecial, type NumberRules } from '../grade/number-rules.ts';

const tables = new WeakMap<NumberRules, WindowLooks>();

function tablesOf(rules: NumberRules): WindowLooks {
  const known = tables.get(rules);
  if (known) return known;
  const made = windowLooks(rules.memorable);
  tables.set(rules, made);
  return made;
}

/** What a special number would be named for, however it is billed: `seven` are the digits after 400 as one number. Null when nothing strikes. About 0.1 µs: a pool that knows its grades asks this for each ordinary number. */
export function lookOfSeven(seven: number, rules: NumberRules): string | null {
  const { first, second, third, last } = tablesOf(rules);
  const four = (seven / 1000) | 0, tail = seven % 10_000;
  const a = (four / 1000) | 0, b = ((four / 100) | 0) % 10, c = ((four / 10) | 0) % 10, d = four % 10;
  const e = ((tail / 100) | 0) % 10, f = ((tail / 10) | 0) % 10, g = tail % 10;
  const byWindow = Math.min(first[four] as number, second[((seven / 100) | 0) % 10_000] as number, third[((seven / 10) | 0) % 10_000] as number, last[tail] as number);
  const rank = Math.min(byWindow, sixLook(a, b, c, d, e, f), sixLook(b, c, d, e, f, g), wholeLook(a, b, c, d, e, f, g));
  return rank === NO_LOOK ? null : (LOOKS[rank] as string);
}

/** The same for a number as text. */
export const lookOf = (digits: NumberDigits, rules: NumberRules): string | null => lookOfSeven(Number(sevenOf(digits)), rules);

/** The short Chinese name of what makes a number look special although it is billed as an ordinary one; null for special and for plain numbers. */
export function looksSpecial(digits: NumberDigits, rules: NumberRules): string | null {
  const look = lookOf(digits, rules);
  return look === null || isSpecial(gradeNumber(digits, rules).grade) ? null : look;
}

const rankOf = (name: (typeof LOOKS)[number]): LookRank => LOOKS.indexOf(name);
const RUN_5 = rankOf('五连号');
const TWO_TRIPLES = rankOf('双三连');
const THREE_TWICE = rankOf('三位两遍');
const TWO_THRICE = rankOf('两位三遍');
const THREE_PAIRS = rankOf('三对相叠');
const MIRROR_6 = rankOf('六位对称');
const STRAIGHT_5 = rankOf('五位顺子');
const TWO_DIGITS = rankOf('只用两个数');
const ONLY_LIKED = rankOf('全是六八九');
const MIRROR_7 = rankOf('七位对称');
const EVERY_OTHER = rankOf('隔位同数');
const NEARLY_TWICE = rankOf('差一位的重复');

function sixLook(a: number, b: number, c: number, d: number, e: number, f: number): LookRank {
  if (b === c && c === d && d === e && (a === b || e === f)) return RUN_5;
  if (isStraight(a, b, c, d, e) || isStraight(b, c, d, e, f)) return STRAIGHT_5;
  if (a === b && b === c && d === e && e === f) return TWO_TRIPLES;
  if (a === d && b === e && c === f) return THREE_TWICE;
  if (a === c && c === e && b === d && d === f) return TWO_THRICE;
  if (a === b && c === d && e === f) return THREE_PAIRS;
  return a === f && b === e && c === d ? MIRROR_6 : NO_LOOK;
}

function isStraight(a: number, b: number, c: number, d: number, e: number): boolean {
  const step = b - a;
  return (step === 1 || step === -1) && c - b === step && d - c === step && e - d === step;
}

/** Digits 6, 8 and 9 as bits. */
const LIKED = (1 << 6) | (1 << 8) | (1 << 9);

function wholeLook(a: number, b: number, c: number, d: number, e: number, f: number, g: number): LookRank {
  const suffix = (1 << b) | (1 << c) | (1 << d) | (1 << e) | (1 << f) | (1 << g);
  const all = suffix | (1 << a);
  const others = all & (all - 1);
  if ((others & (others - 1)) === 0) return TWO_DIGITS;
  if ((suffix & ~LIKED) === 0) return ONLY_LIKED;
  if (a === g && b === f && c === e) return MIRROR_7;
  if (a === c && c === e && e === g) return EVERY_OTHER;
  const kept = Number(b === e) + Number(c === f) + Number(d === g);
  return kept === 2 ? NEARLY_TWICE : NO_LOOK;
}
