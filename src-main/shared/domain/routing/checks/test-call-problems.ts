import { callLimits } from '../call-limits.ts';
import { hasStarted, type RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';
import { testCallCounts } from '../test-call.ts';
import { changedTestCalls } from '../test-calls/changed-test-calls.ts';

/** Test calls that are too few or too many, name phones that are gone, or no longer end as the customer saw them. */
export function testCallProblems(form: RoutingForm, { limits, calendar }: RoutingContext): readonly RoutingProblem[] {
  const { testCalls } = form;
  const problems: RoutingProblem[] = [];
  const { fewest, most } = testCallCounts;
  if (testCalls.length > most) problems.push({ code: 'too-many-test-calls', severity: 'error', place: { part: 'testCalls' }, facts: { count: testCalls.length, most } });
  if (testCalls.length < fewest && hasStarted(form)) problems.push({ code: 'test-calls-few', severity: 'warning', place: { part: 'testCalls' }, facts: { count: testCalls.length, fewest } });
  const phones = new Set(form.destinations.map(({ id }) => id));
  const changed = new Set(changedTestCalls(form, callLimits(limits), calendar).map(({ testCall }) => testCall.id));
  testCalls.forEach(({ id, busy, silent }, index) => {
    const facts = { number: index + 1 };
    if ([...busy, ...silent].some((phone) => !phones.has(phone))) problems.push({ code: 'test-call-phone-gone', severity: 'warning', place: { part: 'testCalls', id }, facts });
    else if (changed.has(id)) problems.push({ code: 'test-call-changed', severity: 'warning', place: { part: 'testCalls', id }, facts });
  });
  return problems;
}
