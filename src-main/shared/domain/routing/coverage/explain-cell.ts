import type { Weekday } from '../../calendar/plain-date.ts';
import { type Call, type CallMoment, quietState, type RoutedCall } from '../call.ts';
import { ordinaryDay } from '../call-moment.ts';
import type { Caller, RegionKey } from '../caller.ts';
import { routeCall } from '../route-call.ts';
import type { RoutingForm } from '../routing-form.ts';
import { type CoverageMap, type CoverageSetup, coverageStates, HOURS } from './coverage.ts';
import { edgesOfDay, probeRows } from './probe-week.ts';
import { goalWorths } from './goal-worth.ts';

/** A cell of the map: the row, the kind of line, and the hour of the week. */
export type Cell = { readonly region: RegionKey; readonly lineKind: 'landline' | 'mobile'; readonly hour: number };

/** The caller and minute that make a cell what it is, and what becomes of that call. */
export function explainCell(form: RoutingForm, setup: CoverageSetup, { region, lineKind, hour }: Cell): { readonly call: Call; readonly routed: RoutedCall } | null {
  const callers = probeRows(form, setup.regions).find((row) => row.region === region)?.callers ?? [];
  const tried = callers.flatMap((someone) => momentsOfHour(form, hour).map((at) => {
    const call: Call = { caller: { ...someone, lineKind } as Caller, at, keys: [], password: form.password };
    return { call, routed: routeCall(form, call, quietState, setup.limits) };
  }));
  const worth = goalWorths(form, setup.limits);
  const badness = ({ routed }: (typeof tried)[number]): number => stateIndex(form, routed, worth);
  return tried.reduce<(typeof tried)[number] | null>((worst, one) => (worst === null || badness(one) > badness(worst) ? one : worst), null);
}

function stateIndex(form: RoutingForm, { outcome, steps }: RoutedCall, worth: ReturnType<typeof goalWorths>): number {
  if (outcome.kind === 'refused') return coverageStates.indexOf(outcome.reason === 'not-open' ? 'notOpen' : 'refused');
  const rule = steps.find(({ code }) => code === 'rule-matched')?.place.id;
  return coverageStates.indexOf(worth(form.rules.find(({ id }) => id === rule)?.goal ?? form.otherwise).state);
}

function momentsOfHour(form: RoutingForm, hour: number): readonly CallMoment[] {
  const weekday = (Math.floor(hour / 24) + 1) as Weekday;
  const [today, yesterday] = [ordinaryDay(weekday), ordinaryDay((weekday === 1 ? 7 : weekday - 1) as Weekday)];
  const start = (hour % 24) * 60;
  return edgesOfDay(form).filter((minute) => minute >= start && minute < start + 60).map((minuteOfDay) => ({ today, yesterday, minuteOfDay }));
}

/** The state of a cell. */
export const stateOf = (map: CoverageMap, { region, lineKind, hour }: Cell): (typeof coverageStates)[number] =>
  coverageStates[map[lineKind].states[map.regions.indexOf(region) * HOURS + hour] ?? 0] ?? 'nobody';
