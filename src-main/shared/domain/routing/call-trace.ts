import type { Call, CallLimits, CallState, Outcome, RoutedCall, Step, StepCode, Wave } from './call.ts';
import type { RoutingPlace } from './routing-problem.ts';
import type { RoutingForm } from './routing-form.ts';

/** A call on its way: what it was given and what became of it so far. */
export type CallTrace = {
  readonly form: RoutingForm;
  readonly call: Call;
  readonly state: CallState;
  readonly limits: CallLimits;
  readonly steps: Step[];
  readonly ringing: Wave[];
  readonly turns: Record<string, number>;
  draws: number;
  forwards: number;
  menus: number;
  keys: number;
  priority: boolean;
};

export const openTrace = (form: RoutingForm, call: Call, state: CallState, limits: CallLimits): CallTrace =>
  ({ form, call, state, limits, steps: [], ringing: [], turns: { ...state.turns }, draws: 0, forwards: 0, menus: 0, keys: 0, priority: false });

export function step(trace: CallTrace, code: StepCode, place: RoutingPlace, facts?: Step['facts']): void {
  trace.steps.push(facts === undefined ? { code, place } : { code, place, facts });
}

/** The next number from 0 up to but not 1; 0 when they ran out. */
export function draw(trace: CallTrace): number {
  const drawn = trace.state.draws[trace.draws] ?? 0;
  trace.draws += 1;
  return drawn;
}

export const closeTrace = ({ ringing, steps, priority, turns, draws }: CallTrace, outcome: Outcome): RoutedCall => ({ outcome, ringing, steps, priority, turns, drawsUsed: draws });
