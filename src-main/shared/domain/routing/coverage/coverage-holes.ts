import { admits } from '../admits.ts';
import type { CallMoment } from '../call.ts';
import { isInRegion, type RegionKey } from '../caller.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { RoutingPlace } from '../routing-problem.ts';
import { fitsCaller, holdsMinute } from '../rule-match.ts';
import type { CoverageSetup, Hole } from './coverage.ts';
import { goalWorths } from './goal-worth.ts';
import { edgesOfDay, momentsOfWeek, probeRows } from './probe-week.ts';

const DAY = 1440;
const WEEK = 7 * DAY;
const lines = ['landline', 'mobile'] as const;

/** One caller's stretch of minutes without anybody. */
type Gap = { readonly region: RegionKey; readonly lineKind: 'landline' | 'mobile'; readonly state: Hole['state']; readonly place: RoutingPlace; readonly from: number; readonly to: number };

/** Everybody who reaches an announcement or nothing in an ordinary week, and on special days where it is another line of the form that leads there; the longest first. */
export function coverageHoles(form: RoutingForm, setup: CoverageSetup): readonly Hole[] {
  const week = gapsOf(form, setup, { moments: momentsOfWeek(form), minuteOf: ({ today, minuteOfDay }) => (today.weekday - 1) * DAY + minuteOfDay, end: WEEK });
  const holes = [...merged(week, null)];
  const places = new Set(holes.map(({ place }) => JSON.stringify(place)));
  const edges = edgesOfDay(form);
  for (const { day, today, yesterday } of setup.days) {
    const moments = edges.map((minuteOfDay) => ({ today, yesterday, minuteOfDay }));
    const own = merged(gapsOf(form, setup, { moments, minuteOf: ({ minuteOfDay }) => minuteOfDay, end: DAY }), day.date);
    holes.push(...own.filter(({ place }) => !places.has(JSON.stringify(place))));
  }
  return holes.toSorted((a, b) => Number(a.date !== null) - Number(b.date !== null) || sizeOf(b) - sizeOf(a));
}

const sizeOf = ({ hours, regions }: Hole): number => hours.reduce((sum, { from, to }) => sum + to - from, 0) * regions.length;

type Stretch = { readonly moments: readonly CallMoment[]; readonly minuteOf: (moment: CallMoment) => number; readonly end: number };

function gapsOf(form: RoutingForm, setup: CoverageSetup, { moments, minuteOf, end }: Stretch): readonly Gap[] {
  const worth = goalWorths(form, setup.limits);
  const held = form.rules.map((rule) => moments.map((moment) => holdsMinute(rule, moment)));
  const minutes = moments.map(minuteOf);
  return probeRows(form, setup.regions).flatMap(({ region, callers }) => callers.flatMap((someone) => lines.flatMap((lineKind): Gap[] => {
    const caller = { ...someone, lineKind };
    const admission = admits(form, caller);
    const rules = form.rules.map((rule) => fitsCaller(rule, caller));
    const key = keyOf(region, someone, form, setup);
    return moments.flatMap(({ minuteOfDay }, at): Gap[] => {
      if (admission(minuteOfDay) !== 'in') return [];
      const index = form.rules.findIndex((_, n) => rules[n] === true && held[n]?.[at] === true);
      const rule = form.rules[index];
      const { state } = worth(rule?.goal ?? form.otherwise);
      if (state !== 'announcement' && state !== 'nobody') return [];
      return [{ region: key, lineKind, state, place: rule === undefined ? { part: 'otherwise' } : { part: 'rules', id: rule.id }, from: minutes[at] ?? 0, to: minutes[at + 1] ?? end }];
    });
  })));
}

/** A named city or area code stands for itself, everybody else of a province for the province. */
function keyOf(region: RegionKey, { city, areaCode, province }: { readonly city: string | null; readonly areaCode: string | null; readonly province: string | null }, form: RoutingForm, { regions }: CoverageSetup): RegionKey {
  if (city === '' || province === null) return region;
  const named = form.rules.flatMap((rule) => rule.regions).find((key) => !key.startsWith('province:') && isInRegion({ city, areaCode, province }, key));
  if (named !== undefined) return named;
  const single = regions.areas.filter((row) => row.province === province).length === 1;
  return single ? region : `area:${areaCode ?? ''}`;
}

/** Gaps of the same line of the form at the same minutes are one hole with all its regions and lines. */
function merged(gaps: readonly Gap[], date: string | null): readonly Hole[] {
  const byCaller = Map.groupBy(gaps, ({ region, lineKind, state, place }) => JSON.stringify([state, place, region, lineKind]));
  const joined = [...byCaller.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ ...first, hours: touching(own) }];
  });
  const byHours = Map.groupBy(joined, ({ state, place, hours }) => JSON.stringify([state, place, hours]));
  return [...byHours.values()].flatMap((same) => {
    const byRegion = Map.groupBy(same, ({ region }) => region);
    const kinds = Map.groupBy([...byRegion], ([, both]) => (new Set(both.map(({ lineKind }) => lineKind)).size === 2 ? 'any' : (both[0]?.lineKind ?? 'any')));
    return [...kinds].map(([lineKind, regions]): Hole => {
      const { state, place, hours } = (regions[0]?.[1][0] ?? same[0]) as (typeof same)[number];
      const keys = regions.map(([region]) => region);
      return { key: keyOfHole({ state, place, hours, date, lineKind, regions: keys }), state, regions: keys, lineKind, hours, date, place };
    });
  });
}

function touching(gaps: readonly Gap[]): readonly { readonly from: number; readonly to: number }[] {
  const hours: { from: number; to: number }[] = [];
  for (const { from, to } of gaps.toSorted((a, b) => a.from - b.from)) {
    const last = hours.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else hours.push({ from, to });
  }
  return hours;
}

/** Regions and hours are many: the key holds their digest, which is enough to tell whether anything of the hole changed. */
function keyOfHole({ state, place, hours, date, lineKind, regions }: Omit<Hole, 'key'>): string {
  return `${state} ${date ?? 'week'} ${place.part}${place.id === undefined ? '' : ` ${place.id}`} ${lineKind} ${regions.length} ${digest(JSON.stringify([regions, hours]))}`;
}

/** FNV-1a over 53 bits: two holes of one form that differ have keys that differ. */
function digest(text: string): string {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) ^ (low >>> 7);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
