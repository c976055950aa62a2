import type { Goal, Group, RoutingForm } from '../routing-form.ts';
import type { RoutingPlace } from '../routing-problem.ts';

/** One item of a list changed, the others left alone. */
export const changed = <T extends { readonly id: string }>(items: readonly T[], id: string, patch: Partial<T>): readonly T[] => items.map((item) => (item.id === id ? { ...item, ...patch } : item));

export const without = <T extends { readonly id: string }>(items: readonly T[], id: string): readonly T[] => items.filter((item) => item.id !== id);

export const withoutIndex = <T>(items: readonly T[], index: number): readonly T[] => items.filter((_, at) => at !== index);

/** Phones taken out of a group, with their shares. */
export function withoutMember(group: Group, gone: (id: string) => boolean): Group {
  const kept = group.destinationIds.flatMap((id, index) => (gone(id) ? [] : [index]));
  return { ...group, destinationIds: kept.map((index) => group.destinationIds[index] ?? ''), shares: group.shares.length === 0 ? [] : kept.map((index) => group.shares[index] ?? 0) };
}

/** Phones that are the same stand once in the group and have their shares together. */
export function joined(group: Group, same: (id: string) => string): Group {
  const ids = [...new Set(group.destinationIds.map(same))];
  const shareOf = (id: string): number => group.destinationIds.reduce((sum, one, at) => (same(one) === id ? sum + (group.shares[at] ?? 0) : sum), 0);
  return { ...group, destinationIds: ids, shares: group.strategy === 'percentage' ? ids.map(shareOf) : [] };
}

/** The same, and what is left shares evenly where percent were given. */
export const takenOut = (group: Group, gone: (id: string) => boolean): Group => spreadEvenly(withoutMember(group, gone));

/** Whole percent that add up to 100, what is left over to the first ones. */
export function spreadEvenly(group: Group): Group {
  const count = group.destinationIds.length;
  if (group.strategy !== 'percentage' || count === 0) return { ...group, shares: [] };
  const each = Math.floor(100 / count);
  return { ...group, shares: group.destinationIds.map((_, index) => each + (index < 100 - each * count ? 1 : 0)) };
}

/** The line of a place leads to a goal. */
export function withGoal(form: RoutingForm, { part, id = '', field = '', index = 0 }: RoutingPlace, goal: Goal): RoutingForm {
  switch (part) {
    case 'otherwise': return { ...form, otherwise: goal };
    case 'rules': return { ...form, rules: changed(form.rules, id, { goal }) };
    case 'groups': return { ...form, groups: changed(form.groups, id, { [field]: goal }) };
    case 'menus': return { ...form, menus: form.menus.map((menu) => (menu.id !== id ? menu : field === 'keys' ? { ...menu, keys: menu.keys.map((line, at) => (at === index ? { ...line, goal } : line)) } : { ...menu, [field]: goal })) };
    default: return form;
  }
}

/** A group or menu that no call comes to is taken away, and what handed calls on to it ends otherwise. */
export function withoutPart(form: RoutingForm, gone: string): RoutingForm {
  const or = (goal: Goal, instead: Goal): Goal => (goal === gone ? instead : goal);
  return {
    ...form, groups: without(form.groups, gone).map((group) => ({ ...group, onBusy: or(group.onBusy, ''), onNoAnswer: or(group.onNoAnswer, '') })),
    menus: without(form.menus, gone).map((menu) => ({
      ...menu, keys: menu.keys.map((line) => ({ ...line, goal: or(line.goal, 'voicemail') })), operator: or(menu.operator, ''), onTimeout: or(menu.onTimeout, 'voicemail'), onInvalid: or(menu.onInvalid, 'voicemail'),
    })),
  };
}

/** The smallest number that no item is called by. */
export function freeName(items: readonly { readonly name: string }[]): string {
  for (let number = 1; ; number += 1) if (!items.some(({ name }) => name.trim() === String(number))) return String(number);
}

/** An item stands right before another one. */
export function movedBefore<T extends { readonly id: string }>(items: readonly T[], id: string, before: string): readonly T[] {
  const moving = items.filter((item) => item.id === id);
  return without(items, id).flatMap((item) => (item.id === before ? [...moving, item] : [item]));
}
