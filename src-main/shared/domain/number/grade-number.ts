import { assert } from '../assert.ts';
import { indexTails, type TailIndex } from './grade-tails.ts';
import { sevenOf, type NumberDigits } from './number.ts';
import type { Li } from '../money/money.ts';
import type { Grade, GradeTable, GradeTerms, NumberRule, NumberRules } from './number-rules.ts';

/** The rule id of a number that no rule hits. */
export const ORDINARY_RULE = 'ORDINARY';

/** One rule that hits a number, with the digits it saw. */
export type GradeMatch = { readonly ruleId: string; readonly grade: Grade; readonly tail: string };

/** A number's grade, the rule that decided it, and all that hit, the winner first. */
export type GradedNumber = { readonly grade: Grade; readonly ruleId: string; readonly matches: readonly GradeMatch[] };

/** Why a number has its grade, as a code and facts that `text/` turns into a sentence. */
export type GradeReason =
  | { readonly code: 'run'; readonly tail: string; readonly digit: string; readonly length: number }
  | { readonly code: 'rising' | 'falling'; readonly tail: string; readonly length: number }
  | { readonly code: 'shape'; readonly tail: string; readonly shape: string }
  | { readonly code: 'fixed-tail'; readonly tail: string }
  | { readonly code: 'ordinary' };

const indexes = new WeakMap<NumberRules, TailIndex>();

/** The tail index of a rules value, made once per value. */
export function tailIndexOf(rules: NumberRules): TailIndex {
  const known = indexes.get(rules);
  if (known) return known;
  const made = indexTails(rules.rules);
  indexes.set(rules, made);
  return made;
}

/** Grades the seven digits after 400: best grade wins, ties by the order of the table, all matches kept. */
export function gradeNumber(digits: NumberDigits, rules: NumberRules): GradedNumber {
  assert(/^400\d{7}$/.test(digits), 'gradeNumber: not ten digits from 400');
  const seven = sevenOf(digits);
  const index = tailIndexOf(rules);
  const hits = [1, 2, 3, 4, 5, 6, 7].flatMap((length) => index.get(seven.slice(-length)) ?? []);
  const matches = hits
    .map(({ ruleIndex, tail }) => ({ ruleIndex, tail, rule: rules.rules[ruleIndex] as NumberRule }))
    .sort((a, b) => a.rule.grade - b.rule.grade || a.ruleIndex - b.ruleIndex)
    .map(({ rule, tail }) => ({ ruleId: rule.id, grade: rule.grade, tail }));
  const best = matches[0];
  return best ? { grade: best.grade, ruleId: best.ruleId, matches } : { grade: 9, ruleId: ORDINARY_RULE, matches };
}

/** The winning rule in facts: what stands at the end of the number. */
export function gradeReason(graded: GradedNumber, rules: NumberRules): GradeReason {
  const won = graded.matches[0];
  const rule = won && rules.rules.find(({ id }) => id === won.ruleId);
  if (!won || !rule) return { code: 'ordinary' };
  const { tail } = won;
  switch (rule.kind) {
    case 'run':
      return { code: 'run', tail, digit: tail.slice(0, 1), length: rule.length };
    case 'sequence':
      return { code: (Number(tail[1]) - Number(tail[0]) + 10) % 10 === 1 ? 'rising' : 'falling', tail, length: rule.length };
    case 'shape':
      return { code: 'shape', tail, shape: rule.shape };
    case 'tails':
      return { code: 'fixed-tail', tail };
  }
}

/** Money and term of a grade; a table without the grade is a bug of its loader. */
export function termsOfGrade(grade: Grade, table: GradeTable): GradeTerms {
  const terms = table.grades.find((row) => row.grade === grade);
  assert(terms, 'termsOfGrade: the grade table misses a grade');
  return terms;
}

/** The monthly floor that an enabled head rule adds for this number; 0 while all are off. */
export const headFloorLi = (digits: NumberDigits, rules: NumberRules): Li =>
  Math.max(0, ...rules.heads.filter(({ enabled, head }) => enabled && digits.startsWith(head)).map(({ floorLi }) => floorLi));
