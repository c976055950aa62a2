import { expect, it } from 'vitest';
import { GRADES } from '#domain/number/grade/number-rules.ts';
import { ruleName } from '../../src-renderer/text/plan.ts';
import { catalogue, quoteOf } from './sample-reference.ts';

it('no line of any plan for any grade shows the code of its rule', () => {
  const ids = GRADES.flatMap((grade) => catalogue.plans.flatMap(({ id }) => [quoteOf(id, grade)]).flatMap(({ quote }) => quote?.lines.map(({ ruleId }) => ruleId) ?? []));
  expect(new Set(ids).size).toBeGreaterThan(8);
  expect([...new Set(ids)].filter((id) => !/^[\u4e00-\u9fff，]+$/.test(ruleName(id) ?? ''))).toEqual([]);
});
