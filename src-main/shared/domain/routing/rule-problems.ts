import { callEnds, type Group, type RoutingForm, type TimeRule } from './routing-form.ts';
import type { RoutingContext, RoutingProblem } from './routing-problem.ts';
import { clockMinutes, firstOverlap, placeInWeek } from './week-window.ts';

/** Groups that are empty, unnamed, unused, or name phones that are not there. */
export function groupProblems(form: RoutingForm): readonly RoutingProblem[] {
  const known = new Set(form.destinations.map(({ id }) => id));
  return form.groups.flatMap((group, index) => {
    const place = { part: 'groups', id: group.id } as const;
    const problems: RoutingProblem[] = [...groupNameProblems(group, form.groups.slice(0, index))];
    if (group.destinationIds.length === 0) problems.push({ code: 'group-empty', severity: 'error', place, facts: { name: group.name } });
    if (group.destinationIds.some((id) => !known.has(id))) problems.push({ code: 'group-destination-unknown', severity: 'error', place, facts: { name: group.name } });
    if (new Set(group.destinationIds).size < group.destinationIds.length) problems.push({ code: 'group-destination-twice', severity: 'error', place, facts: { name: group.name } });
    const used = form.defaultGroupId === group.id || form.timeRules.some(({ groupId }) => groupId === group.id);
    if (!used) problems.push({ code: 'group-unused', severity: 'warning', place, facts: { name: group.name } });
    return problems;
  });
}

/** Time rules one by one, and each pair that claims the same minute. Gaps are no problem: the default takes them. */
export function timeRuleProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  const { timeRules } = form;
  const limit = context.limits.timeSegments.value;
  return [
    ...(timeRules.length > limit ? [{ code: 'too-many-time-rules', severity: 'error', place: { part: 'timeRules' }, facts: { count: timeRules.length, limit } } as const] : []),
    ...timeRules.flatMap((rule) => oneRuleProblems(rule, form)),
    ...timeRules.flatMap((rule, index) => timeRules.slice(0, index).flatMap((earlier) => overlapProblem(earlier, rule))),
  ];
}

/** Where calls go that no rule takes, who takes over, and whether any phone rings at all. */
export function defaultProblems(form: RoutingForm): readonly RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  const place = { part: 'default' } as const;
  if (form.defaultGroupId === '') problems.push({ code: 'default-missing', severity: 'error', place });
  else if (!leadsSomewhere(form, form.defaultGroupId)) problems.push({ code: 'default-unknown', severity: 'error', place });
  const forward = form.busyForwardTo ?? '';
  if (forward !== '' && !form.destinations.some(({ id }) => id === forward)) {
    problems.push({ code: 'busy-forward-unknown', severity: 'error', place: { part: 'busyForward' } });
  }
  if (form.destinations.length > 0 && form.defaultGroupId !== '' && !somebodyRings(form)) problems.push({ code: 'nobody-rings', severity: 'error', place: { part: 'form' } });
  return problems;
}

function groupNameProblems(group: Group, before: readonly Group[]): readonly RoutingProblem[] {
  const place = { part: 'groups', id: group.id, field: 'name' } as const;
  const name = group.name.trim();
  if (name === '') return [{ code: 'group-name-missing', severity: 'error', place }];
  return before.some((earlier) => earlier.name.trim() === name) ? [{ code: 'group-name-twice', severity: 'error', place, facts: { name } }] : [];
}

function oneRuleProblems(rule: TimeRule, form: RoutingForm): readonly RoutingProblem[] {
  const place = { part: 'timeRules', id: rule.id } as const;
  const facts = { name: rule.name };
  const problems: RoutingProblem[] = [];
  if (rule.name.trim() === '') problems.push({ code: 'time-rule-name-missing', severity: 'error', place: { ...place, field: 'name' } });
  if (rule.weekdays.length === 0) problems.push({ code: 'time-rule-no-weekday', severity: 'error', place: { ...place, field: 'weekdays' }, facts });
  const fromIsTime = clockMinutes(rule.from) !== null && rule.from !== '24:00';
  if (!fromIsTime) problems.push({ code: 'time-rule-time', severity: 'error', place: { ...place, field: 'from' }, facts: { ...facts, time: rule.from } });
  if (clockMinutes(rule.to) === null) problems.push({ code: 'time-rule-time', severity: 'error', place: { ...place, field: 'to' }, facts: { ...facts, time: rule.to } });
  if (fromIsTime && rule.from === rule.to) problems.push({ code: 'time-rule-empty', severity: 'error', place: { ...place, field: 'to' }, facts: { ...facts, time: rule.from } });
  if (!leadsSomewhere(form, rule.groupId)) problems.push({ code: 'time-rule-group-unknown', severity: 'error', place: { ...place, field: 'groupId' }, facts });
  return problems;
}

function overlapProblem(first: TimeRule, second: TimeRule): readonly RoutingProblem[] {
  const minute = firstOverlap(first, second);
  if (minute === null) return [];
  return [{ code: 'time-rules-overlap', severity: 'error', place: { part: 'timeRules', id: second.id }, facts: { first: first.name, second: second.name, ...placeInWeek(minute) } }];
}

function leadsSomewhere(form: RoutingForm, id: string): boolean {
  return callEnds.some((end) => end === id) || form.groups.some((group) => group.id === id);
}

function somebodyRings(form: RoutingForm): boolean {
  const reached = new Set([form.defaultGroupId, ...form.timeRules.map(({ groupId }) => groupId)]);
  return form.groups.some(({ id, destinationIds }) => reached.has(id) && destinationIds.length > 0);
}
