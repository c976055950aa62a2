import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { CallLimits } from '../call.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { TestCall, TestCallResult } from '../test-call.ts';
import { resultOf, runTestCall } from './run-test-call.ts';

/** A test call that no longer ends as it was seen. */
export type ChangedTestCall = { readonly testCall: TestCall; readonly was: TestCallResult; readonly now: TestCallResult };

/** The form's test calls whose result the form has changed since; which rule decided is told, but changes nothing by itself. */
export function changedTestCalls(form: RoutingForm, limits: CallLimits, calendar: WorkCalendar): readonly ChangedTestCall[] {
  return form.testCalls.flatMap((testCall) => {
    const now = resultOf(runTestCall(form, testCall, limits, calendar));
    return isSameResult(testCall.result, now) ? [] : [{ testCall, was: testCall.result, now }];
  });
}

/** The same end, and the same phones ring in the same order. */
export const isSameResult = (one: TestCallResult, other: TestCallResult): boolean =>
  sameOutcome(one.outcome, other.outcome) && JSON.stringify(one.ringing) === JSON.stringify(other.ringing);

function sameOutcome(one: TestCallResult['outcome'], other: TestCallResult['outcome']): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'answered') return other.kind === 'answered' && one.destinationId === other.destinationId;
  return ('reason' in one ? one.reason : '') === ('reason' in other ? other.reason : '');
}
