import type { GradeTerms } from './number-rules.ts';
import type { RuleTable } from './rule-problems.ts';

/** What one published table changed against the one before it, counted. */
export type RuleChanges = {
  /** Rules, downgrades and heads that were added, taken out or changed. */
  readonly rules: number;
  /** Single amounts, months and permissions of the grades. */
  readonly terms: number;
  /** The rules that both have stand in another order. */
  readonly reordered: boolean;
};

/** Counts what differs between two tables. */
export function ruleChanges(before: RuleTable, after: RuleTable): RuleChanges {
  const lists = ['rules', 'downgrades', 'heads'] as const;
  const [was, is] = [order(before, after), order(after, before)];
  return {
    rules: lists.reduce((sum, list) => sum + differing(before[list], after[list]), 0),
    terms: after.grades.reduce((sum, row) => sum + differingTerms(before.grades.find(({ grade }) => grade === row.grade), row), 0),
    reordered: was.some((id, index) => id !== is[index]),
  };
}

type Identified = { readonly id: string };

function differing(before: readonly Identified[], after: readonly Identified[]): number {
  const old = new Map(before.map((one) => [one.id, content(one)]));
  const changed = after.filter((one) => old.get(one.id) !== content(one)).length;
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id)).length;
  return changed + gone;
}

/** Two writers may put the fields of one rule in another order. */
const content = (one: Identified): string => JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function differingTerms(before: GradeTerms | undefined, after: GradeTerms): number {
  const fields = ['hallMinimumLi', 'floorLi', 'prepayLi', 'releaseMonths', 'termMonths', 'transferable', 'cancellable'] as const;
  return fields.filter((field) => before?.[field] !== after[field]).length;
}

/** The ids of one table that the other has too, as they stand. */
const order = (one: RuleTable, other: RuleTable): readonly string[] =>
  one.rules.flatMap(({ id }) => (other.rules.some((rule) => rule.id === id) ? [id] : []));
