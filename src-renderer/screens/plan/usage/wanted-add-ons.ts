import type { AddOnOffer } from '#contract/plans.ts';

/** How many of an add-on are wanted; ids repeat for a quantity. */
export const quantityOf = (ids: readonly string[], addOnId: string): number => ids.filter((id) => id === addOnId).length;

/** The wish with another quantity of one add-on; what cannot stand beside it goes. */
export function withQuantity(ids: readonly string[], addOn: AddOnOffer, quantity: number): readonly string[] {
  const kept = ids.filter((id) => id !== addOn.addOnId && !(quantity > 0 && addOn.excludes.includes(id)));
  return [...kept, ...Array.from({ length: quantity }, () => addOn.addOnId)];
}

/** Ticks or unticks. */
export const withToggle = (ids: readonly string[], addOn: AddOnOffer): readonly string[] => withQuantity(ids, addOn, ids.includes(addOn.addOnId) ? 0 : 1);

/** What is to be bought with a plan: the wish without what the plan brings itself. */
export const boughtWith = (ids: readonly string[], includedAddOnIds: readonly string[]): readonly string[] => ids.filter((id) => !includedAddOnIds.includes(id));

/** The same add-ons in the same quantities, in any order. */
export const sameAddOns = (one: readonly string[], other: readonly string[]): boolean => one.toSorted().join(' ') === other.toSorted().join(' ');
