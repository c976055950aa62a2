import { destinationKey } from '../checks/destination-problems.ts';
import type { RoutingForm } from '../routing-form.ts';
import { changed, freeName, joined, spreadEvenly, takenOut, without, withoutPart } from './form-edits.ts';
import { leadToVoicemail } from './goal-mends.ts';
import { type Case, mend, type Mend, type Proposals } from './mend.ts';

/** Mends of phones and groups. */
export const phoneMends: Proposals = {
  'destination-twice': ({ form, id }) => [joinPhones(form, id)],
  'destination-unused': (found) => [fillInto(found)],
  'capacity-zero': ({ form, id }) => [mend('one-line', form, { destinations: changed(form.destinations, id, { capacity: 1 }) })],
  'capacity-of-phone': ({ form, id }) => [mend('one-line', form, { destinations: changed(form.destinations, id, { capacity: 1 }) })],
  'capacity-over-limit': ({ form, id, context }) => [mend('most-lines', form, { destinations: changed(form.destinations, id, { capacity: context.limits.switchboardCalls.value }) })],
  'group-name-missing': numberGroup,
  'group-name-twice': numberGroup,
  'group-empty': ({ form, id }) => [fillWithIdle(form, id), removeGroup(form, id)],
  'group-destination-unknown': ({ form, id }) => [emptied(form, id, (member) => !form.destinations.some((phone) => phone.id === member))],
  'group-destination-twice': ({ form, id }) => [mend('remove-member', form, { groups: form.groups.map((group) => (group.id === id ? joined(group, (member) => member) : group)) })],
  'group-unused': ({ form, id }) => [removeGroup(form, id)],
  'group-no-overflow': leadToVoicemail,
  'shares-not-100': spread,
  'share-zero': spread,
  'fax-among-voices': ({ form, id }) => [emptied(form, id, (member) => form.destinations.find((phone) => phone.id === member)?.terminal === 'fax')],
  'overflow-unknown': leadToVoicemail,
  'forward-loop': leadToVoicemail,
  'forwards-too-many': leadToVoicemail,
  'forward-to-same-phones': leadToVoicemail,
};

function numberGroup({ form, id }: Case): readonly Mend[] {
  return [mend('take-number-name', form, { groups: changed(form.groups, id, { name: freeName(form.groups) }) })];
}

function spread({ form, id }: Case): readonly Mend[] {
  return [mend('spread-evenly', form, { groups: form.groups.map((group) => (group.id === id ? spreadEvenly(group) : group)) })];
}

const removeGroup = (form: RoutingForm, id: string): Mend => ({ code: 'remove-group', form: withoutPart(form, id) });

/** The later of two phones of one number goes; where it rang the first one does. */
function joinPhones(form: RoutingForm, id: string): Mend | null {
  const twice = form.destinations.find((phone) => phone.id === id);
  const first = twice && form.destinations.find((phone) => destinationKey(phone) === destinationKey(twice));
  if (first === undefined || first === twice) return null;
  return mend('remove-phone', form, { destinations: without(form.destinations, id), groups: form.groups.map((group) => (group.destinationIds.includes(id) ? joined(group, (member) => (member === id ? first.id : member)) : group)) });
}

/** Into the first group of its kind; where percent were given only the clerk knows them. */
function fillInto({ form, id }: Case): Mend | null {
  const faxes = new Set(form.destinations.filter(({ terminal }) => terminal === 'fax').map((phone) => phone.id));
  const fitting = form.groups.find(({ strategy, destinationIds }) => strategy !== 'percentage' && destinationIds.length > 0 && destinationIds.every((member) => faxes.has(member) === faxes.has(id)));
  return fitting === undefined ? null : mend('fill-with-unused', form, { groups: changed(form.groups, fitting.id, { destinationIds: [...fitting.destinationIds, id] }) });
}

function fillWithIdle(form: RoutingForm, id: string): Mend | null {
  const idle = form.destinations.map((phone) => phone.id).filter((phone) => !form.groups.some((group) => group.destinationIds.includes(phone)));
  return idle.length === 0 ? null : mend('fill-with-unused', form, { groups: form.groups.map((group) => (group.id === id ? spreadEvenly({ ...group, destinationIds: idle }) : group)) });
}

const emptied = (form: RoutingForm, id: string, gone: (member: string) => boolean): Mend =>
  mend('remove-member', form, { groups: form.groups.map((group) => (group.id === id ? takenOut(group, gone) : group)) });
