import type { Weekday } from '../calendar/plain-date.ts';
import type { Group, RoutingForm } from './routing-form.ts';
import { weekMinute, weekWindows } from './week-window.ts';

/** Where a call goes by the clock, and the rule that said so (null: the default). */
export type CallTarget =
  | { readonly kind: 'group'; readonly group: Group; readonly ruleId: string | null }
  | { readonly kind: 'announcement' | 'voicemail' | 'nobody'; readonly ruleId: string | null };

/*
 * The meaning of time rules, in full:
 * 1. A window starts at `from` on each of its rule's weekdays and lasts until `to`, which it does not include.
 *    `to` at or before `from` is on the next day; Sunday's next day is Monday. 24:00 is the end of the day.
 *    `from` equal to `to`, and times that are none, make no window.
 * 2. The first rule in the order of the form whose window holds the minute decides.
 * 3. When none does, the default decides: a group, the announcement or the voicemail.
 * 4. A rule or default that names no group of the form leads to nobody (the check refuses such a form).
 * Holidays, regions and lists are not part of this yet: they come before rule 1 when they come.
 */

/** The group that a call reaches at this weekday and minute of the day, by the meaning above. */
export function groupForCall(form: RoutingForm, at: { readonly weekday: Weekday; readonly minuteOfDay: number }): CallTarget {
  const minute = weekMinute(at.weekday, at.minuteOfDay);
  const rule = form.timeRules.find((candidate) => weekWindows(candidate).some(({ from, to }) => from <= minute && minute < to));
  return rule === undefined ? targetOf(form, form.defaultGroupId, null) : targetOf(form, rule.groupId, rule.id);
}

function targetOf(form: RoutingForm, id: string, ruleId: string | null): CallTarget {
  if (id === 'announcement' || id === 'voicemail') return { kind: id, ruleId };
  const group = form.groups.find((candidate) => candidate.id === id);
  return group === undefined ? { kind: 'nobody', ruleId } : { kind: 'group', group, ruleId };
}
