import { assert } from '../assert.ts';
import type { Li } from '../money/money.ts';
import { termsOfGrade } from '../number/grade/grade-number.ts';
import { isSpecial, type Grade, type GradeTable } from '../number/grade/number-rules.ts';
import type { Catalogue, Plan } from './catalogue.ts';
import { quotePlan, type PrepayPolicy } from './quote.ts';

/** 营业厅标准, the plan whose minimum goes by the grade, with the hall's prepayment policy: what a number is said to cost before a plan is chosen. */
export type HallStandard = { readonly plan: Plan; readonly prepay: PrepayPolicy };

/** What one number costs in 营业厅标准 (minimum a month, prepayment due with it), the floor that other plans must reach, and its term. Amounts in 厘. */
export type NumberConditions = { readonly minimumLi: Li; readonly floorLi: Li; readonly prepayLi: Li; readonly termMonths: number };

/** The plan's range binds what a customer may choose, not what a grade of the hall's own table asks for. */
export function hallStandard({ plans }: Catalogue, prepay: PrepayPolicy): HallStandard {
  const plan = plans.find(({ minimum }) => minimum.kind === 'by-grade');
  assert(plan?.minimum.kind === 'by-grade', 'hallStandard: no plan whose minimum goes by the grade');
  return { plan: { ...plan, minimum: { ...plan.minimum, toLi: Number.MAX_SAFE_INTEGER } }, prepay };
}

/** By the quote that screen and paper use, raised by the floor of the number's head. */
export function numberConditions(grade: Grade, headFloorLi: Li, table: GradeTable, { plan, prepay }: HallStandard): NumberConditions {
  const bare = { addOns: [], chosenMinimumLi: null, terminals: null, promotions: [], chosenOn: plan.effectiveFrom };
  const quote = quotePlan({ ...bare, plan, number: { grade, headFloorLi }, gradeTable: table, policy: prepay, catalogueConfirmed: true });
  assert(quote.ok, 'numberConditions: the plan by grades has no price');
  const { floorLi, termMonths } = termsOfGrade(grade, table);
  return { minimumLi: quote.value.monthlyMinimumLi, floorLi: Math.max(floorLi, headFloorLi), prepayLi: quote.value.prepayDueLi, termMonths };
}

/** The least prepayment that a floor leads to in any plan; an ordinary number asks for none of its own. */
export const leastPrepayLi = (grade: Grade, floorLi: Li, table: GradeTable, { minimumMonths }: PrepayPolicy): Li =>
  isSpecial(grade) ? Math.max(termsOfGrade(grade, table).prepayLi, minimumMonths * floorLi) : 0;
