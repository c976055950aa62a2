import type { Li } from '../../money/money.ts';

/** What is asked beside the words of the box: dearest monthly minimum and prepayment of 营业厅标准 (厘, null: any), ordinary numbers that look special, numbers of this PC's lease. */
export type NumberFilter = { readonly minimumAtMostLi: Li | null; readonly prepayAtMostLi: Li | null; readonly looksSpecial: boolean; readonly leasedOnly: boolean };

/** The filter that every number passes. */
export const NO_FILTER: NumberFilter = { minimumAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false };

/** True when something is asked for. */
export const isFiltering = ({ minimumAtMostLi, prepayAtMostLi, looksSpecial, leasedOnly }: NumberFilter): boolean =>
  minimumAtMostLi !== null || prepayAtMostLi !== null || looksSpecial || leasedOnly;

/** Order of a result: the best grade and the easiest to remember first, the lowest monthly minimum first, or by digits. */
export const sortOrders = ['memorable', 'price', 'number'] as const;

export type SortOrder = (typeof sortOrders)[number];
