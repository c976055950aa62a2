import type { Request } from '../../src-main/shared/contract/contract.ts';

/** A number search without filters, for tests that are about something else. */
export const plainSearch = (text: string, grades: readonly number[] = [], offset = 0, limit = 1): Request<'numbers/search'> => ({
  text, grades, minimumAtMostLi: null, prepayAtMostLi: null, looksSpecial: false, leasedOnly: false, sort: 'memorable', offset, limit,
});
