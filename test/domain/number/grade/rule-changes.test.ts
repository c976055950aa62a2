import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import { ruleChanges } from '#domain/number/grade/rule-changes.ts';
import type { RuleTable } from '#domain/number/grade/rule-problems.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(resolve('resources/reference', file), 'utf8'));
const rules = read('number-rules.json') as NumberRules;
const shipped: RuleTable = { ...rules, grades: (read('number-grades.json') as GradeTable).grades };
const changes = (change: Partial<RuleTable>) => ruleChanges(shipped, { ...shipped, ...change });

it('the same table changes nothing', () => expect(changes({})).toEqual({ rules: 0, terms: 0, reordered: false }));

it('one changed, one gone, one new and one head are four rules', () => {
  const [first, , ...others] = shipped.rules;
  const edited = { ...first!, enabled: !first!.enabled };
  expect(changes({ rules: [edited, ...others, { ...first!, id: 'OWN-1' }], heads: shipped.heads.map((head, at) => (at === 0 ? { ...head, floorLi: 1 } : head)) })).toEqual({ rules: 4, terms: 0, reordered: false });
});

it('two amounts of one grade are two', () => {
  expect(changes({ grades: shipped.grades.map((row) => (row.grade === 2 ? { ...row, floorLi: row.floorLi + 1000, prepayLi: row.prepayLi + 1000 } : row)) })).toMatchObject({ rules: 0, terms: 2 });
});

it('another order of the same rules is a change of its own', () => {
  const [first, second, ...others] = shipped.rules;
  expect(changes({ rules: [second!, first!, ...others] })).toEqual({ rules: 0, terms: 0, reordered: true });
});
