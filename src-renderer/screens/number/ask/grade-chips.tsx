import type { ReactNode } from 'react';
import { GRADES } from '#domain/number/grade/number-rules.ts';
import { gradeChip, numberText } from '../../../text/number.ts';
import { Chip } from '../../../ui/chip.tsx';
import type { NumberSearchState } from '../number-search.ts';

/** One chip for each grade with its exact count; nought is shown, dimmed. */
export function GradeChips({ search, children }: { readonly search: NumberSearchState; readonly children?: ReactNode }): ReactNode {
  const { answer, filters: { grades }, filter } = search;
  const count = (grade: number): number => answer?.perGrade.find((row) => row.grade === grade)?.count ?? 0;
  const all = GRADES.reduce((sum, grade) => sum + count(grade), 0);
  return (
    <div className="number-row number-grades" role="group" aria-label={numberText.grades}>
      <span className="number-row-label">{numberText.grades}</span>
      <Chip label={numberText.all} count={all} on={grades.length === 0} onClick={() => filter({ grades: [] })} />
      {GRADES.map((grade) => (
        <Chip key={grade} label={gradeChip(grade)} count={count(grade)} on={grades.includes(grade)} onClick={() => filter({ grades: grades.includes(grade) ? [] : [grade] })} />
      ))}
      {children}
    </div>
  );
}
