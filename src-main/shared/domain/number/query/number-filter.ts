import type { Li } from '../../money/money.ts';

/** What is asked beside the words of the box: dearest floor and prepayment (厘, null: any), ordinary numbers that look special, numbers of this PC's lease. */
export type NumberFilter = { readonly floorAtMostLi: Li | null; readonly prepayAtMostLi: Li | null; readonly looksSpecial: boolean; readonly leasedOnly: boolean };

/** The filter that every number passes. */
export const NO_FILTER: NumberFilter = { floorAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false };

/** True when something is asked for. */
export const isFiltering = ({ floorAtMostLi, prepayAtMostLi, looksSpecial, leasedOnly }: NumberFilter): boolean =>
  floorAtMostLi !== null || prepayAtMostLi !== null || looksSpecial || leasedOnly;

/** Order of a result: the best grade and the easiest to remember first, the lowest floor first, or by digits. */
export const sortOrders = ['memorable', 'price', 'number'] as const;

export type SortOrder = (typeof sortOrders)[number];

/** The plain meaning of a filter on one number. */
export function passesFilter(filter: NumberFilter, number: { readonly floorLi: Li; readonly prepayLi: Li; readonly looks: string | null; readonly leased: boolean }): boolean {
  if (filter.floorAtMostLi !== null && number.floorLi > filter.floorAtMostLi) return false;
  if (filter.prepayAtMostLi !== null && number.prepayLi > filter.prepayAtMostLi) return false;
  return (!filter.looksSpecial || number.looks !== null) && (!filter.leasedOnly || number.leased);
}
