import type { Weekday } from '../../calendar/plain-date.ts';
import { ordinaryDay } from '../call-moment.ts';
import { membersOf } from '../hunt-group.ts';
import type { Goal, RoutingForm, Rule } from '../routing-form.ts';
import { fitsDay, windowOf } from '../rule-match.ts';
import { SHORT_GAP_MINUTES } from './coverage-holes.ts';
import type { Hole } from './coverage.ts';

const DAY = 1440;

/** What is proposed for a hole: the rule before a short gap lasts until the next; the calls that no rule takes ring the main group; or the voicemail takes the calls of the line. */
export type HoleMend = { readonly code: 'rule-extended' | 'otherwise-to-group' | 'otherwise-to-voicemail' | 'rule-to-voicemail'; readonly form: RoutingForm };

/** A form without the hole, whose other calls go where they went, but for more of the same line that nobody took; null where the line is gone. */
export function mendHole(form: RoutingForm, hole: Hole): HoleMend | null {
  const { place } = hole;
  if (place.part === 'otherwise') return extended(form, hole) ?? toMainGroup(form, hole) ?? { code: 'otherwise-to-voicemail', form: { ...form, otherwise: 'voicemail' } };
  const rule = form.rules.find(({ id }) => id === place.id);
  return rule === undefined ? null : { code: 'rule-to-voicemail', form: withRule(form, { ...rule, goal: 'voicemail' }) };
}

const withRule = (form: RoutingForm, changed: Rule): RoutingForm => ({ ...form, rules: form.rules.map((rule) => (rule.id === changed.id ? changed : rule)) });

/** Between two windows of a day there is a gap: the first one lasts until the second starts, if it takes these callers and takes nothing from a rule behind it. */
function extended(form: RoutingForm, hole: Hole): HoleMend | null {
  const [gap] = hole.hours;
  if (gap === undefined || hole.date !== null || hole.hours.some(({ from, to }) => to - from > SHORT_GAP_MINUTES || to - from !== gap.to - gap.from || from % DAY !== gap.from % DAY)) return null;
  const weekdays = hole.hours.map(({ from }) => (Math.floor(from / DAY) + 1) as Weekday);
  const [from, to] = [gap.from % DAY, (gap.from % DAY) + gap.to - gap.from];
  if (to > DAY || !form.rules.some((rule) => windowOf(rule)?.from === to % DAY)) return null;
  const before = form.rules.find((rule, index) => {
    const window = windowOf(rule);
    const takesThem = (rule.lineKind === 'any' || rule.lineKind === hole.lineKind) && (rule.regions.length === 0 || hole.regions.every((region) => rule.regions.includes(region)));
    return window !== null && window.to === from && takesThem && rings(form, rule.goal) && weekdays.every((weekday) => fitsDay(rule, ordinaryDay(weekday))) && !stealsFrom(form, index, { from, to });
  });
  return before === undefined ? null : { code: 'rule-extended', form: withRule(form, { ...before, to: clock(to) }) };
}

/** Whether a later rule may take calls in these minutes on a day of the rule; in doubt it may. */
function stealsFrom(form: RoutingForm, index: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const rule = form.rules[index];
  return form.rules.slice(index + 1).some((later) => {
    const window = windowOf(later);
    if (window === null || rule === undefined) return false;
    const otherDays = rule.days === 'weekdays' && later.days === 'weekdays' && window.to <= DAY && !later.weekdays.some((weekday) => rule.weekdays.includes(weekday));
    return !otherDays && [0, DAY].some((day) => window.from < to + day && window.to > from + day);
  });
}

/** Callers of unknown place whom no rule takes at any time ring the group with the most phones. */
function toMainGroup(form: RoutingForm, { regions, hours }: Hole): HoleMend | null {
  const wholeWeek = hours.length === 1 && hours[0]?.from === 0 && hours[0].to === 7 * DAY;
  if (!wholeWeek || regions.length !== 1 || regions[0] !== 'unknown') return null;
  const [main] = form.groups.filter(({ id }) => rings(form, id)).toSorted((a, b) => membersOf({ form }, b).length - membersOf({ form }, a).length);
  return main === undefined ? null : { code: 'otherwise-to-group', form: { ...form, otherwise: main.id } };
}

const rings = (form: RoutingForm, goal: Goal): boolean => form.groups.filter(({ id }) => id === goal).some((group) => membersOf({ form }, group).some(({ phone }) => phone.capacity > 0));

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
