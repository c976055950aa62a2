import type { Menu, RoutingForm } from '../routing-form.ts';
import { changed, freeName, withoutIndex, withoutPart } from './form-edits.ts';
import { lead, leadToGroup, leadToVoicemail } from './goal-mends.ts';
import { type Case, mend, type Mend, type Proposals } from './mend.ts';

/** Mends of menus. */
export const menuMends: Proposals = {
  'menu-name-missing': numberMenu,
  'menu-name-twice': numberMenu,
  'menu-key-twice': freeKey,
  'menu-key-illegal': freeKey,
  'menu-key-dead': ({ form, id, index }) => [removeKey(form, id, index)],
  'menu-key-goal-unknown': lead,
  'menu-operator-unknown': lead,
  'menu-timeout-unknown': lead,
  'menu-invalid-unknown': lead,
  'menu-operator-missing': (found) => leadToGroup(found, 'operator-first-group'),
  'menu-loop': leadToVoicemail,
  'menu-tries-zero': ({ form, id }) => [mend('three-tries', form, { menus: changed(form.menus, id, { tries: 3 }) })],
  'menu-unused': ({ form, id }) => [{ code: 'remove-menu', form: withoutPart(form, id) }],
};

function numberMenu({ form, id }: Case): readonly Mend[] {
  return [mend('take-number-name', form, { menus: changed(form.menus, id, { name: freeName(form.menus) }) })];
}

/** The line gets the first key that the menu does not use; without one it goes. */
function freeKey({ form, id, index }: Case): readonly (Mend | null)[] {
  const menu = form.menus.find((one) => one.id === id);
  const free = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'].find((key) => !menu?.keys.some((line) => line.key === key));
  if (menu === undefined || free === undefined) return [removeKey(form, id, index)];
  return [mend('free-key', form, { menus: changed(form.menus, id, { keys: menu.keys.map((line, at) => (at === index ? { ...line, key: free } : line)) }) })];
}

const removeKey = (form: RoutingForm, id: string, index: number): Mend =>
  mend('remove-key', form, { menus: form.menus.map((menu): Menu => (menu.id === id ? { ...menu, keys: withoutIndex(menu.keys, index) } : menu)) });
