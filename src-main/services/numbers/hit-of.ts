import type { NumberHit } from '#contract/numbers.ts';
import { gradeNumber, gradeReason, headFloorLi, ORDINARY_RULE } from '#domain/number/grade-number.ts';
import { lookOf } from '#domain/number/looks-special.ts';
import { isSpecial } from '#domain/number/number-rules.ts';
import { warningsOf } from '#domain/number/number-warnings.ts';
import { gradeConditions } from '#domain/tariff/grade-conditions.ts';
import type { ConsoleContext } from '../console-context.ts';

/** A number with its grade and why, what the grade asks for (floor of the month, least prepayment, term), and how it reads. */
export function hitOf(context: Pick<ConsoleContext, 'reference'>, digits: string): NumberHit {
  const { numberRules, gradeTable, policy, meanings } = context.reference;
  const graded = gradeNumber(digits, numberRules);
  const { prepay } = policy.tariff;
  const terms = gradeConditions(graded.grade, gradeTable, prepay);
  const floorLi = Math.max(terms.floorLi, headFloorLi(digits, numberRules));
  const special = isSpecial(graded.grade);
  return {
    digits, grade: graded.grade, ruleId: graded.ruleId === ORDINARY_RULE ? null : graded.ruleId, reason: gradeReason(graded, numberRules), floorLi,
    prepayLi: special ? Math.max(terms.prepayLi, prepay.minimumMonths * floorLi) : 0, termMonths: terms.termMonths,
    looks: special ? null : lookOf(digits, numberRules), warnings: warningsOf(digits, meanings), leased: false,
  };
}
