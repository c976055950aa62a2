import type { Li } from '../money/money.ts';
import { isSpecial, type Grade, type GradeTable } from '../number/grade/number-rules.ts';
import { gradeConditions } from './grade-conditions.ts';
import type { PrepayPolicy } from './quote.ts';

/** What one number costs whatever the plan. Amounts in 厘. */
export type NumberConditions = { readonly floorLi: Li; readonly prepayLi: Li; readonly termMonths: number };

/** The grade's conditions raised by the floor of the number's head; an ordinary number asks for no prepayment of its own. */
export function numberConditions(grade: Grade, headFloorLi: Li, table: GradeTable, policy: PrepayPolicy): NumberConditions {
  const terms = gradeConditions(grade, table, policy);
  const floorLi = Math.max(terms.floorLi, headFloorLi);
  return { floorLi, prepayLi: isSpecial(grade) ? Math.max(terms.prepayLi, policy.minimumMonths * floorLi) : 0, termMonths: terms.termMonths };
}
