import type { Destination, Goal, Group, Menu, RoutingForm, Rule } from '#domain/routing/routing-form.ts';
import { changed, spreadEvenly, withoutMember } from '#domain/routing/mends/form-edits.ts';
import { formText } from '../../text/routing.ts';

/** A form with something new in it, and the new thing's id. */
export type Added = { readonly form: RoutingForm; readonly id: string };

/** The next free id of a kind: `d3` after d1, d2. Ids stay when rows are removed, because other parts cite them. */
export function nextId(letter: string, taken: readonly { readonly id: string }[]): string {
  const highest = taken.reduce((high, { id }) => Math.max(high, Number(/^[a-z](\d+)$/.exec(id)?.[1] ?? 0)), 0);
  return `${letter}${highest + 1}`;
}

const newGroup = (id: string, name: string): Group => ({ id, name, strategy: 'roundRobin', destinationIds: [], shares: [], onBusy: '', onNoAnswer: '' });

/** A phone of the company itself; while there is at most one group it rings there, and the first one makes that group. */
export function addDestination(form: RoutingForm, ownerName: string): Added {
  const id = nextId('d', form.destinations);
  const destination: Destination = { id, number: '', ownerName, ownerKind: 'unit', proof: 'none', proofMonth: '', terminal: 'phone', capacity: 1 };
  const groups = form.groups.length === 0 ? [newGroup('g1', formText.newGroup(0))] : form.groups;
  const [only] = groups;
  return { id, form: {
    ...form, destinations: [...form.destinations, destination],
    groups: groups.length === 1 && only ? [spreadEvenly({ ...only, destinationIds: [...only.destinationIds, id] })] : groups,
    otherwise: form.groups.length === 0 && form.otherwise === '' ? 'g1' : form.otherwise,
  } };
}

export const changeDestination = (form: RoutingForm, id: string, patch: Partial<Destination>): RoutingForm => ({ ...form, destinations: changed(form.destinations, id, patch) });

/** Takes a phone out of everything that names it; test calls keep it, and the check says so. */
export const removeDestination = (form: RoutingForm, id: string): RoutingForm =>
  ({ ...form, destinations: form.destinations.filter((destination) => destination.id !== id), groups: form.groups.map((group) => withoutMember(group, (member) => member === id)) });

export function addGroup(form: RoutingForm): Added {
  const id = nextId('g', form.groups);
  return { id, form: { ...form, groups: [...form.groups, newGroup(id, formText.newGroup(form.groups.length))], otherwise: form.otherwise === '' ? id : form.otherwise } };
}

export const changeGroup = (form: RoutingForm, id: string, patch: Partial<Group>): RoutingForm => ({ ...form, groups: changed(form.groups, id, patch) });

/** Phones that stay keep their shares; new ones begin at nought. A strategy that shares by percent begins evenly. */
export function setMembers(form: RoutingForm, id: string, destinationIds: readonly string[]): RoutingForm {
  return { ...form, groups: form.groups.map((group) => (group.id === id ? { ...group, destinationIds, shares: group.strategy === 'percentage' ? destinationIds.map((member) => group.shares[group.destinationIds.indexOf(member)] ?? 0) : [] } : group)) };
}

export const setStrategy = (form: RoutingForm, id: string, strategy: Group['strategy']): RoutingForm =>
  ({ ...form, groups: form.groups.map((group) => (group.id === id ? spreadEvenly({ ...group, strategy }) : group)) });

export const setShare = (form: RoutingForm, id: string, index: number, share: number): RoutingForm =>
  ({ ...form, groups: form.groups.map((group) => (group.id === id ? { ...group, shares: group.destinationIds.map((_, at) => (at === index ? share : (group.shares[at] ?? 0))) } : group)) });

/** Whatever led to the item leads nowhere then, and the check says so. */
function unlinked(form: RoutingForm, id: string): RoutingForm {
  const goal = (one: Goal): Goal => (one === id ? '' : one);
  return {
    ...form, otherwise: goal(form.otherwise), rules: form.rules.map((rule) => ({ ...rule, goal: goal(rule.goal) })),
    groups: form.groups.map((group) => ({ ...group, onBusy: goal(group.onBusy), onNoAnswer: goal(group.onNoAnswer) })),
    menus: form.menus.map((menu) => ({ ...menu, keys: menu.keys.map((line) => ({ ...line, goal: goal(line.goal) })), operator: goal(menu.operator), onTimeout: goal(menu.onTimeout), onInvalid: goal(menu.onInvalid) })),
  };
}

export const removeGroup = (form: RoutingForm, id: string): RoutingForm => unlinked({ ...form, groups: form.groups.filter((group) => group.id !== id) }, id);

export function addRule(form: RoutingForm): Added {
  const id = nextId('t', form.rules);
  const rule: Rule = {
    id, name: form.rules.length === 0 ? formText.newRule : '', days: 'workdays', weekdays: [1, 2, 3, 4, 5], dates: [], from: '09:00', to: '18:00', regions: [], lineKind: 'any', goal: form.groups[0]?.id ?? '',
  };
  return { id, form: { ...form, rules: [...form.rules, rule] } };
}

export const changeRule = (form: RoutingForm, id: string, patch: Partial<Rule>): RoutingForm => ({ ...form, rules: changed(form.rules, id, patch) });

export const removeRule = (form: RoutingForm, id: string): RoutingForm => ({ ...form, rules: form.rules.filter((rule) => rule.id !== id) });

/** One place up or down; the order decides. */
export function moveRule(form: RoutingForm, id: string, step: -1 | 1): RoutingForm {
  const at = form.rules.findIndex((rule) => rule.id === id);
  const [rule, other] = [form.rules[at], form.rules[at + step]];
  if (rule === undefined || other === undefined) return form;
  return { ...form, rules: form.rules.map((one, index) => (index === at ? other : index === at + step ? rule : one)) };
}

export function addMenu(form: RoutingForm): Added {
  const id = nextId('m', form.menus);
  const goal = form.groups[0]?.id ?? '';
  const menu: Menu = { id, name: formText.newMenu(form.menus.length), keys: [{ key: '1', label: '', goal }], operator: '', onTimeout: 'voicemail', tries: 3, onInvalid: 'voicemail' };
  return { id, form: { ...form, menus: [...form.menus, menu] } };
}

export const changeMenu = (form: RoutingForm, id: string, patch: Partial<Menu>): RoutingForm => ({ ...form, menus: changed(form.menus, id, patch) });

export const removeMenu = (form: RoutingForm, id: string): RoutingForm => unlinked({ ...form, menus: form.menus.filter((menu) => menu.id !== id) }, id);

/** The next free key, 1 to 9 first. */
export function addKey(form: RoutingForm, id: string): RoutingForm {
  return {
    ...form, menus: form.menus.map((menu) => {
      if (menu.id !== id) return menu;
      const key = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#', '0'].find((one) => !menu.keys.some((line) => line.key === one)) ?? '';
      return { ...menu, keys: [...menu.keys, { key, label: '', goal: '' }] };
    }),
  };
}
