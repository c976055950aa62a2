import type { NumberHit } from '#contract/numbers.ts';
import { gradeNumber, gradeReason, headFloorLi, ORDINARY_RULE } from '#domain/number/grade/grade-number.ts';
import { lookOf } from '#domain/number/meaning/looks-special.ts';
import { isSpecial } from '#domain/number/grade/number-rules.ts';
import { warningsOf } from '#domain/number/meaning/number-warnings.ts';
import { numberConditions } from '#domain/tariff/number-conditions.ts';
import { standardInForce } from '../catalogue/standard-in-force.ts';
import type { ConsoleContext } from '../console-context.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';

/** A number with its grade and why, what it costs in 营业厅标准 and binds to, and how it reads; by the tables in force, or by those frozen with a hold. */
export function hitOf(context: Pick<ConsoleContext, 'mode' | 'db' | 'reference' | 'pool'>, digits: string, { rules, grades } = rulesInForce(context)): NumberHit {
  const graded = gradeNumber(digits, rules);
  return {
    digits, grade: graded.grade, ruleId: graded.ruleId === ORDINARY_RULE ? null : graded.ruleId, reason: gradeReason(graded, rules),
    ...numberConditions(graded.grade, headFloorLi(digits, rules), grades, standardInForce(context)),
    looks: isSpecial(graded.grade) ? null : lookOf(digits, rules), warnings: warningsOf(digits, context.reference.meanings), leased: context.pool.isOwn(digits),
  };
}
