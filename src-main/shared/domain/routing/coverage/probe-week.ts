import type { Weekday } from '../../calendar/plain-date.ts';
import type { CallMoment } from '../call.ts';
import { ordinaryDay } from '../call-moment.ts';
import type { Caller, RegionKey } from '../caller.ts';
import { entryDigits } from '../list-entry.ts';
import { probesOf } from '../probe-callers.ts';
import type { RegionTable } from '../region-table.ts';
import type { RoutingForm } from '../routing-form.ts';
import { windowOf } from '../rule-match.ts';
import { clockMinutes } from '../week-window.ts';

/** The rows of the map, each with callers who stand for its parts. */
export type ProbeRow = { readonly region: RegionKey; readonly callers: readonly Caller[] };

/** Every province with somebody from none of its named cities and from each named one, and callers of unknown place. */
export function probeRows(form: RoutingForm, regions: RegionTable): readonly ProbeRow[] {
  const named = new Set([...form.rules.flatMap((rule) => rule.regions), ...form.deniedRegions, ...form.allowedRegions, ...listedAreas(form)]);
  const cities = [...named].filter((region) => region.startsWith('city:') || region.startsWith('area:')).flatMap((region) => probesOf(region, regions));
  const rows = regions.provinces.map(({ code }): ProbeRow => {
    const region = `province:${code}`;
    return { region, callers: [...probesOf(region, regions), ...cities.filter(({ province }) => province === code)] };
  });
  return [...rows, { region: 'unknown', callers: probesOf('unknown', regions) }];
}

/** Areas that the lists treat in their own way: their area codes, and prefixes that are one. */
function listedAreas(form: RoutingForm): readonly RegionKey[] {
  return [...form.blackList, ...form.whiteList].flatMap((entry) => {
    const digits = entry.kind === 'area-code' ? entryDigits(entry) : null;
    return digits === null ? [] : [`area:${digits}`];
  });
}

/** The minutes of a day at which anything can change, and the full hours. */
export function edgesOfDay(form: RoutingForm): readonly number[] {
  const edges = new Set(Array.from({ length: 24 }, (_, hour) => hour * 60));
  for (const rule of form.rules) {
    const window = windowOf(rule);
    if (window !== null) edges.add(window.from).add(window.to % 1440);
  }
  for (const { kind, from, to } of [...form.blackList, ...form.whiteList]) {
    if (kind !== 'area-code' || !from || !to) continue;
    for (const minute of [clockMinutes(from), clockMinutes(to)]) if (minute !== null) edges.add(minute % 1440);
  }
  return [...edges].toSorted((a, b) => a - b);
}

/** The moments of an ordinary week at which anything can change, in order. */
export function momentsOfWeek(form: RoutingForm): readonly CallMoment[] {
  const edges = edgesOfDay(form);
  return ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) => {
    const [today, yesterday] = [ordinaryDay(weekday), ordinaryDay((weekday === 1 ? 7 : weekday - 1) as Weekday)];
    return edges.map((minuteOfDay) => ({ today, yesterday, minuteOfDay }));
  });
}
