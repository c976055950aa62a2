import type { Weekday } from '../../calendar/plain-date.ts';
import type { CallMoment } from '../call.ts';
import { ordinaryMoment } from '../call-moment.ts';
import type { Caller, RegionKey } from '../caller.ts';
import { entryDigits } from '../list-entry.ts';
import { probesOf } from '../probe-callers.ts';
import type { RegionTable } from '../region-table.ts';
import type { ListEntry, RoutingForm } from '../routing-form.ts';
import { windowOf } from '../rule-match.ts';
import { clockMinutes } from '../week-window.ts';
import type { CoverageSetup } from './coverage.ts';

/** Somebody who stands for a part of a province: a place that the form names (`key`), or all others of the province. */
export type Probe = { readonly key: RegionKey; readonly caller: Caller };

/** The rows of the map, each with callers who stand for its parts. */
export type ProbeRow = { readonly region: RegionKey; readonly probes: readonly Probe[] };

/** Every province by its parts, and callers of unknown place. */
export function probeRows(form: RoutingForm, regions: RegionTable): readonly ProbeRow[] {
  const named = new Set([...form.rules.flatMap((rule) => rule.regions), ...form.deniedRegions, ...form.allowedRegions, ...listedAreas(form, regions)]);
  const parts = [...named].filter((key) => key.startsWith('city:') || key.startsWith('area:')).flatMap((key) => probesOf(key, regions).map((caller): Probe => ({ key, caller })));
  const rows = regions.provinces.map(({ code }): ProbeRow => {
    const region = `province:${code}`;
    const own = onePerPlace(parts.filter(({ caller }) => caller.province === code));
    return { region, probes: namesAll(code, own, regions) ? own : [...probesOf(region, regions).map((caller) => ({ key: region, caller })), ...own] };
  });
  return [...rows, { region: 'unknown', probes: probesOf('unknown', regions).map((caller) => ({ key: 'unknown', caller })) }];
}

const onePerPlace = (parts: readonly Probe[]): readonly Probe[] => [...new Map(parts.toReversed().map((part) => [`${part.caller.areaCode} ${part.caller.city}`, part])).values()].toReversed();

/** With every city of a province named there is nobody elsewhere in it; of an area code with several cities also those whose city is not told. */
function namesAll(province: string, parts: readonly Probe[], { areas }: RegionTable): boolean {
  const places = areas.filter((row) => row.province === province);
  const isNamed = (areaCode: string, city: string | null): boolean => parts.some(({ caller }) => caller.areaCode === areaCode && caller.city === city);
  const isShared = (areaCode: string): boolean => places.filter((row) => row.areaCode === areaCode).length > 1;
  return places.length > 0 && places.every(({ areaCode, cityCode }) => isNamed(areaCode, cityCode) && (!isShared(areaCode) || isNamed(areaCode, null)));
}

/** Areas that the lists treat in their own way: by their area codes, or by prefixes that all landlines of an area begin with. */
function listedAreas(form: RoutingForm, { areas }: RegionTable): readonly RegionKey[] {
  const entries = regionalEntries(form).map((entry) => ({ kind: entry.kind, digits: entryDigits(entry) ?? '' }));
  const prefixes = [...new Set(entries.filter(({ kind }) => kind === 'prefix').map(({ digits }) => digits))];
  const begun = prefixes.flatMap((digits) => areas.filter(({ areaCode }) => digits !== '' && areaCode.startsWith(digits)).map(({ areaCode }) => areaCode));
  return [...new Set([...entries.filter(({ kind }) => kind === 'area-code').map(({ digits }) => digits), ...begun])].map((areaCode): RegionKey => `area:${areaCode}`);
}

const regionalEntries = ({ blackList, whiteList }: RoutingForm): readonly ListEntry[] => [...blackList, ...whiteList].filter(isRegional);

/** Entries that may hold for everybody of an area; numbers and longer prefixes are for some only. */
export const isRegional = ({ kind, pattern }: ListEntry): boolean => kind === 'area-code' || (kind === 'prefix' && pattern.length <= MOST_CHARACTERS_OF_AREA);

/** An area code has four digits; blanks and hyphens between them are read away. */
const MOST_CHARACTERS_OF_AREA = 8;

/** The minutes of a day at which anything can change, and the full hours. */
export function edgesOfDay(form: RoutingForm): readonly number[] {
  const edges = new Set(Array.from({ length: 24 }, (_, hour) => hour * 60));
  for (const rule of form.rules) {
    const window = windowOf(rule);
    if (window !== null) edges.add(window.from).add(window.to % 1440);
  }
  for (const { from, to } of regionalEntries(form)) {
    if (!from || !to) continue;
    for (const minute of [clockMinutes(from), clockMinutes(to)]) if (minute !== null) edges.add(minute % 1440);
  }
  return [...edges].toSorted((a, b) => a - b);
}

/** Moments in order, of a week or of one day; each lasts until the next, the last until `end`. */
export type Stretch = { readonly moments: readonly CallMoment[]; /** Minutes since Monday, or since midnight. */ readonly minutes: readonly number[]; readonly end: number };

const DAY = 1440;

/** The moments of an ordinary week at which anything can change. */
export function ordinaryWeek(form: RoutingForm): Stretch {
  const edges = edgesOfDay(form);
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  return { moments: weekdays.flatMap((weekday) => edges.map((minute) => ordinaryMoment(weekday, minute))), minutes: weekdays.flatMap((weekday) => edges.map((minute) => (weekday - 1) * DAY + minute)), end: 7 * DAY };
}

/** Those of a special day. */
export function specialDay(form: RoutingForm, { today, yesterday }: CoverageSetup['days'][number]): Stretch {
  const minutes = edgesOfDay(form);
  return { moments: minutes.map((minuteOfDay) => ({ today, yesterday, minuteOfDay })), minutes, end: DAY };
}
