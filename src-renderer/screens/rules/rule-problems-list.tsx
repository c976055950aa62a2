import type { ReactNode } from 'react';
import type { RuleProblem } from '#domain/number/grade/rule-problems.ts';
import { problemText } from '../../text/rules.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import type { DraftRule } from '../../stores/rule-desk.ts';

/** What to mend before publishing, by the rule's name. */
export function RuleProblems({ problems, rules }: { readonly problems: readonly RuleProblem[]; readonly rules: readonly DraftRule[] }): ReactNode {
  if (problems.length === 0) return null;
  const nameOf = (id: string): string => rules.find((rule) => rule.id === id)?.name ?? id;
  return (
    <ul className="rules-problems">
      {problems.map((problem) => <li key={`${problem.at} ${problem.code}`}><StatusWord tone={problem.severity}>{problemText(problem, nameOf(problem.at))}</StatusWord></li>)}
    </ul>
  );
}
