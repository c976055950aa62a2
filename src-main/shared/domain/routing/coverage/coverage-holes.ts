import type { RegionKey } from '../caller.ts';
import type { RoutingForm } from '../routing-form.ts';
import { type CoverageSetup, coverageStates, type Hole } from './coverage.ts';
import { lineStates } from './coverage-map.ts';
import { holeKey } from './hole-key.ts';
import { ordinaryWeek, type ProbeRow, probeRows, specialDay, type Stretch } from './probe-week.ts';
import { placeOfLine, type Taken, whoTakes } from './who-takes.ts';

/** Without anybody for so long between two lines of the form: a slip of the pen, told apart from hours that are meant. */
export const SHORT_GAP_MINUTES = 60;

const DAY = 1440;

type Hours = Hole['hours'];
/** Who and when of the calls that one line of the form leaves without anybody. */
type Gap = { readonly line: number; readonly state: Hole['state']; readonly key: RegionKey; readonly lineKind: 'landline' | 'mobile'; readonly hours: Hours };

/** Everybody who reaches an announcement or nothing in an ordinary week, and on special days that are worse than any day of that week; the largest first. */
export function coverageHoles(form: RoutingForm, setup: CoverageSetup): readonly Hole[] {
  const rows = probeRows(form, setup.regions);
  const states = lineStates(form, setup);
  const gapsIn = (stretch: Stretch): readonly Gap[] => gapsOf(whoTakes(form, rows, stretch), stretch, states);
  const week = gapsIn(ordinaryWeek(form));
  const isUsual = usualGaps(week);
  const days = setup.days.flatMap((day) => merged(form, rows, { gaps: gapsIn(specialDay(form, day)).filter((gap) => !isUsual(gap)), date: day.day.date }));
  return [...merged(form, rows, { gaps: week, date: null }).toSorted(bySize), ...days.toSorted((a, b) => (a.date === b.date ? bySize(a, b) : (a.date ?? '') < (b.date ?? '') ? -1 : 1))];
}

const sizeOf = ({ hours, regions }: Hole): number => hours.reduce((sum, { from, to }) => sum + to - from, 0) * regions.length;
const bySize = (a: Hole, b: Hole): number => sizeOf(b) - sizeOf(a);

const whose = ({ line, key, lineKind }: Gap): string => `${line} ${lineKind} ${key}`;

/** Whether the gap of a day is there, by the same line of the form, on some day of the week too. */
function usualGaps(week: readonly Gap[]): (gap: Gap) => boolean {
  const known = new Map([...Map.groupBy(week, whose)].map(([key, gaps]) => [key, joined(gaps.flatMap(({ hours }) => hours))]));
  return (gap) => [0, 1, 2, 3, 4, 5, 6].some((day) => gap.hours.every(({ from, to }) => (known.get(whose(gap)) ?? []).some((usual) => usual.from <= from + day * DAY && to + day * DAY <= usual.to)));
}

function gapsOf(taken: readonly Taken[], { minutes, end }: Stretch, states: ReadonlyMap<number, number>): readonly Gap[] {
  return taken.flatMap(({ probe: { key }, lineKind, lines }) => [...new Set(lines)].flatMap((line): Gap[] => {
    const state = coverageStates[states.get(line) ?? 0];
    if (state !== 'announcement' && state !== 'nobody') return [];
    const hours = joined([...lines].flatMap((one, at) => (one === line ? [{ from: minutes[at] ?? 0, to: minutes[at + 1] ?? end }] : [])));
    return byLength(hours, end).filter((some) => some.length > 0).map((some) => ({ line, state, key, lineKind, hours: some }));
  }));
}

/** Long gaps, and short ones; what lasts beyond the end of the week goes on at its beginning. */
function byLength(hours: Hours, end: number): readonly Hours[] {
  const [first, last] = [hours[0], hours.at(-1)];
  const beyond = first?.from === 0 && last?.to === end && first !== last ? first.to + last.to - last.from : 0;
  const isShort = (one: Hours[number]): boolean => (one === first || one === last ? Math.max(beyond, one.to - one.from) : one.to - one.from) <= SHORT_GAP_MINUTES;
  return [hours.filter((one) => !isShort(one)), hours.filter(isShort)];
}

/** Hours that touch are one. */
function joined(hours: Hours): Hours {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of hours.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

/** Gaps of the same line of the form at the same minutes are one hole with all its regions and kinds of line. */
function merged(form: RoutingForm, rows: readonly ProbeRow[], { gaps, date }: { readonly gaps: readonly Gap[]; readonly date: string | null }): readonly Hole[] {
  const same = Map.groupBy(gaps, ({ line, hours }) => JSON.stringify([line, hours]));
  return [...same.values()].flatMap((gathered) => {
    const [first] = gathered;
    if (first === undefined) return [];
    const kindsOf = (region: RegionKey): string => [...new Set(gathered.filter(({ key }) => key === region).map(({ lineKind }) => lineKind))].join(' ');
    const byKinds = Map.groupBy(new Set(gathered.map(({ key }) => key)), kindsOf);
    return [...byKinds].map(([kinds, keys]): Hole => {
      const lineKind = kinds === 'landline' || kinds === 'mobile' ? kinds : 'any';
      const hole = { state: first.state, regions: wholeProvinces(rows, new Set(keys)), lineKind, hours: first.hours, date, place: placeOfLine(form, first.line) } as const;
      return { key: holeKey(hole), ...hole };
    });
  });
}

/** A province of which every part is meant stands for its parts. */
function wholeProvinces(rows: readonly ProbeRow[], keys: ReadonlySet<RegionKey>): readonly RegionKey[] {
  return [...new Set(rows.flatMap(({ region, probes }) => (probes.every(({ key }) => keys.has(key)) ? [region] : probes.map(({ key }) => key).filter((key) => keys.has(key)))))];
}
