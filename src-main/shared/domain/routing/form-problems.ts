import { destinationProblems } from './checks/destination-problems.ts';
import { featureProblems } from './checks/feature-problems.ts';
import { groupProblems } from './checks/group-problems.ts';
import { listProblems } from './checks/list-problems.ts';
import { menuProblems } from './checks/menu-problems.ts';
import { regionProblems } from './checks/region-problems.ts';
import { ruleProblems } from './checks/rule-problems.ts';
import { testCallProblems } from './checks/test-call-problems.ts';
import type { RoutingForm } from './routing-form.ts';
import type { RoutingContext, RoutingProblem } from './routing-problem.ts';

export type { RoutingContext, RoutingPlace, RoutingProblem, RoutingProblemCode } from './routing-problem.ts';

/** Every reason why the form cannot be signed, and what to look at, in the order of the form. */
export function formProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  return [
    ...destinationProblems(form, context), ...groupProblems(form, context), ...ruleProblems(form, context), ...menuProblems(form, context), ...listProblems(form, context),
    ...regionProblems(form, context), ...featureProblems(form, context), ...testCallProblems(form, context),
  ];
}
