import { clockMinutes } from '../week-window.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { Call, CallLimits, CallState, RoutedCall } from '../call.ts';
import { callMoment } from '../call-moment.ts';
import { routeCall } from '../route-call.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { TestCall, TestCallResult } from '../test-call.ts';

/** What is tried: a test call before it was run. */
export type TestCallSetup = Omit<TestCall, 'id' | 'result'>;

/** Runs a test call on the form as it stands; round robin and random start anew, so the result depends on the form alone. */
export function runTestCall(form: RoutingForm, setup: TestCallSetup, limits: CallLimits, calendar: WorkCalendar): RoutedCall {
  return routeCall(form, callOf(form, setup, calendar), stateOf(form, setup), limits);
}

/** The call that a test call stands for. */
export const callOf = (form: RoutingForm, { caller, date, time, keys, knowsPassword }: TestCallSetup, calendar: WorkCalendar): Call =>
  ({ caller, keys, password: knowsPassword ? form.password : '', at: callMoment(date, (clockMinutes(time) ?? 0) % 1440, calendar) });

/** Marked phones have all their lines in use; the form's ceilings are not reached. */
function stateOf({ destinations }: RoutingForm, { busy, silent }: TestCallSetup): CallState {
  const inCall = Object.fromEntries(destinations.filter(({ id }) => busy.includes(id)).map(({ id, capacity }) => [id, Math.max(1, capacity)]));
  return { inCall, silent, turns: {}, draws: [], ongoingCalls: 0, callsThisMonth: 0 };
}

/** What a customer sees and signs of a routed call. */
export function resultOf({ outcome, ringing, steps }: RoutedCall): TestCallResult {
  const rule = steps.find(({ code }) => code === 'rule-matched');
  return { outcome, ringing: ringing.map(({ destinationIds }) => destinationIds), ruleId: rule?.place.id ?? null };
}
