import type { Destination, Group, RoutingForm, TimeRule } from '#domain/routing/routing-form.ts';
import { formText } from '../../text/routing.ts';

/** The next free id of a kind: `d3` after d1, d2. Ids stay when rows are removed, because other parts cite them. */
function nextId(letter: string, taken: readonly { readonly id: string }[]): string {
  const highest = taken.reduce((high, { id }) => Math.max(high, Number(/^[a-z](\d+)$/.exec(id)?.[1] ?? 0)), 0);
  return `${letter}${highest + 1}`;
}

const replaced = <T extends { readonly id: string }>(items: readonly T[], id: string, patch: Partial<T>): T[] => items.map((item) => (item.id === id ? { ...item, ...patch } : item));

/** A phone of the company itself; while there is at most one group it rings there, and the first one makes that group. */
export function addDestination(form: RoutingForm, ownerName: string): { readonly form: RoutingForm; readonly id: string } {
  const id = nextId('d', form.destinations);
  const destination: Destination = { id, number: '', ownerName, ownerKind: 'unit', proof: 'none', proofMonth: '' };
  const first: Group = { id: 'g1', name: formText.newGroup(0), strategy: 'roundRobin', destinationIds: [] };
  const groups = form.groups.length === 0 ? [first] : form.groups;
  const [only] = groups;
  return { id, form: {
    ...form, destinations: [...form.destinations, destination],
    groups: groups.length === 1 && only ? [{ ...only, destinationIds: [...only.destinationIds, id] }] : groups,
    defaultGroupId: form.groups.length === 0 && form.defaultGroupId === '' ? first.id : form.defaultGroupId,
  } };
}

export const changeDestination = (form: RoutingForm, id: string, patch: Partial<Destination>): RoutingForm =>
  ({ ...form, destinations: replaced(form.destinations, id, patch) });

/** Takes a phone out of everything that names it. */
export function removeDestination(form: RoutingForm, id: string): RoutingForm {
  const { busyForwardTo, ...rest } = form;
  return {
    ...rest, ...(busyForwardTo === undefined || busyForwardTo === id ? {} : { busyForwardTo }),
    destinations: form.destinations.filter((destination) => destination.id !== id),
    groups: form.groups.map((group) => ({ ...group, destinationIds: group.destinationIds.filter((member) => member !== id) })),
  };
}

export function addGroup(form: RoutingForm): { readonly form: RoutingForm; readonly id: string } {
  const id = nextId('g', form.groups);
  const group: Group = { id, name: formText.newGroup(form.groups.length), strategy: 'roundRobin', destinationIds: [] };
  return { id, form: { ...form, groups: [...form.groups, group], defaultGroupId: form.defaultGroupId === '' ? id : form.defaultGroupId } };
}

export const changeGroup = (form: RoutingForm, id: string, patch: Partial<Group>): RoutingForm => ({ ...form, groups: replaced(form.groups, id, patch) });

/** Rules and default that led to the group lead nowhere then, and the check says so. */
export const removeGroup = (form: RoutingForm, id: string): RoutingForm => ({
  ...form, groups: form.groups.filter((group) => group.id !== id), defaultGroupId: form.defaultGroupId === id ? '' : form.defaultGroupId,
  timeRules: form.timeRules.map((rule) => (rule.groupId === id ? { ...rule, groupId: '' } : rule)),
});

export function addTimeRule(form: RoutingForm): { readonly form: RoutingForm; readonly id: string } {
  const id = nextId('t', form.timeRules);
  const rule: TimeRule = { id, name: formText.newTime, weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00', groupId: form.groups[0]?.id ?? '' };
  return { id, form: { ...form, timeRules: [...form.timeRules, rule] } };
}

export const changeTimeRule = (form: RoutingForm, id: string, patch: Partial<TimeRule>): RoutingForm => ({ ...form, timeRules: replaced(form.timeRules, id, patch) });

export const removeTimeRule = (form: RoutingForm, id: string): RoutingForm => ({ ...form, timeRules: form.timeRules.filter((rule) => rule.id !== id) });

/** Null forwards to nobody. */
export function forwardBusyTo(form: RoutingForm, id: string | null): RoutingForm {
  const { busyForwardTo: _, ...rest } = form;
  return id === null ? rest : { ...rest, busyForwardTo: id };
}
