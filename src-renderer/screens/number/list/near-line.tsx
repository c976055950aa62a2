import type { ReactNode } from 'react';
import { finderText, gaveUpWords, gradesMissed } from '../../../text/number-finder.ts';
import { StatusWord } from '../../../ui/status-word.tsx';
import type { NumberSearchState } from '../number-search.ts';

/** Nothing fits: what stands below instead, which words of the wish it leaves out, and when it is only the grade that misses. */
export function NearLine({ search: { near, rows, answer, filters } }: { readonly search: NumberSearchState }): ReactNode {
  if (!near || !answer) return null;
  const named = answer.understood.flatMap(({ meaning }) => (meaning.code === 'grades' ? meaning.grades : []));
  const missed = gradesMissed(answer.perGrade, filters.grades.length > 0 ? filters.grades : named);
  return <div className="number-near" role="status"><StatusWord tone="warning">{missed}{finderText.nearTitle(rows.length)}</StatusWord> {gaveUpWords(answer.gaveUp)}</div>;
}
