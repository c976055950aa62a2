import type { Li } from '#domain/money/money.ts';
import type { NumberFilter } from '#domain/number/query/number-filter.ts';
import type { Grade, GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import { numberConditions, type HallStandard } from '#domain/tariff/number-conditions.ts';

/** What numbers cost: by grade, raised by what their head asks for. */
export type PoolMoney = { readonly gradeTable: GradeTable; readonly standard: HallStandard };

/** The floors that enabled heads ask for, lowest first; index 0 is no floor. A number's class is the highest that its heads ask for. */
export const headFloors = ({ heads }: NumberRules): readonly Li[] =>
  [0, ...new Set(heads.filter(({ enabled }) => enabled).map(({ floorLi }) => floorLi).filter((floorLi) => floorLi > 0))].sort((a, b) => a - b);

/** Whether numbers of a grade and a head floor cost no more than the filter allows. */
export function affordable(grade: Grade, headFloorLi: Li, { minimumAtMostLi, prepayAtMostLi }: NumberFilter, { gradeTable, standard }: PoolMoney): boolean {
  const { minimumLi, prepayLi } = numberConditions(grade, headFloorLi, gradeTable, standard);
  return (minimumAtMostLi === null || minimumLi <= minimumAtMostLi) && (prepayAtMostLi === null || prepayLi <= prepayAtMostLi);
}

/** Grades with the head floors (null: whatever) that bring them to one monthly minimum, lowest first. */
export type PriceClass = readonly { readonly grade: Grade; readonly headFloor: number | null }[];

export function priceClasses(grades: readonly Grade[], floors: readonly Li[], { gradeTable, standard }: PoolMoney): readonly PriceClass[] {
  const classes = new Map<number, { grade: Grade; headFloor: number }[]>();
  for (const grade of grades) {
    floors.forEach((headFloorLi, headFloor) => {
      const { minimumLi } = numberConditions(grade, headFloorLi, gradeTable, standard);
      classes.set(minimumLi, [...(classes.get(minimumLi) ?? []), { grade, headFloor }]);
    });
  }
  return [...classes].sort(([a], [b]) => a - b).map(([, members]) => members);
}
