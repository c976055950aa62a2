import type { RoutedCall } from '#domain/routing/call.ts';
import { routeCall } from '#domain/routing/route-call.ts';
import { clockMinutes } from '#domain/routing/week-window.ts';
import type { Route } from './play-routing.ts';

/** The engine with one slip that a hurried hand could make. */
export type Mutant = { readonly name: string; readonly route: Route };

const later = (clock: string): string => {
  const minute = clockMinutes(clock);
  return minute === null || minute >= 1439 ? clock : `${String(Math.floor((minute + 1) / 60)).padStart(2, '0')}:${String((minute + 1) % 60).padStart(2, '0')}`;
};

export const MUTANTS: readonly Mutant[] = [
  { name: 'a window that still holds at its end', route: (form, call, state, limits) => routeCall({ ...form, rules: form.rules.map((rule) => (rule.from === rule.to ? rule : { ...rule, to: later(rule.to) })) }, call, state, limits) },
  { name: 'a night that asks the day it runs into', route: (form, call, state, limits) => routeCall(form, { ...call, at: { ...call.at, yesterday: call.at.today } }, state, limits) },
  { name: 'one forward too many', route: (form, call, state, limits) => routeCall(form, call, state, { ...limits, forwardsPerCall: limits.forwardsPerCall + 1 }) },
  { name: 'white before black when both are as specific', route: (form, call, state, limits) => {
    const answer = routeCall(form, call, state, limits);
    if (answer.outcome.kind !== 'refused' || answer.outcome.reason !== 'black-list') return answer;
    const free = routeCall({ ...form, blackList: [] }, call, state, limits);
    const [black, white] = [form.blackList[answer.steps[0]?.place.index ?? -1], form.whiteList[free.steps[0]?.code === 'white-listed' ? (free.steps[0].place.index ?? -1) : -1]];
    return black !== undefined && white !== undefined && black.kind === white.kind && black.pattern.length === white.pattern.length ? free : answer;
  } },
  { name: 'a turn that does not move past a busy phone', route: (form, call, state, limits) => stuckTurn(routeCall(form, call, state, limits), state.turns) },
  { name: 'a random pick that never takes the last phone', route: (form, call, state, limits) => routeCall(form, call, { ...state, draws: state.draws.map((draw) => draw * 0.7) }, limits) },
];

/** Turns stay where they were in calls that met a busy phone. */
const stuckTurn = (answer: RoutedCall, turns: RoutedCall['turns']): RoutedCall => (answer.steps.some(({ code }) => code === 'phone-busy') ? { ...answer, turns } : answer);
