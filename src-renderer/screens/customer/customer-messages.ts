import type { CaseView } from '#contract/cases.ts';
import type { CustomerDraft, CustomerProblem } from '#domain/applicant/customer.ts';
import { customerField, problemText } from '../../text/customer-problems.ts';
import type { ErrorItem } from '../../ui/form/error-summary.tsx';

export type Messages = {
  readonly at: (field: keyof CustomerDraft) => { readonly text: string | undefined; readonly tone: 'error' | 'warning' };
  readonly errors: readonly ErrorItem[];
  /** Everything that keeps the task open, the empty fields included. */
  readonly open: number;
};

/**
 * Main's problems as messages. An empty field is no error while the clerk is still on the way: it gets its message after
 * `complained`, when the clerk said that the task is done.
 */
export function customerMessages({ customerProblems }: CaseView, complained: boolean): Messages {
  const isUntouched = (problem: CustomerProblem): boolean => problem.code === 'missing' || problem.code === 'caller-pays-not-told' || problem.code === 'consent-missing';
  const shown = customerProblems.filter((problem) => complained || !isUntouched(problem));
  const errors = customerProblems.filter((problem) => problem.severity === 'error');
  return {
    at: (field) => {
      const here = shown.filter((problem) => problem.field === field);
      const first = here.find((problem) => problem.severity === 'error') ?? here[0];
      return { text: first ? problemText(first) : undefined, tone: first?.severity ?? 'error' };
    },
    errors: shown.filter((problem) => problem.severity === 'error').map((problem) => ({ field: problem.field, label: customerField[problem.field], message: problemText(problem) })),
    open: errors.length,
  };
}
