import { callLimits } from '../call-limits.ts';
import { callerOfRegion } from '../caller-of-phone.ts';
import { formLinks } from '../form-links.ts';
import { regionName } from '../region-names.ts';
import type { RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';
import { resultOf, runTestCall } from '../test-calls/run-test-call.ts';
import { suggestTestCalls } from '../test-calls/suggest-test-calls.ts';
import { clockMinutes } from '../week-window.ts';
import { changed, freeKey, freeName, spreadEvenly, takenOut, withoutIndex, withGoal } from './form-edits.ts';

/** What a mend does; each has its words in `text/`. */
export const mendCodes = [
  'remove-entry', 'remove-region', 'remove-phone', 'remove-group', 'remove-menu', 'remove-rule', 'remove-dates', 'remove-key', 'remove-member', 'remove-test-call', 'keep-first-test-calls',
  'spread-evenly', 'fill-with-unused', 'take-group-name', 'take-number-name', 'lead-to-first-group', 'lead-to-voicemail', 'end-before-next', 'every-day', 'till-midnight',
  'one-line', 'most-lines', 'no-ceiling', 'ceiling-of-lines', 'notice-on', 'ring-back-off', 'password-off', 'allow-all', 'deny-none', 'always', 'free-key', 'three-tries', 'operator-first-group', 'suggest-test-calls', 'accept-test-call',
] as const;
export type MendCode = (typeof mendCodes)[number];

/** A form without the problem. */
export type Mend = { readonly code: MendCode; readonly form: RoutingForm };

/** The proposed mend of a problem; null where only the clerk knows what is meant. */
export function mendOf(problem: RoutingProblem, form: RoutingForm, context: RoutingContext): Mend | null {
  const { id = '', index = 0, field = '' } = problem.place;
  const firstGroup = form.groups.find((group) => group.destinationIds.length > 0)?.id;
  const mend = (code: MendCode, next: RoutingForm | null): Mend | null => (next === null ? null : { code, form: next });
  const lead = (): Mend | null => (firstGroup === undefined || firstGroup === id ? mend('lead-to-voicemail', withGoal(form, problem.place, 'voicemail')) : mend('lead-to-first-group', withGoal(form, problem.place, firstGroup)));
  switch (problem.code) {
    case 'destination-twice': return mend('remove-phone', withoutPhone(form, id));
    case 'destination-unused': return firstGroup === undefined ? null : mend('fill-with-unused', addMember(form, firstGroup, id));
    case 'capacity-zero': case 'capacity-of-phone': return mend('one-line', { ...form, destinations: changed(form.destinations, id, { capacity: 1 }) });
    case 'capacity-over-limit': return mend('most-lines', { ...form, destinations: changed(form.destinations, id, { capacity: context.limits.switchboardCalls.value }) });
    case 'group-name-missing': case 'group-name-twice': return mend('take-number-name', { ...form, groups: changed(form.groups, id, { name: freeName(form.groups) }) });
    case 'menu-name-missing': case 'menu-name-twice': return mend('take-number-name', { ...form, menus: changed(form.menus, id, { name: freeName(form.menus) }) });
    case 'rule-name-missing': return mend('take-group-name', nameRule(form, id));
    case 'group-empty': return fillGroup(form, id, mend);
    case 'group-destination-unknown': return mend('remove-member', { ...form, groups: form.groups.map((group) => (group.id === id ? takenOut(group, (member) => !form.destinations.some((phone) => phone.id === member)) : group)) });
    case 'group-destination-twice': return mend('remove-member', { ...form, groups: form.groups.map((group) => (group.id === id ? takenOut(group, (member, at) => group.destinationIds.indexOf(member) < at) : group)) });
    case 'group-unused': return mend('remove-group', { ...form, groups: form.groups.filter((group) => group.id !== id) });
    case 'shares-not-100': case 'share-zero': return mend('spread-evenly', { ...form, groups: form.groups.map((group) => (group.id === id ? spreadEvenly(group) : group)) });
    case 'fax-among-voices': return mend('remove-member', { ...form, groups: form.groups.map((group) => (group.id === id ? takenOut(group, (member) => form.destinations.find((phone) => phone.id === member)?.terminal === 'fax') : group)) });
    case 'overflow-unknown': case 'forward-loop': case 'forwards-too-many': case 'forward-to-same-phones': return mend('lead-to-voicemail', withGoal(form, problem.place, 'voicemail'));
    case 'rule-no-weekday': return mend('every-day', { ...form, rules: changed(form.rules, id, { weekdays: [1, 2, 3, 4, 5, 6, 7] }) });
    case 'rule-empty': return mend('till-midnight', tillMidnight(form, id));
    case 'rules-overlap': return mend('end-before-next', endBefore(form, problem));
    case 'rule-dead': return mend('remove-rule', { ...form, rules: form.rules.filter((rule) => rule.id !== id) });
    case 'rule-region-unknown': case 'rule-region-refused': return mend('remove-region', removeRuleRegion(form, id, index));
    case 'dates-wrong': case 'dates-over': return mend('remove-dates', removeDates(form, id, index));
    case 'rule-goal-unknown': case 'otherwise-missing': case 'otherwise-unknown': case 'menu-key-goal-unknown': case 'menu-operator-unknown': case 'menu-timeout-unknown': case 'menu-invalid-unknown': return lead();
    case 'unknown-region-nobody': return mend('lead-to-voicemail', form.otherwise === 'announcement' ? { ...form, otherwise: firstGroup ?? 'voicemail' } : firstGroup === undefined ? null : { ...form, otherwise: firstGroup });
    case 'menu-key-twice': case 'menu-key-illegal': return mend('free-key', freeKey(form, id, index));
    case 'menu-key-dead': return mend('remove-key', removeKey(form, id, index));
    case 'menu-loop': return mend('lead-to-voicemail', withGoal(form, problem.place, 'voicemail'));
    case 'menu-operator-missing': return firstGroup === undefined || loops(form, id, firstGroup) ? null : mend('operator-first-group', { ...form, menus: changed(form.menus, id, { operator: firstGroup }) });
    case 'menu-tries-zero': return mend('three-tries', { ...form, menus: changed(form.menus, id, { tries: 3 }) });
    case 'menu-unused': return mend('remove-menu', { ...form, menus: form.menus.filter((menu) => menu.id !== id) });
    case 'list-entry-malformed': case 'list-prefix-too-short': case 'list-entry-twice': case 'in-both-lists': case 'list-holds-destination': case 'list-holds-own-number': return mend('remove-entry', removeEntry(form, problem.place.part, index));
    case 'list-window-wrong': return mend('always', clearWindow(form, problem.place.part, index));
    case 'regions-both-set': return mend('deny-none', { ...form, deniedRegions: [] });
    case 'allow-list-empty': return mend('allow-all', { ...form, allowOnly: false });
    case 'region-in-both': case 'region-unknown': case 'region-twice': return mend('remove-region', removeRegion(form, field, index));
    case 'password-missing': return mend('password-off', { ...form, passwordOn: false });
    case 'monthly-cap-zero': return mend('no-ceiling', { ...form, monthlyCap: null });
    case 'concurrent-cap-zero': return mend('no-ceiling', { ...form, concurrentCap: null });
    case 'concurrent-over-capacity': return mend('ceiling-of-lines', { ...form, concurrentCap: form.destinations.reduce((sum, { capacity }) => sum + capacity, 0) });
    case 'recording-without-notice': return mend('notice-on', { ...form, recordingNotice: true });
    case 'ring-back-with-menu': return mend('ring-back-off', { ...form, ringBack: false });
    case 'test-calls-few': return suggested(form, context, mend);
    case 'too-many-test-calls': return mend('keep-first-test-calls', { ...form, testCalls: form.testCalls.slice(0, 10) });
    case 'test-call-phone-gone': return mend('remove-test-call', { ...form, testCalls: form.testCalls.filter((call) => call.id !== id) });
    case 'test-call-changed': return mend('accept-test-call', acceptTestCall(form, id, context));
    default: return null;
  }
}

type Make = (code: MendCode, next: RoutingForm | null) => Mend | null;

/** Callers of the regions that the form names, and some of everywhere: who is worth trying. */
export function knownCallers(form: RoutingForm, { regions }: Pick<RoutingContext, 'regions'>): readonly { readonly text: string; readonly caller: ReturnType<typeof callerOfRegion> }[] {
  const named = [...new Set(form.rules.flatMap((rule) => rule.regions))];
  const usual = ['province:110000', 'province:440000', 'unknown'];
  return [...usual.slice(0, 1), ...named, ...usual.slice(1)].flatMap((region) => (['landline', 'mobile'] as const).map((lineKind) => ({ text: `${regionName(region, regions)} ${lineKind === 'mobile' ? '手机' : '固话'}`, caller: callerOfRegion(region, lineKind, regions) })));
}

function suggested(form: RoutingForm, context: RoutingContext, mend: Make): Mend | null {
  if (context.today === undefined) return null;
  const more = suggestTestCalls(form, { today: context.today, limits: callLimits(context.limits), calendar: context.calendar, callers: knownCallers(form, context) });
  return more.length === 0 ? null : mend('suggest-test-calls', { ...form, testCalls: [...form.testCalls, ...more] });
}

function acceptTestCall(form: RoutingForm, id: string, context: RoutingContext): RoutingForm {
  return { ...form, testCalls: form.testCalls.map((call) => (call.id === id ? { ...call, result: resultOf(runTestCall(form, call, callLimits(context.limits), context.calendar)) } : call)) };
}

function withoutPhone(form: RoutingForm, id: string): RoutingForm {
  return { ...form, destinations: form.destinations.filter((phone) => phone.id !== id), groups: form.groups.map((group) => takenOut(group, (member) => member === id)) };
}

const addMember = (form: RoutingForm, groupId: string, id: string): RoutingForm =>
  ({ ...form, groups: form.groups.map((group) => (group.id === groupId ? { ...group, destinationIds: [...group.destinationIds, id], shares: group.strategy === 'percentage' ? [...group.shares, 0] : group.shares } : group)) });

/** Phones in no group ring in the empty one; without such phones the group goes. */
function fillGroup(form: RoutingForm, id: string, mend: Make): Mend | null {
  const idle = form.destinations.map((phone) => phone.id).filter((phone) => !form.groups.some((group) => group.destinationIds.includes(phone)));
  if (idle.length > 0) return mend('fill-with-unused', { ...form, groups: form.groups.map((group) => (group.id === id ? spreadEvenly({ ...group, destinationIds: idle }) : group)) });
  return formLinks(form).some(({ to }) => to === id) ? null : mend('remove-group', { ...form, groups: form.groups.filter((group) => group.id !== id) });
}

function nameRule(form: RoutingForm, id: string): RoutingForm {
  const rule = form.rules.find((one) => one.id === id);
  const name = form.groups.find((group) => group.id === rule?.goal)?.name.trim() ?? '';
  return { ...form, rules: changed(form.rules, id, { name: name === '' ? freeName(form.rules) : name }) };
}

const tillMidnight = (form: RoutingForm, id: string): RoutingForm => ({ ...form, rules: changed(form.rules, id, { to: '24:00' }) });

/** The earlier of two rules that meet inside a day ends where the later one begins; across midnight only the clerk knows. */
function endBefore(form: RoutingForm, { facts, place }: RoutingProblem): RoutingForm | null {
  const later = form.rules.find(({ id }) => id === place.id);
  const earlier = form.rules.find(({ name, id }) => name === facts?.['first'] && id !== place.id);
  if (later === undefined || earlier === undefined) return null;
  const [a, b, c, d] = [earlier.from, earlier.to, later.from, later.to].map(clockMinutes);
  if (a == null || b == null || c == null || d == null || b <= a || d <= c) return null;
  if (a < c && c < b && b <= d) return { ...form, rules: changed(form.rules, earlier.id, { to: later.from }) };
  return c <= a && a < d && d < b ? { ...form, rules: changed(form.rules, later.id, { to: earlier.from }) } : null;
}

function removeRuleRegion(form: RoutingForm, id: string, index: number): RoutingForm | null {
  const rule = form.rules.find((one) => one.id === id);
  // Without its last region the rule would be for everybody.
  if (rule === undefined || rule.regions.length < 2) return rule === undefined ? null : { ...form, rules: form.rules.filter((one) => one !== rule) };
  return { ...form, rules: changed(form.rules, id, { regions: withoutIndex(rule.regions, index) }) };
}

function removeDates(form: RoutingForm, id: string, index: number): RoutingForm | null {
  const rule = form.rules.find((one) => one.id === id);
  if (rule === undefined) return null;
  if (rule.dates.length < 2) return { ...form, rules: form.rules.filter((one) => one !== rule) };
  return { ...form, rules: changed(form.rules, id, { dates: withoutIndex(rule.dates, index) }) };
}

function removeKey(form: RoutingForm, id: string, index: number): RoutingForm {
  return { ...form, menus: form.menus.map((menu) => (menu.id === id ? { ...menu, keys: withoutIndex(menu.keys, index) } : menu)) };
}

function removeEntry(form: RoutingForm, part: string, index: number): RoutingForm {
  const list = part === 'whiteList' ? 'whiteList' : 'blackList';
  return { ...form, [list]: withoutIndex(form[list], index) };
}

function clearWindow(form: RoutingForm, part: string, index: number): RoutingForm {
  const list = part === 'whiteList' ? 'whiteList' : 'blackList';
  return { ...form, [list]: form[list].map(({ kind, pattern, ...window }, at) => (at === index ? { kind, pattern } : { kind, pattern, ...window })) };
}

function removeRegion(form: RoutingForm, field: string, index: number): RoutingForm {
  const list = field === 'denied' ? 'deniedRegions' : 'allowedRegions';
  return { ...form, [list]: withoutIndex(form[list], index) };
}

/** Whether a goal would lead a menu's callers back into it. */
function loops(form: RoutingForm, menuId: string, goal: string): boolean {
  const reached = new Set([goal]);
  for (const id of reached) for (const link of formLinks(form)) if (link.from === id) reached.add(link.to);
  return reached.has(menuId);
}
