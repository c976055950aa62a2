import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GradeTable, NumberRule, NumberRules } from '#domain/number/grade/number-rules.ts';
import { ruleProblems, type RuleTable } from '#domain/number/grade/rule-problems.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(resolve('resources/reference', file), 'utf8'));
const rules = read('number-rules.json') as NumberRules;
const shipped: RuleTable = { ...rules, grades: (read('number-grades.json') as GradeTable).grades };
const problems = (change: Partial<RuleTable>) => ruleProblems({ ...shipped, ...change }, ['4000', '4006']).map(({ code, at, severity }) => `${severity} ${code} ${at}`);
const named = { name: '规则', grade: 6, enabled: true, anchor: 'tail' } as const;
const withRule = (rule: Partial<NumberRule>) => problems({ rules: [...shipped.rules, { ...named, id: 'NEW', ...rule } as NumberRule] });

describe('what is wrong with a rule table', () => {
  it('nothing with the shipped one', () => expect(problems({})).toEqual([]));

  it.each<[string, Partial<NumberRule>, string[]]>([
    ['an id that another rule has', { id: 'AABB', kind: 'product' }, ['error duplicate-id AABB']],
    ['an id that a head has', { id: 'HEAD-400600', kind: 'product' }, ['error duplicate-id HEAD-400600']],
    ['a name of blanks', { kind: 'product', name: '  ' }, ['error name-missing NEW']],
    ['a shape of one place', { kind: 'shape', shape: 'A', digits: '0123456789' }, ['error shape-missing NEW']],
    ['a list without entries', { kind: 'list', entries: [] }, ['error entries-missing NEW']],
    ['eight places', { kind: 'shape', shape: 'AAAABBBB', digits: '0123456789' }, ['error too-long NEW']],
    ['an entry of eight digits', { kind: 'list', entries: ['520', '12345678'] }, ['error too-long NEW']],
    ['six places in the middle, which has five', { kind: 'run', length: 6, digits: '8', anchor: 'middle' }, ['error too-long NEW']],
    ['five places in the middle', { kind: 'run', length: 5, digits: '8', anchor: 'middle' }, []],
    ['three letters of two digits', { kind: 'shape', shape: 'ABCABC', digits: '686' }, ['error letters-more-than-digits NEW']],
    ['two letters of two digits', { kind: 'shape', shape: 'AB*AB', digits: '68' }, []],
  ])('%s', (_, rule, found) => expect(withRule(rule)).toEqual(found));

  it('a grade left out, and one that stands twice', () => {
    expect(problems({ grades: [...shipped.grades.slice(1), shipped.grades[3]!] })).toEqual(['error grade-missing 1', 'error grade-missing 4']);
  });

  it('a grade dearer than a better one', () => {
    const dearer = (field: 'floorLi' | 'prepayLi' | 'termMonths', value: number) => problems({ grades: shipped.grades.map((row) => (row.grade === 5 ? { ...row, [field]: value } : row)) });
    expect(dearer('floorLi', 200_001)).toEqual(['warning grades-not-falling 5']);
    expect(dearer('prepayLi', 600_001)).toEqual(['warning grades-not-falling 5']);
    expect(dearer('termMonths', 13)).toEqual(['warning grades-not-falling 5']);
    expect(dearer('floorLi', 200_000)).toEqual([]);
  });

  it('a surcharge on a head of another carrier, not one on all of ours', () => {
    const heads = (head: string) => problems({ heads: [{ id: 'H', head, floorLi: 1000, enabled: true }] });
    expect(heads('400888')).toEqual(['error head-not-ours H']);
    expect([heads('4006'), heads('4006001')]).toEqual([[], []]);
  });
});
