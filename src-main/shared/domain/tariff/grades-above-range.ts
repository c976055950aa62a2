import type { Li } from '../money/money.ts';
import type { Grade, GradeTable } from '../number/grade/number-rules.ts';
import type { Plan } from './catalogue.ts';

/** A grade whose hall minimum lies above the range of a plan by grades: no number of the grade can have that plan. Amounts in 厘. */
export type GradeAboveRange = { readonly code: 'grade-above-range'; readonly planId: string; readonly grade: Grade; readonly minimumLi: Li; readonly toLi: Li };

/** Every such grade of a grade table, by plan. */
export const gradesAboveRange = (plans: readonly Plan[], { grades }: Pick<GradeTable, 'grades'>): readonly GradeAboveRange[] =>
  plans.flatMap(({ id, minimum }) => (minimum.kind === 'by-grade' ? grades.flatMap(({ grade, hallMinimumLi }): readonly GradeAboveRange[] =>
    (hallMinimumLi > minimum.toLi ? [{ code: 'grade-above-range', planId: id, grade, minimumLi: hallMinimumLi, toLi: minimum.toLi }] : [])) : []));
