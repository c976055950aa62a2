import type { Li } from '../money/money.ts';
import { type CashCount, cashTotalLi } from './count-cash.ts';
import { type TenderKind, tenderKinds } from './tender.ts';

/** A movement of money in a shift: outgoing ones are negative. */
export type Movement = { readonly tender: TenderKind; readonly li: Li };

/** An amount for each way of paying. */
export type ByTender = Readonly<Record<TenderKind, Li>>;

/** What lies there: notes and coins with the float among them, and what the slips of the others come to. */
export type TillCount = { readonly cash: CashCount; readonly others: Readonly<Record<Exclude<TenderKind, 'cash'>, Li>> };

/**
 * Cash, card and app payments are a shift's own, and what goes back in it. A transfer or collection is of the shift that wrote it
 * down; when it arrives only in a later one, it is a late item of the first (补入): told there, never added to what was closed.
 */
export function splitLate<M extends { readonly shiftId: string; readonly bookedIn: string }>(movements: readonly M[]): { readonly booked: readonly M[]; readonly late: readonly M[] } {
  return { booked: movements.filter(({ shiftId, bookedIn }) => shiftId === bookedIn), late: movements.filter(({ shiftId, bookedIn }) => shiftId !== bookedIn) };
}

/** What came in less what went out, by the rows alone; the float is no part of it. */
export const expectedByTender = (movements: readonly Movement[]): ByTender =>
  byTender((tender) => movements.reduce((sum, movement) => (movement.tender === tender ? sum + movement.li : sum), 0));

/** The same by the count: the float is taken off the cash. */
export const countedByTender = (count: TillCount, floatLi: Li): ByTender => byTender((tender) => (tender === 'cash' ? cashTotalLi(count.cash) - floatLi : count.others[tender]));

/** Counted less expected. */
export const differences = (counted: ByTender, expected: ByTender): ByTender => byTender((tender) => counted[tender] - expected[tender]);

/** One amount for each way of paying. */
export const byTender = (amount: (tender: TenderKind) => Li): ByTender => Object.fromEntries(tenderKinds.map((tender) => [tender, amount(tender)])) as ByTender;

/** All of it. */
export const sumOf = (amounts: ByTender): Li => tenderKinds.reduce((sum, tender) => sum + amounts[tender], 0);
