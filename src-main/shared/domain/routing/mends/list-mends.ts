import type { ListEntry, RoutingForm } from '../routing-form.ts';
import { withoutIndex } from './form-edits.ts';
import { type Case, mend, type Mend, type MendCode, type Proposals } from './mend.ts';

/** Mends of the black and the white list and of region blocking. */
export const listMends: Proposals = {
  'list-entry-malformed': removeEntry,
  'list-prefix-too-short': removeEntry,
  'list-entry-twice': removeEntry,
  'in-both-lists': removeEntry,
  'list-holds-destination': removeEntry,
  'list-holds-own-number': removeEntry,
  'list-window-wrong': (found) => [listMend(found, 'always', (entries) => entries.map((entry, at): ListEntry => (at === found.index ? { kind: entry.kind, pattern: entry.pattern } : entry)))],
  'regions-both-set': denyNone,
  'denied-everywhere': denyNone,
  'allow-list-empty': ({ form }) => [mend('allow-all', form, { allowOnly: false })],
  'region-in-both': ({ form, index }) => [mend('remove-region', form, { deniedRegions: form.deniedRegions.filter((region) => region !== form.allowedRegions[index]) })],
  'region-unknown': removeRegion,
  'region-twice': removeRegion,
};

function removeEntry(found: Case): readonly Mend[] {
  return [listMend(found, 'remove-entry', (entries) => withoutIndex(entries, found.index))];
}

/** Worked out when it is taken: ten thousand entries may have as many problems. */
function listMend({ form, problem: { place } }: Case, code: MendCode, edit: (entries: readonly ListEntry[]) => readonly ListEntry[]): Mend {
  const list = place.part === 'whiteList' ? 'whiteList' : 'blackList';
  return { code, get form(): RoutingForm { return { ...form, [list]: edit(form[list]) }; } };
}

function denyNone({ form }: Case): readonly Mend[] {
  return [mend('deny-none', form, { deniedRegions: [] })];
}

function removeRegion({ form, field, index }: Case): readonly (Mend | null)[] {
  const list = field === 'denied' ? 'deniedRegions' : 'allowedRegions';
  return [mend('remove-region', form, { [list]: withoutIndex(form[list], index) })];
}
