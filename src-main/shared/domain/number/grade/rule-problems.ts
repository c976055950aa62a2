import { JUDGED } from './find-rule.ts';
import { GRADES, type GradeTable, type NumberRule, type NumberRules } from './number-rules.ts';

/** What is wrong with a rule table. error: it cannot be published; warning: it can, and it should be looked at. `at` is the id of the rule, downgrade or head, or the grade. */
export type RuleProblem = {
  readonly code: 'name-missing' | 'shape-missing' | 'entries-missing' | 'duplicate-id' | 'too-long' | 'letters-more-than-digits' | 'head-unfinished' | 'never-wins' | 'grade-missing' | 'grades-not-falling' | 'head-not-ours';
  readonly at: string;
  readonly severity: 'error' | 'warning';
};

/** What is checked together: the rules and the grades that they lead to. */
export type RuleTable = Pick<NumberRules, 'rules' | 'downgrades' | 'heads'> & Pick<GradeTable, 'grades'>;

/** Everything that reading the table shows; which rules never win is seen only by grading every number (`neverWins`). `segments` are our heads, 4000 and 4006. */
export function ruleProblems(table: RuleTable, segments: readonly string[]): readonly RuleProblem[] {
  return [
    ...duplicates([...table.rules, ...table.downgrades, ...table.heads].map(({ id }) => id)),
    ...table.rules.flatMap(problemsOfRule),
    ...GRADES.filter((grade) => table.grades.filter((row) => row.grade === grade).length !== 1).map((grade) => error('grade-missing', String(grade))),
    ...risingGrades(table.grades).map((grade): RuleProblem => ({ code: 'grades-not-falling', at: String(grade), severity: 'warning' })),
    ...table.heads.filter(({ head }) => !WHOLE_HEAD.test(head)).map(({ id }) => error('head-unfinished', id)),
    ...table.heads.filter(({ head }) => WHOLE_HEAD.test(head) && !segments.some((segment) => head.startsWith(segment) || segment.startsWith(head))).map(({ id }) => error('head-not-ours', id)),
  ];
}

const WHOLE_HEAD = /^400\d{1,6}$/;

/** The warnings for enabled rules that won no number of any segment. */
export const neverWins = (rules: readonly NumberRule[], won: ReadonlySet<number>): readonly RuleProblem[] =>
  rules.flatMap((rule, index): RuleProblem[] => (rule.enabled && !won.has(index) ? [{ code: 'never-wins', at: rule.id, severity: 'warning' }] : []));

const error = (code: RuleProblem['code'], at: string): RuleProblem => ({ code, at, severity: 'error' });

const duplicates = (ids: readonly string[]): readonly RuleProblem[] =>
  [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => error('duplicate-id', id));

function problemsOfRule(rule: NumberRule): readonly RuleProblem[] {
  const room = rule.anchor === 'middle' ? JUDGED - 2 : JUDGED;
  const problems: RuleProblem[] = [];
  if (rule.name.trim() === '') problems.push(error('name-missing', rule.id));
  if (rule.kind === 'shape' && rule.shape.length < 2) problems.push(error('shape-missing', rule.id));
  if (rule.kind === 'list' && rule.entries.length === 0) problems.push(error('entries-missing', rule.id));
  if (lengthsOf(rule).some((length) => length > room)) problems.push(error('too-long', rule.id));
  if (rule.kind === 'shape' && new Set(rule.shape.replaceAll('*', '')).size > new Set(rule.digits).size) problems.push(error('letters-more-than-digits', rule.id));
  return problems;
}

function lengthsOf(rule: NumberRule): readonly number[] {
  if (rule.kind === 'shape') return [rule.shape.length];
  if (rule.kind === 'list') return rule.entries.map((entry) => entry.length);
  return [rule.kind === 'product' ? 4 : rule.length];
}

/** Grades that ask for more than a better one does, in any of their amounts. */
function risingGrades(grades: RuleTable['grades']): readonly number[] {
  const ordered = GRADES.flatMap((grade) => grades.filter((row) => row.grade === grade));
  return ordered
    .filter((row, index) => ordered.slice(0, index).some((better) => row.hallMinimumLi > better.hallMinimumLi || row.floorLi > better.floorLi || row.prepayLi > better.prepayLi || row.termMonths > better.termMonths))
    .map(({ grade }) => grade);
}
