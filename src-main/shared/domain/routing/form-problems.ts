import { destinationProblems } from './destination-problems.ts';
import { listProblems } from './list-problems.ts';
import type { RoutingForm } from './routing-form.ts';
import type { RoutingContext, RoutingProblem } from './routing-problem.ts';
import { defaultProblems, groupProblems, timeRuleProblems } from './rule-problems.ts';

export type { RoutingContext, RoutingPlace, RoutingProblem, RoutingProblemCode } from './routing-problem.ts';

/** Every reason why the form cannot be signed, and what to look at, in the order of the form. */
export function formProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  return [
    ...destinationProblems(form, context), ...groupProblems(form), ...timeRuleProblems(form, context), ...defaultProblems(form), ...listProblems(form, context),
  ];
}
