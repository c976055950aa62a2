import { expect, it } from 'vitest';
import type { AddOnRefusal, PlanRefusal } from '#domain/tariff/plan-allowed.ts';
import { GRADES } from '#domain/number/grade/number-rules.ts';
import { calcText, planRefusal, ruleName } from '../../src-renderer/text/plan.ts';
import { catalogue, quoteOf } from './sample-reference.ts';

it('no line of any plan for any grade shows the code of its rule', () => {
  const ids = GRADES.flatMap((grade) => catalogue.plans.flatMap(({ id }) => [quoteOf(id, grade)]).flatMap(({ quote }) => quote?.lines.map(({ ruleId }) => ruleId) ?? []));
  expect(new Set(ids).size).toBeGreaterThan(8);
  expect([...new Set(ids)].filter((id) => !/^[\u4e00-\u9fff，]+$/.test(ruleName(id) ?? ''))).toEqual([]);
});

it('every reason of the engine against a plan or an add-on has its words', () => {
  const codes: readonly (PlanRefusal['code'] | AddOnRefusal['code'])[] = [
    'priced-by-hall', 'tiers-incomplete', 'not-yet-sold', 'no-longer-sold', 'region-not-served', 'number-lacks-area-code', 'grade-not-allowed', 'head-not-allowed', 'add-on-included', 'add-ons-exclude', 'add-on-needs',
  ];
  expect(codes.filter((code) => planRefusal({ code }) === code)).toEqual([]);
  expect(planRefusal({ code: 'head-not-allowed', facts: { heads: '400600 400666' } })).toBe('只配 400-600、400-666 的号');
  expect(planRefusal({ code: 'grade-not-allowed', facts: { grade: 3 } })).toBe('三级靓号不能用');
});

it('a promotion stands with the line that it makes cheaper', () => {
  expect(calcText({ calc: { code: 'quantity-times', facts: { quantity: 1, eachLi: 120_000, waivedPeriods: 1, percentOff: 0, percentPeriods: 0 } } })).toBe('1 × 120.00，前 1 期免');
  expect(calcText({ calc: { code: 'as-listed', facts: { eachLi: 80_000, terminals: 3, waivedPeriods: 0, percentOff: 20, percentPeriods: 6 } } })).toBe('3 个终端 × 80.00，前 6 期减 20%');
});
