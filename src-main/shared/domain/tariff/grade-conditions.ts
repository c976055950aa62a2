import type { Li } from '../money/money.ts';
import { termsOfGrade } from '../number/grade/grade-number.ts';
import type { Grade, GradeTable } from '../number/grade/number-rules.ts';
import type { PrepayPolicy } from './quote.ts';

/** What a number costs whatever the plan: shown on every search hit. Amounts in 厘. */
export type GradeConditions = { readonly hallMinimumLi: Li; readonly floorLi: Li; readonly prepayLi: Li; readonly termMonths: number };

/** Floor and term of a grade, and the least prepayment that its floor leads to; a plan can ask for more, never for less (3000 apart). */
export function gradeConditions(grade: Grade, table: GradeTable, policy: PrepayPolicy): GradeConditions {
  const { hallMinimumLi, floorLi, prepayLi, termMonths } = termsOfGrade(grade, table);
  return { hallMinimumLi, floorLi, prepayLi: Math.max(policy.minimumMonths * floorLi, prepayLi), termMonths };
}
