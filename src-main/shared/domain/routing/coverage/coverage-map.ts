import type { RoutingForm } from '../routing-form.ts';
import { type CoverageGrid, type CoverageMap, type CoverageSetup, coverageStates, HOURS } from './coverage.ts';
import { goalWorths } from './goal-worth.ts';
import { ordinaryWeek, type ProbeRow, probeRows, specialDay, type Stretch } from './probe-week.ts';
import { goalOfLine, NOT_OPEN, OTHERWISE, REFUSED, whoTakes } from './who-takes.ts';

/** Colours every province, hour and kind of line by what callers come to. */
export function coverageMap(form: RoutingForm, setup: CoverageSetup): CoverageMap {
  const rows = probeRows(form, setup.regions);
  const states = lineStates(form, setup);
  return {
    regions: rows.map(({ region }) => region), ...fillGrids(form, { rows, stretch: ordinaryWeek(form), hours: HOURS, states }),
    days: setup.days.map((day) => ({ day: day.day, ...fillGrids(form, { rows, stretch: specialDay(form, day), hours: 24, states }) })),
  };
}

/** What callers come to whom a line takes (`who-takes.ts`), as an index into `coverageStates`. */
export function lineStates(form: RoutingForm, { limits }: Pick<CoverageSetup, 'limits'>): ReadonlyMap<number, number> {
  const worth = goalWorths(form, limits);
  const lines = [OTHERWISE, ...form.rules.keys()].map((line) => [line, coverageStates.indexOf(worth(goalOfLine(form, line)).state)] as const);
  return new Map([...lines, [REFUSED, coverageStates.indexOf('refused')], [NOT_OPEN, coverageStates.indexOf('notOpen')]]);
}

type Fill = { readonly rows: readonly ProbeRow[]; readonly stretch: Stretch; readonly hours: number; readonly states: ReadonlyMap<number, number> };

/** A cell gets the worst of its minutes and places, and is mixed where they differ. */
function fillGrids(form: RoutingForm, { rows, stretch, hours, states }: Fill): { readonly landline: CoverageGrid; readonly mobile: CoverageGrid } {
  const grid = (): CoverageGrid => ({ states: new Uint8Array(rows.length * hours), mixed: new Uint8Array(rows.length * hours) });
  const grids = { landline: grid(), mobile: grid() };
  const seen = { landline: new Uint8Array(rows.length * hours), mobile: new Uint8Array(rows.length * hours) };
  for (const { row, lineKind, lines } of whoTakes(form, rows, stretch)) {
    const { states: cells, mixed } = grids[lineKind];
    lines.forEach((line, at) => {
      const cell = row * hours + Math.floor((stretch.minutes[at] ?? 0) / 60);
      const state = states.get(line) ?? 0;
      const before = cells[cell] ?? 0;
      if (seen[lineKind][cell] === 1 && before !== state) mixed[cell] = 1;
      seen[lineKind][cell] = 1;
      cells[cell] = Math.max(before, state);
    });
  }
  return grids;
}
