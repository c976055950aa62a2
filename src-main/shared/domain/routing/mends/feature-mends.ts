import { callLimits } from '../call-limits.ts';
import { callerOfRegion } from '../caller-of-phone.ts';
import { regionName } from '../region-names.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { RoutingContext } from '../routing-problem.ts';
import { testCallCounts } from '../test-call.ts';
import { resultOf, runTestCall } from '../test-calls/run-test-call.ts';
import { type KnownCaller, suggestTestCalls } from '../test-calls/suggest-test-calls.ts';
import { changed, without } from './form-edits.ts';
import { type Case, mend, type Mend, type Proposals } from './mend.ts';

/** Mends of password, ceilings, recording, ring-back and test calls. */
export const featureMends: Proposals = {
  'password-missing': ({ form }) => [mend('password-off', form, { passwordOn: false })],
  'monthly-cap-zero': ({ form }) => [mend('no-ceiling', form, { monthlyCap: null })],
  'concurrent-cap-zero': ({ form }) => [mend('no-ceiling', form, { concurrentCap: null })],
  'concurrent-over-capacity': ({ form }) => [mend('ceiling-of-lines', form, { concurrentCap: form.destinations.reduce((sum, { capacity }) => sum + capacity, 0) })],
  'recording-without-notice': ({ form }) => [mend('notice-on', form, { recordingNotice: true })],
  'ring-back-with-menu': ({ form }) => [mend('ring-back-off', form, { ringBack: false })],
  'test-calls-few': (found) => [suggested(found)],
  'too-many-test-calls': ({ form }) => [mend('keep-first-test-calls', form, { testCalls: form.testCalls.slice(0, testCallCounts.most) })],
  'test-call-phone-gone': ({ form, id }) => [mend('remove-test-call', form, { testCalls: without(form.testCalls, id) })],
  'test-call-changed': (found) => [accepted(found)],
};

/** Callers of the regions that the form names, and some of everywhere: who is worth trying. */
export function knownCallers(form: RoutingForm, { regions }: Pick<RoutingContext, 'regions'>): readonly KnownCaller[] {
  const named = [...new Set(form.rules.flatMap((rule) => rule.regions))];
  return ['province:110000', ...named, 'province:440000', 'unknown'].flatMap((region) => (['landline', 'mobile'] as const).map((lineKind) => ({ text: `${regionName(region, regions)} ${lineKind === 'mobile' ? '手机' : '固话'}`, caller: callerOfRegion(region, lineKind, regions) })));
}

function suggested({ form, context }: Case): Mend | null {
  if (context.today === undefined) return null;
  const more = suggestTestCalls(form, { today: context.today, limits: callLimits(context.limits), calendar: context.calendar, callers: knownCallers(form, context) });
  return more.length === 0 ? null : mend('suggest-test-calls', form, { testCalls: [...form.testCalls, ...more] });
}

function accepted({ form, id, context }: Case): Mend | null {
  const call = form.testCalls.find((one) => one.id === id);
  return call === undefined ? null : mend('accept-test-call', form, { testCalls: changed(form.testCalls, id, { result: resultOf(runTestCall(form, call, callLimits(context.limits), context.calendar)) }) });
}
