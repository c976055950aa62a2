import { isDeepStrictEqual } from 'node:util';
import type { Call, CallLimits, CallState, RoutedCall } from '#domain/routing/call.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { diceOf } from '../rating/dice.ts';
import { makeCall, makeForm, makeState } from './random-forms.ts';
import { referenceRoute } from './reference-interpreter.ts';

export type Route = (form: RoutingForm, call: Call, state: CallState, limits: CallLimits) => RoutedCall;

/** A call on which the two do not agree. */
export type Disagreement = { readonly index: number; readonly form: RoutingForm; readonly call: Call; readonly state: CallState; readonly limits: CallLimits; readonly engine: RoutedCall; readonly reference: RoutedCall };
export type Played = { readonly calls: number; readonly violations: readonly Disagreement[]; /** How often each end and each decision was met. */ readonly tally: Readonly<Record<string, number>> };

/** Plays forms `from` up to `from + forms`, calls in a row on each with their turns carried on; stops after `most` disagreements. */
export function playRouting(route: Route, { seed, forms, calls, from = 0, most = 5, onForm }: { readonly seed: number; readonly forms: number; readonly calls: number; readonly from?: number; readonly most?: number; readonly onForm?: (done: number) => void }): Played {
  const violations: Disagreement[] = [];
  const tally: Record<string, number> = {};
  const count = (what: string): void => { tally[what] = (tally[what] ?? 0) + 1; };
  let played = 0;
  for (let index = from; index < from + forms && violations.length < most; index += 1) {
    const dice = diceOf(seed, index);
    const form = makeForm(dice);
    const limits = { forwardsPerCall: dice.oneOf([2, 2, 2, 0, 1, 3]), ivrDepth: dice.oneOf([5, 5, 1, 2]) };
    let turns: CallState['turns'] = dice.chance(0.3) ? { g1: dice.upTo(9), g3: dice.upTo(9) } : {};
    for (let n = 0; n < calls && violations.length < most; n += 1) {
      const call = makeCall(dice);
      const state = makeState(dice, form, turns);
      const engine = route(form, call, state, limits);
      const reference = referenceRoute(form, call, state, limits);
      played += 1;
      if (!isDeepStrictEqual(engine, reference)) violations.push({ index, form, call, state, limits, engine, reference });
      turns = reference.turns;
      count('reason' in reference.outcome ? `${reference.outcome.kind} ${reference.outcome.reason}` : reference.outcome.kind);
      for (const code of new Set(reference.steps.map((step) => step.code))) count(`step ${code}`);
    }
    onForm?.(index + 1 - from);
  }
  return { calls: played, violations, tally };
}
