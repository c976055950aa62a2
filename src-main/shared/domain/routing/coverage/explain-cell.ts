import type { PlainDate } from '../../calendar/plain-date.ts';
import { type Call, quietState, type RoutedCall } from '../call.ts';
import type { RegionKey } from '../caller.ts';
import { routeCall } from '../route-call.ts';
import type { RoutingForm } from '../routing-form.ts';
import { type CoverageMap, type CoverageSetup, type CoverageState, coverageStates, HOURS } from './coverage.ts';
import { lineStates } from './coverage-map.ts';
import { ordinaryWeek, probeRows, specialDay } from './probe-week.ts';
import { whoTakes } from './who-takes.ts';

/** A cell of the map: the row, the kind of line, and the hour of the week, or of the special day at `date`. */
export type Cell = { readonly region: RegionKey; readonly lineKind: 'landline' | 'mobile'; readonly hour: number; readonly date?: PlainDate };

/** The caller and minute that make a cell what it is, and what becomes of that call; null for a cell that is not on the map. */
export function explainCell(form: RoutingForm, setup: CoverageSetup, { region, lineKind, hour, date }: Cell): { readonly call: Call; readonly routed: RoutedCall } | null {
  const day = setup.days.find((one) => one.day.date === date);
  const stretch = date === undefined ? ordinaryWeek(form) : day && specialDay(form, day);
  if (stretch === undefined) return null;
  const states = lineStates(form, setup);
  const rows = probeRows(form, setup.regions).filter((row) => row.region === region);
  let [worst, call]: [number, Call | null] = [-1, null];
  for (const taken of whoTakes(form, rows, stretch)) {
    if (taken.lineKind !== lineKind) continue;
    for (const [at, moment] of stretch.moments.entries()) {
      const state = Math.floor((stretch.minutes[at] ?? 0) / 60) === hour ? (states.get(taken.lines[at] ?? 0) ?? 0) : -1;
      if (state > worst) [worst, call] = [state, { caller: taken.caller, at: moment, keys: [], password: form.password }];
    }
  }
  return call === null ? null : { call, routed: routeCall(form, call, quietState, setup.limits) };
}

/** The state of a cell. */
export function stateOf(map: CoverageMap, { region, lineKind, hour, date }: Cell): CoverageState {
  const grids = date === undefined ? map : map.days.find(({ day }) => day.date === date);
  return coverageStates[grids?.[lineKind].states[map.regions.indexOf(region) * (date === undefined ? HOURS : 24) + hour] ?? 0] ?? 'nobody';
}
