import type { RegionKey } from '../caller.ts';
import type { RoutingForm } from '../routing-form.ts';
import { type CoverageSetup, coverageStates, type Hole } from './coverage.ts';
import { lineStates } from './coverage-map.ts';
import { holeKey } from './hole-key.ts';
import { ordinaryWeek, type ProbeRow, probeRows, specialDay, type Stretch } from './probe-week.ts';
import { placeOfLine, type Taken, whoTakes } from './who-takes.ts';

/** Without anybody for so long between two lines of the form: a slip of the pen, told apart from hours that are meant. */
export const SHORT_GAP_MINUTES = 60;

type Hours = Hole['hours'];
/** Who and when of the calls that one line of the form leaves without anybody. */
type Gap = { readonly line: number; readonly state: Hole['state']; readonly key: RegionKey; readonly lineKind: 'landline' | 'mobile'; readonly hours: Hours };

/** Everybody who reaches an announcement or nothing in an ordinary week, and on special days where another line of the form leads there; the largest first. */
export function coverageHoles(form: RoutingForm, setup: CoverageSetup): readonly Hole[] {
  const rows = probeRows(form, setup.regions);
  const states = lineStates(form, setup);
  const holesOf = (stretch: Stretch, date: string | null): readonly Hole[] => merged(form, rows, { gaps: gapsOf(whoTakes(form, rows, stretch), stretch, states), date });
  const week = holesOf(ordinaryWeek(form), null);
  const places = new Set(week.map(({ place }) => JSON.stringify(place)));
  const days = setup.days.flatMap((day) => holesOf(specialDay(form, day), day.day.date)).filter(({ place }) => !places.has(JSON.stringify(place)));
  return [...week.toSorted(bySize), ...days.toSorted((a, b) => (a.date === b.date ? bySize(a, b) : (a.date ?? '') < (b.date ?? '') ? -1 : 1))];
}

const sizeOf = ({ hours, regions }: Hole): number => hours.reduce((sum, { from, to }) => sum + to - from, 0) * regions.length;
const bySize = (a: Hole, b: Hole): number => sizeOf(b) - sizeOf(a);

function gapsOf(taken: readonly Taken[], { minutes, end }: Stretch, states: ReadonlyMap<number, number>): readonly Gap[] {
  return taken.flatMap(({ probe: { key }, lineKind, lines }) => [...new Set(lines)].flatMap((line): Gap[] => {
    const state = coverageStates[states.get(line) ?? 0];
    if (state !== 'announcement' && state !== 'nobody') return [];
    const hours = joined([...lines].flatMap((one, at) => (one === line ? [{ from: minutes[at] ?? 0, to: minutes[at + 1] ?? end }] : [])));
    const short = hours.filter(({ from, to }) => to - from <= SHORT_GAP_MINUTES);
    const long = hours.filter(({ from, to }) => to - from > SHORT_GAP_MINUTES);
    return [long, short].filter((some) => some.length > 0).map((some) => ({ line, state, key, lineKind, hours: some }));
  }));
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
