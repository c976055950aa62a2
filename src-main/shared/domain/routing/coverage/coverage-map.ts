import { admits, type Admission } from '../admits.ts';
import type { CallMoment } from '../call.ts';
import type { Caller } from '../caller.ts';
import type { Goal, RoutingForm, Rule } from '../routing-form.ts';
import { fitsCaller, holdsMinute } from '../rule-match.ts';
import { type CoverageGrid, type CoverageMap, type CoverageSetup, coverageStates, HOURS } from './coverage.ts';
import { goalWorths } from './goal-worth.ts';
import { edgesOfDay, momentsOfWeek, type ProbeRow, probeRows } from './probe-week.ts';

/** Colours every province, hour and kind of line by what callers come to. */
export function coverageMap(form: RoutingForm, setup: CoverageSetup): CoverageMap {
  const rows = probeRows(form, setup.regions);
  const worth = goalWorths(form, setup.limits);
  const stateOfGoal = (goal: Goal): number => coverageStates.indexOf(worth(goal).state);
  const week = momentsOfWeek(form);
  const edges = edgesOfDay(form);
  const grid = (lineKind: 'landline' | 'mobile', moments: readonly CallMoment[], hours: number): CoverageGrid => fillGrid(form, rows, { lineKind, moments, hours, stateOfGoal });
  return {
    regions: rows.map(({ region }) => region), landline: grid('landline', week, HOURS), mobile: grid('mobile', week, HOURS),
    days: setup.days.map(({ day, today, yesterday }) => {
      const moments = edges.map((minuteOfDay) => ({ today, yesterday, minuteOfDay }));
      return { day, landline: grid('landline', moments, 24), mobile: grid('mobile', moments, 24) };
    }),
  };
}

type Fill = { readonly lineKind: 'landline' | 'mobile'; readonly moments: readonly CallMoment[]; readonly hours: number; readonly stateOfGoal: (goal: Goal) => number };

/** A whole week repeats its days' hours; a single day has 24. */
function fillGrid(form: RoutingForm, rows: readonly ProbeRow[], { lineKind, moments, hours, stateOfGoal }: Fill): CoverageGrid {
  const states = new Uint8Array(rows.length * hours);
  const mixed = new Uint8Array(rows.length * hours);
  const held = form.rules.map((rule) => moments.map((moment) => holdsMinute(rule, moment)));
  const hourOf = moments.map(({ today, minuteOfDay }) => (hours === HOURS ? (today.weekday - 1) * 24 : 0) + Math.floor(minuteOfDay / 60));
  rows.forEach(({ callers }, row) => {
    callers.forEach((someone, first) => {
      const caller: Caller = { ...someone, lineKind };
      const rules = form.rules.flatMap((rule, index) => (fitsCaller(rule, caller) ? [{ rule, held: held[index] ?? [] }] : []));
      const admission = admits(form, caller);
      moments.forEach((moment, at) => {
        const cell = row * hours + (hourOf[at] ?? 0);
        const state = stateAt(form, { rules, at, moment, admission, stateOfGoal });
        const isFirst = first === 0 && (at === 0 || hourOf[at] !== hourOf[at - 1]);
        const before = states[cell] ?? 0;
        if (!isFirst && before !== state) mixed[cell] = 1;
        states[cell] = isFirst ? state : Math.max(before, state);
      });
    });
  });
  return { states, mixed };
}

type At = { readonly rules: readonly { readonly rule: Rule; readonly held: readonly boolean[] }[]; readonly at: number; readonly moment: CallMoment; readonly admission: Admission; readonly stateOfGoal: (goal: Goal) => number };

const REFUSED = coverageStates.indexOf('refused');
const NOT_OPEN = coverageStates.indexOf('notOpen');

function stateAt(form: RoutingForm, { rules, at, moment, admission, stateOfGoal }: At): number {
  const admitted = admission(moment.minuteOfDay);
  if (admitted !== 'in') return admitted === 'not-open' ? NOT_OPEN : REFUSED;
  return stateOfGoal(rules.find(({ held }) => held[at] === true)?.rule.goal ?? form.otherwise);
}
