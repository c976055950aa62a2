import type { ReactNode } from 'react';
import type { ProblemLine } from '../../text/rules.ts';
import { StatusWord } from '../../ui/status-word.tsx';

/** What to mend before publishing, by the rule's name. */
export function RuleProblems({ lines }: { readonly lines: readonly ProblemLine[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul className="rules-problems" role="status">
      {lines.map(({ text, severity }) => <li key={text}><StatusWord tone={severity}>{text}</StatusWord></li>)}
    </ul>
  );
}
