import type { Goal, Group, RoutingForm } from '../routing-form.ts';
import type { RoutingPlace } from '../routing-problem.ts';

/** One item of a list changed, the others left alone. */
export const changed = <T extends { readonly id: string }>(items: readonly T[], id: string, patch: Partial<T>): readonly T[] => items.map((item) => (item.id === id ? { ...item, ...patch } : item));

export const withoutIndex = <T>(items: readonly T[], index: number): readonly T[] => items.filter((_, at) => at !== index);

/** Phones taken out of a group, with their shares. */
export function withoutMember(group: Group, gone: (id: string, index: number) => boolean): Group {
  const kept = group.destinationIds.flatMap((id, index) => (gone(id, index) ? [] : [index]));
  return { ...group, destinationIds: kept.map((index) => group.destinationIds[index] ?? ''), shares: group.shares.length === 0 ? [] : kept.map((index) => group.shares[index] ?? 0) };
}

/** The same, and what is left shares evenly where percent were given. */
export const takenOut = (group: Group, gone: (id: string, index: number) => boolean): Group => spreadEvenly(withoutMember(group, gone));

/** Whole percent that add up to 100, what is left over to the first ones. */
export function spreadEvenly(group: Group): Group {
  const count = group.destinationIds.length;
  if (group.strategy !== 'percentage' || count === 0) return { ...group, shares: [] };
  const each = Math.floor(100 / count);
  return { ...group, shares: group.destinationIds.map((_, index) => each + (index < 100 - each * count ? 1 : 0)) };
}

/** The line of a place leads to a goal; null where the place names none. */
export function withGoal(form: RoutingForm, { part, id = '', field = '', index = 0 }: RoutingPlace, goal: Goal): RoutingForm | null {
  switch (part) {
    case 'otherwise': return { ...form, otherwise: goal };
    case 'rules': return { ...form, rules: changed(form.rules, id, { goal }) };
    case 'groups': return { ...form, groups: changed(form.groups, id, { [field]: goal }) };
    case 'menus': return { ...form, menus: form.menus.map((menu) => (menu.id !== id ? menu : field === 'keys' ? { ...menu, keys: menu.keys.map((line, at) => (at === index ? { ...line, goal } : line)) } : { ...menu, [field]: goal })) };
    default: return null;
  }
}

/** The smallest number that no item is called by. */
export function freeName(items: readonly { readonly name: string }[]): string {
  for (let number = 1; ; number += 1) if (!items.some(({ name }) => name.trim() === String(number))) return String(number);
}

/** A key line gets the first key that the menu does not use; without one it goes. */
export function freeKey(form: RoutingForm, menuId: string, index: number): RoutingForm {
  return {
    ...form, menus: form.menus.map((menu) => {
      if (menu.id !== menuId) return menu;
      const taken = menu.keys.map(({ key }) => key);
      const free = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'].find((key) => !taken.includes(key));
      return { ...menu, keys: free === undefined ? withoutIndex(menu.keys, index) : menu.keys.map((line, at) => (at === index ? { ...line, key: free } : line)) };
    }),
  };
}
