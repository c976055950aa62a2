import type { NumberHit } from '#contract/numbers.ts';
import { gradeNumber, headFloorLi, ORDINARY_RULE, termsOfGrade } from '#domain/number/grade-number.ts';
import { isSpecial } from '#domain/number/number-rules.ts';
import type { ConsoleContext } from '../console-context.ts';

/** A number with its grade and what the grade asks for: floor of the month, least prepayment, term. */
export function hitOf(context: Pick<ConsoleContext, 'reference'>, digits: string): NumberHit {
  const { numberRules, gradeTable, policy } = context.reference;
  const graded = gradeNumber(digits, numberRules);
  const terms = termsOfGrade(graded.grade, gradeTable);
  const floorLi = Math.max(terms.floorLi, headFloorLi(digits, numberRules));
  const { minimumMonths, specialAtLeastLi } = policy.tariff.prepay;
  return {
    digits, grade: graded.grade, ruleId: graded.ruleId === ORDINARY_RULE ? null : graded.ruleId, floorLi,
    prepayLi: isSpecial(graded.grade) ? Math.max(minimumMonths * floorLi, specialAtLeastLi) : 0, termMonths: terms.termMonths,
  };
}
