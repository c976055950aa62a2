import { ruleCover } from '../checks/rule-cover.ts';
import type { RoutingForm, Rule } from '../routing-form.ts';
import { clockMinutes } from '../week-window.ts';
import { changed, freeName, movedBefore, without, withoutIndex } from './form-edits.ts';
import { lead, leadToGroup } from './goal-mends.ts';
import { type Case, mend, type Mend, type Proposals } from './mend.ts';

/** Mends of rules and of the default. */
export const ruleMends: Proposals = {
  'rule-name-missing': ({ form, id }) => [nameRule(form, id)],
  'rule-no-weekday': ({ form, id }) => [mend('every-day', form, { rules: changed(form.rules, id, { weekdays: [1, 2, 3, 4, 5, 6, 7] }) })],
  'rule-empty': ({ form, id }) => [mend('till-midnight', form, { rules: changed(form.rules, id, { to: '24:00' }) }), removeRule(form, id)],
  'rules-overlap': (found) => [endBefore(found)],
  'rule-dead': (found) => [moveBefore(found, ruleCover(found.form, found.context).dead), removeRule(found.form, found.id)],
  'rule-late': (found) => [moveBefore(found, ruleCover(found.form, found.context).late)],
  'rule-region-unknown': removeRegion,
  'rule-region-refused': removeRegion,
  'dates-wrong': removeDates,
  'dates-over': removeDates,
  'rule-goal-unknown': lead,
  'otherwise-missing': lead,
  'otherwise-unknown': lead,
  'unknown-region-nobody': (found) => [takeUnknown(found.form), ...leadToGroup(found)],
};

const removeRule = (form: RoutingForm, id: string): Mend => mend('remove-rule', form, { rules: without(form.rules, id) });

function nameRule(form: RoutingForm, id: string): Mend {
  const rule = form.rules.find((one) => one.id === id);
  const name = form.groups.find((group) => group.id === rule?.goal)?.name.trim() ?? '';
  return name === '' ? mend('take-number-name', form, { rules: changed(form.rules, id, { name: freeName(form.rules) }) }) : mend('take-group-name', form, { rules: changed(form.rules, id, { name }) });
}

/** The earlier of two rules that meet inside a day ends where the later one begins; across midnight, or on other weekdays, only the clerk knows. */
function endBefore({ form, context, problem, id }: Case): Mend | null {
  const meeting = ruleCover(form, context).overlaps.find(({ later, earlier }) => later.id === id && earlier.name === problem.facts?.['first']);
  if (meeting === undefined || !sameDays(meeting.earlier, meeting.later)) return null;
  const { earlier, later } = meeting;
  const [a, b, c, d] = [earlier.from, earlier.to, later.from, later.to].map(clockMinutes);
  if (a == null || b == null || c == null || d == null || b <= a || d <= c) return null;
  if (a < c && c < b && b <= d) return mend('end-before-next', form, { rules: changed(form.rules, earlier.id, { to: later.from }) });
  return c <= a && a < d && d < b ? mend('end-before-next', form, { rules: changed(form.rules, later.id, { to: earlier.from }) }) : null;
}

const sameDays = (one: Rule, other: Rule): boolean => JSON.stringify([[...one.weekdays].toSorted(), one.dates]) === JSON.stringify([[...other.weekdays].toSorted(), other.dates]) || (one.days !== 'weekdays' && one.days !== 'dates');

/** The rule is asked before the one that takes its calls. */
function moveBefore({ form, id }: Case, taking: ReadonlyMap<string, Rule>): Mend | null {
  const earlier = taking.get(id);
  return earlier === undefined ? null : mend('move-before', form, { rules: movedBefore(form.rules, id, earlier.id) });
}

/** Callers of unknown places are taken by the first rule that asks for places and leads to a phone. */
function takeUnknown(form: RoutingForm): Mend | null {
  const parts = new Set([...form.groups, ...form.menus].map(({ id }) => id));
  const rule = form.rules.find(({ regions, goal }) => regions.length > 0 && parts.has(goal));
  return rule === undefined ? null : mend('take-unknown', form, { rules: changed(form.rules, rule.id, { regions: [...rule.regions, 'unknown'] }) });
}

function removeRegion({ form, id, index }: Case): readonly (Mend | null)[] {
  const rule = form.rules.find((one) => one.id === id);
  if (rule === undefined) return [];
  // Without its last region the rule would be for everybody.
  return [rule.regions.length < 2 ? removeRule(form, id) : mend('remove-region', form, { rules: changed(form.rules, id, { regions: withoutIndex(rule.regions, index) }) })];
}

function removeDates({ form, id, index }: Case): readonly (Mend | null)[] {
  const rule = form.rules.find((one) => one.id === id);
  if (rule === undefined) return [];
  return [rule.dates.length < 2 ? removeRule(form, id) : mend('remove-dates', form, { rules: changed(form.rules, id, { dates: withoutIndex(rule.dates, index) }) })];
}
