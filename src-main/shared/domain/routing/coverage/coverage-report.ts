import type { PlainDate } from '../../calendar/plain-date.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { CallLimits } from '../call.ts';
import type { RegionTable } from '../region-table.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { CoverageMap, Hole } from './coverage.ts';
import { coverageHoles } from './coverage-holes.ts';
import { coverageMap } from './coverage-map.ts';
import { isRegional } from './probe-week.ts';
import { type Reach, reachOf } from './reach-of.ts';
import { specialDays } from './special-days.ts';

/** What is asked about a form: its coverage from today on and, where a phone is picked, who reaches that. */
export type CoverageQuestion = {
  readonly form: RoutingForm;
  readonly regions: RegionTable;
  readonly limits: CallLimits;
  readonly today: PlainDate;
  readonly destinationId: string | null;
};

/** The map, its holes, and the reach of the picked phone. */
export type CoverageReport = { readonly map: CoverageMap; readonly holes: readonly Hole[]; readonly reach: Reach | null };

/** All that the coverage screens show, in one go. */
export function coverageReport({ form, regions, limits, today, destinationId }: CoverageQuestion, calendar: WorkCalendar): CoverageReport {
  const setup = { regions, limits, days: specialDays(form, today, calendar) };
  return { map: coverageMap(form, setup), holes: coverageHoles(form, setup), reach: destinationId === null ? null : reachOf(form, destinationId, setup) };
}

/** The form without the entries that colour no region: ten thousand numbers are not copied to another thread. */
export function regionalForm(form: RoutingForm): RoutingForm {
  const whole = form.whiteList.filter(isRegional);
  // An exclusive white list of numbers alone still keeps everybody else out.
  const whiteList = whole.length === 0 ? form.whiteList.slice(0, 1) : whole;
  return { ...form, blackList: form.blackList.filter(isRegional), whiteList, testCalls: [] };
}
