import { expect, test } from 'vitest';
import { gradesAboveRange } from '#domain/tariff/grades-above-range.ts';
import { catalogue, gradeTable } from './shipped-tables.ts';

test('a grade is told when its hall minimum lies above the range of the plan by grades, not when it is the upper end', () => {
  expect(gradesAboveRange(catalogue.plans, gradeTable)).toEqual([]);
  const grades = gradeTable.grades.map((row) => (row.grade === 1 ? { ...row, hallMinimumLi: 3_000_010 } : row.grade === 2 ? { ...row, hallMinimumLi: 3_000_000 } : row));
  expect(gradesAboveRange(catalogue.plans, { grades })).toEqual([{ code: 'grade-above-range', planId: 'hall-standard', grade: 1, minimumLi: 3_000_010, toLi: 3_000_000 }]);
});
