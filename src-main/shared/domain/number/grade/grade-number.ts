import { assert, unreachable } from '../../assert.ts';
import { compiledRules, downgraded, downgradesFor } from './compiled-rules.ts';
import { JUDGED, NOWHERE, placeAt, placeLength } from './find-rule.ts';
import { sevenOf, type NumberDigits } from '../number.ts';
import type { Li } from '../../money/money.ts';
import type { Grade, GradeTable, GradeTerms, NumberRule, NumberRules, RuleAnchor } from './number-rules.ts';

/** The rule id of a number that no rule hits. */
export const ORDINARY_RULE = 'ORDINARY';

/** One rule that hits a number, with the digits it saw and where they begin in the seven after 400 (0–6). */
export type GradeMatch = { readonly ruleId: string; readonly grade: Grade; readonly seen: string; readonly at: number };

/** A number's grade, the rule that decided it, all that hit (the winner first), and the downgrades that made the winner's grade worse. */
export type GradedNumber = { readonly grade: Grade; readonly ruleId: string; readonly matches: readonly GradeMatch[]; readonly downgradedBy: readonly string[] };

/** What the winning rule saw and where; `name` is the rule's own, `lowered` the digits for which the grade was made worse ('' none). */
type Seen = { readonly seen: string; readonly at: number; readonly anchor: RuleAnchor; readonly name: string; readonly lowered: string };

/** Why a number has its grade, as a code and facts that `text/` turns into a sentence. */
export type GradeReason =
  | (Seen & { readonly code: 'run'; readonly digit: string; readonly length: number })
  | (Seen & { readonly code: 'rising' | 'falling'; readonly length: number })
  | (Seen & { readonly code: 'shape'; readonly shape: string })
  | (Seen & { readonly code: 'fixed-tail' | 'product' })
  | { readonly code: 'ordinary' };

/** Grades the seven digits after 400: best grade wins, ties by the order of the table, all matches kept; then the downgrades. */
export function gradeNumber(digits: NumberDigits, rules: NumberRules): GradedNumber {
  assert(/^400\d{7}$/.test(digits), 'gradeNumber: not ten digits from 400');
  const { rankOf, downgrades } = compiledRules(rules);
  const matches = hitsOf(sevenOf(digits), rules)
    .sort((a, b) => (rankOf[a.ruleIndex] as number) - (rankOf[b.ruleIndex] as number))
    .map(({ ruleIndex, seen, at }) => {
      const rule = rules.rules[ruleIndex] as NumberRule;
      return { ruleId: rule.id, grade: rule.grade, seen, at };
    });
  const won = matches[0];
  if (!won) return { grade: 9, ruleId: ORDINARY_RULE, matches, downgradedBy: [] };
  const applied = downgradesFor(downgrades, won.seen);
  return { grade: downgraded(won.grade, applied), ruleId: won.ruleId, matches, downgradedBy: applied.map(({ id }) => id) };
}

type Hit = { readonly ruleIndex: number; readonly seen: string; readonly at: number };

function hitsOf(seven: string, rules: NumberRules): Hit[] {
  const { tails, finders } = compiledRules(rules);
  const hits: Hit[] = [];
  for (let length = JUDGED; length > 0; length -= 1) {
    for (const { ruleIndex, seen } of tails.get(seven.slice(-length)) ?? []) {
      // A list with 1688 and 688 counts once, with the longer one.
      if (!hits.some((hit) => hit.ruleIndex === ruleIndex)) hits.push({ ruleIndex, seen, at: JUDGED - seen.length });
    }
  }
  const values = Uint8Array.from(seven, Number);
  for (const { ruleIndex, find } of finders) {
    const place = find(values);
    if (place !== NOWHERE) hits.push({ ruleIndex, at: placeAt(place), seen: seven.slice(placeAt(place), placeAt(place) + placeLength(place)) });
  }
  return hits;
}

/** The winning rule in facts: what it saw, where, and what made the grade worse. */
export function gradeReason(graded: GradedNumber, rules: NumberRules): GradeReason {
  const won = graded.matches[0];
  const rule = won && rules.rules.find(({ id }) => id === won.ruleId);
  if (!won || !rule) return { code: 'ordinary' };
  const lowered = rules.downgrades.filter(({ id }) => graded.downgradedBy.includes(id)).map(({ digit }) => digit).join('');
  const base = { seen: won.seen, at: won.at, anchor: rule.anchor, name: rule.name, lowered };
  switch (rule.kind) {
    case 'run':
      return { code: 'run', ...base, digit: won.seen.slice(0, 1), length: rule.length };
    case 'sequence':
      return { code: (Number(won.seen[1]) - Number(won.seen[0]) + 10) % 10 === 1 ? 'rising' : 'falling', ...base, length: rule.length };
    case 'shape':
      return { code: 'shape', ...base, shape: rule.shape };
    case 'list':
      return { code: 'fixed-tail', ...base };
    case 'product':
      return { code: 'product', ...base };
    default:
      return unreachable(rule);
  }
}

/** Money, term and conditions of a grade; a table without the grade is a bug of its loader. */
export function termsOfGrade(grade: Grade, table: GradeTable): GradeTerms {
  const terms = table.grades.find((row) => row.grade === grade);
  assert(terms, 'termsOfGrade: the grade table misses a grade');
  return terms;
}

/** The monthly floor that an enabled head rule adds for this number; 0 while all are off. */
export const headFloorLi = (digits: NumberDigits, rules: NumberRules): Li =>
  Math.max(0, ...rules.heads.filter(({ enabled, head }) => enabled && digits.startsWith(head)).map(({ floorLi }) => floorLi));
