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
