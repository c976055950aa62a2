import type { Outcome, RefusalReason, StepCode } from './call.ts';
import { type CallTrace, step } from './call-trace.ts';
import { isInRegion, provincesNotOpen } from './caller.ts';
import { bestHit } from './list-match.ts';
import type { RoutingPlace } from './routing-problem.ts';

const feature = (field: string): RoutingPlace => ({ part: 'features', field });

/** Whether the call comes in at all (routing-rules.md 1); null: it does. */
export function admitCall(trace: CallTrace): Outcome | null {
  const { form, call, state } = trace;
  if (form.monthlyCap !== null && state.callsThisMonth >= form.monthlyCap) return refuse(trace, 'monthly-cap', 'monthly-cap-reached', feature('monthlyCap'));
  if (provincesNotOpen.has(call.caller.province ?? '')) return refuse(trace, 'not-open', 'not-open', { part: 'form' });
  return askLists(trace) ?? askPassword(trace) ?? askConcurrent(trace);
}

function refuse(trace: CallTrace, reason: RefusalReason, code: StepCode, place: RoutingPlace): Outcome {
  step(trace, code, place);
  return { kind: 'refused', reason };
}

function askLists(trace: CallTrace): Outcome | null {
  const { form, call: { caller, at } } = trace;
  const black = bestHit(form.blackList, caller, at.minuteOfDay);
  const white = bestHit(form.whiteList, caller, at.minuteOfDay);
  if (black !== null && black.rank >= (white?.rank ?? 0)) return refuse(trace, 'black-list', 'black-listed', { part: 'blackList', index: black.index });
  if (white !== null) {
    step(trace, 'white-listed', { part: 'whiteList', index: white.index });
    trace.priority = form.whiteListKind === 'priority';
    return null;
  }
  if (form.whiteListKind === 'only' && form.whiteList.length > 0) return refuse(trace, 'not-white-listed', 'not-white-listed', { part: 'whiteList' });
  return askRegions(trace);
}

function askRegions(trace: CallTrace): Outcome | null {
  const { form, call: { caller } } = trace;
  const denied = form.deniedRegions.findIndex((region) => isInRegion(caller, region));
  if (denied >= 0) return refuse(trace, 'region-denied', 'region-denied', { part: 'regions', field: 'denied', index: denied });
  if (!form.allowOnly || form.allowedRegions.some((region) => isInRegion(caller, region))) return null;
  return refuse(trace, 'region-not-allowed', 'region-not-allowed', { part: 'regions', field: 'allowed' });
}

function askPassword(trace: CallTrace): Outcome | null {
  const { form, call } = trace;
  if (!form.passwordOn) return null;
  if (form.password === '' || call.password !== form.password) return refuse(trace, 'password', 'password-wrong', feature('password'));
  step(trace, 'password-right', feature('password'));
  return null;
}

function askConcurrent(trace: CallTrace): Outcome | null {
  const { form, state } = trace;
  if (form.concurrentCap !== null && state.ongoingCalls >= form.concurrentCap) return refuse(trace, 'concurrent-cap', 'concurrent-cap-reached', feature('concurrentCap'));
  if (form.recording && form.recordingNotice) step(trace, 'recording-notice', feature('recordingNotice'));
  return null;
}
