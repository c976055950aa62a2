import { roundToFen, type Li } from '../money/money.ts';
import { termsOfGrade } from '../number/grade/grade-number.ts';
import type { GradeTerms } from '../number/grade/number-rules.ts';
import { fail, ok, type Result } from '../result.ts';
import type { QuoteFailure, QuoteInput, QuoteLine, QuoteRule } from './quote.ts';

/** A monthly minimum the customer chose above the grade's (营业厅标准 only), or null for the grade's own. */
export type ChosenMinimum = Li | null;

type MinimumInput = Pick<QuoteInput, 'plan' | 'number' | 'gradeTable' | 'chosenMinimumLi'>;

/** The monthly minimum: the plan's own or the share of the grade's floor that the plan asks for, whichever is larger. */
export function monthlyMinimum(input: MinimumInput): Result<QuoteLine, QuoteFailure> {
  const { plan, number, gradeTable } = input;
  const terms = termsOfGrade(number.grade, gradeTable);
  const own = planMinimum(input, terms);
  if (!own.ok) return own;
  const fullFloorLi = Math.max(terms.floorLi, number.headFloorLi);
  const floorLi = roundToFen((fullFloorLi * plan.floorPercent) / 100);
  const li = Math.max(own.value, floorLi);
  const facts = { planLi: own.value, fullFloorLi, floorPercent: plan.floorPercent, floorLi, grade: number.grade };
  return ok({ item: 'monthly-minimum', addOnId: null, ruleId: ruleOf(li, own.value, input), calc: { code: 'larger-of', facts }, li, when: 'monthly' });
}

function planMinimum({ plan, chosenMinimumLi }: MinimumInput, terms: GradeTerms): Result<Li, QuoteFailure> {
  const { minimum } = plan;
  if (minimum.kind !== 'by-grade') {
    if (chosenMinimumLi !== null) return fail({ code: 'minimum-not-chosen-here', facts: { plan: plan.id } });
    return ok(minimum.kind === 'amount' ? minimum.li : 0);
  }
  const fromLi = Math.max(minimum.fromLi, terms.hallMinimumLi);
  const li = chosenMinimumLi ?? fromLi;
  const inRange = li >= fromLi && li <= minimum.toLi;
  return inRange ? ok(li) : fail({ code: 'minimum-out-of-range', facts: { fromLi, toLi: minimum.toLi } });
}

function ruleOf(li: Li, ownLi: Li, { plan, chosenMinimumLi }: MinimumInput): QuoteRule {
  if (li === 0) return plan.floorPercent === 0 ? 'MINIMUM-WAIVED' : 'MINIMUM-NONE';
  if (li > ownLi) return plan.floorPercent === 100 ? 'MINIMUM-GRADE-FLOOR' : 'MINIMUM-FLOOR-SHARE';
  if (plan.minimum.kind !== 'by-grade') return 'MINIMUM-PLAN';
  return chosenMinimumLi === null ? 'MINIMUM-HALL-BY-GRADE' : 'MINIMUM-CHOSEN';
}
