import { clockMinutes, placeInWeek } from '../week-window.ts';
import { isPlainDate, yearOf } from '../../calendar/plain-date.ts';
import { leadsSomewhere } from '../form-links.ts';
import { isKnownRegion } from '../region-names.ts';
import { callEnds, type RoutingForm, type Rule } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';
import { isSpan } from '../rule-match.ts';
import { isRefused, ruleCover } from './rule-cover.ts';

/** Rules one by one, each against the earlier ones, and the default. Gaps are no problem: the default takes them. */
export function ruleProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  const { rules } = form;
  const limit = context.limits.timeSegments.value;
  const segments = new Set(rules.map(segmentOf)).size;
  const { dead, overlaps, late } = ruleCover(form, context);
  return [
    ...(segments > limit ? [{ code: 'too-many-time-segments', severity: 'error', place: { part: 'rules' }, facts: { count: segments, limit } } as const] : []),
    ...rules.flatMap((rule): readonly RoutingProblem[] => {
      const place = { part: 'rules', id: rule.id } as const;
      const own = oneRuleProblems(rule, form, context);
      const covered = dead.get(rule.id);
      const crossed = overlaps.filter(({ later }) => later === rule).map(({ earlier, minute }): RoutingProblem => ({ code: 'rules-overlap', severity: 'error', place, facts: { first: earlier.name, second: rule.name, ...placeInWeek(minute) } }));
      const before = late.get(rule.id);
      if (covered !== undefined) return [...own, { code: 'rule-dead', severity: 'error', place, facts: { name: rule.name, earlier: covered.name } }];
      return before === undefined ? [...own, ...crossed] : [...own, ...crossed, { code: 'rule-late', severity: 'warning', place, facts: { name: rule.name, earlier: before.name } }];
    }),
    ...otherwiseProblems(form, context),
  ];
}

/** Windows that start on the same days at the same hours are one segment to the network. */
const segmentOf = ({ days, weekdays, dates, from, to }: Rule): string => JSON.stringify([days, days === 'weekdays' ? [...new Set(weekdays)].toSorted() : days === 'dates' ? dates : [], from, to]);

function oneRuleProblems(rule: Rule, form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  const place = { part: 'rules', id: rule.id } as const;
  const facts = { name: rule.name };
  const problems: RoutingProblem[] = [];
  if (rule.name.trim() === '') problems.push({ code: 'rule-name-missing', severity: 'error', place: { ...place, field: 'name' } });
  if (rule.days === 'weekdays' && rule.weekdays.length === 0) problems.push({ code: 'rule-no-weekday', severity: 'error', place: { ...place, field: 'weekdays' }, facts });
  if (rule.days === 'dates') problems.push(...dateProblems(rule, context));
  const fromIsTime = clockMinutes(rule.from) !== null && rule.from !== '24:00';
  if (!fromIsTime) problems.push({ code: 'rule-time', severity: 'error', place: { ...place, field: 'from' }, facts: { ...facts, time: rule.from } });
  if (clockMinutes(rule.to) === null) problems.push({ code: 'rule-time', severity: 'error', place: { ...place, field: 'to' }, facts: { ...facts, time: rule.to } });
  if (fromIsTime && rule.from === rule.to) problems.push({ code: 'rule-empty', severity: 'error', place: { ...place, field: 'to' }, facts: { ...facts, time: rule.from } });
  rule.regions.forEach((region, index) => {
    const at = { ...place, field: 'regions', index };
    if (!isKnownRegion(region, context.regions)) problems.push({ code: 'rule-region-unknown', severity: 'error', place: at, facts: { ...facts, region } });
    else if (isRefused(form, region, context.regions)) problems.push({ code: 'rule-region-refused', severity: 'warning', place: at, facts: { ...facts, region } });
  });
  if (!leadsSomewhere(form, rule.goal)) problems.push({ code: 'rule-goal-unknown', severity: 'error', place: { ...place, field: 'goal' }, facts });
  return problems;
}

function dateProblems(rule: Rule, { today, calendar }: RoutingContext): readonly RoutingProblem[] {
  const place = { part: 'rules', id: rule.id, field: 'dates' } as const;
  const facts = { name: rule.name };
  if (rule.dates.length === 0) return [{ code: 'dates-missing', severity: 'error', place, facts }];
  return rule.dates.flatMap(({ from, to }, index): RoutingProblem[] => {
    const at = { ...place, index };
    if (!isPlainDate(from) || !isPlainDate(to) || !isSpan(from, to)) return [{ code: 'dates-wrong', severity: 'error', place: at, facts: { ...facts, from, to } }];
    if (today !== undefined && to < today) return [{ code: 'dates-over', severity: 'warning', place: at, facts: { ...facts, to } }];
    return yearOf(to) > calendar.lastKnownYear ? [{ code: 'dates-not-announced', severity: 'warning', place: at, facts: { ...facts, year: yearOf(to) } }] : [];
  });
}

/** Where calls go that no rule takes; callers of an unknown place need a way when rules ask for places. */
function otherwiseProblems(form: RoutingForm, { regions: table }: RoutingContext): readonly RoutingProblem[] {
  const place = { part: 'otherwise' } as const;
  if (form.otherwise === '') return [{ code: 'otherwise-missing', severity: 'error', place }];
  if (!leadsSomewhere(form, form.otherwise)) return [{ code: 'otherwise-unknown', severity: 'error', place }];
  const split = form.rules.some(({ regions }) => regions.length > 0);
  const caught = form.rules.some(({ regions }) => regions.length === 0 || regions.includes('unknown'));
  const ends = callEnds.some((end) => end === form.otherwise) && form.otherwise !== 'fax';
  return split && !caught && ends && !isRefused(form, 'unknown', table) ? [{ code: 'unknown-region-nobody', severity: 'warning', place }] : [];
}
