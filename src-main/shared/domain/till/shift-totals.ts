import type { Li } from '../money/money.ts';
import { type TenderKind, tenderKinds } from './tender.ts';

/** A movement of money in a shift: outgoing ones are negative. */
export type Movement = { readonly tender: TenderKind; readonly li: Li };

/** An amount for each way of paying. */
export type ByTender = Readonly<Record<TenderKind, Li>>;

/**
 * Cash, card and app payments are a shift's own, and what goes back in it. A transfer or collection is of the shift that wrote it
 * down; when it arrives only in a later one, it is a late item of the first (补入): told there, never added to what was closed.
 */
export function splitLate<M extends { readonly shiftId: string; readonly bookedIn: string }>(movements: readonly M[]): { readonly booked: readonly M[]; readonly late: readonly M[] } {
  return { booked: movements.filter(({ shiftId, bookedIn }) => shiftId === bookedIn), late: movements.filter(({ shiftId, bookedIn }) => shiftId !== bookedIn) };
}

/** What should be there by the rows alone: for cash the float and all that moved, for the others what moved. */
export function expectedByTender(floatLi: Li, movements: readonly Movement[]): ByTender {
  return byTender((tender) => movements.reduce((sum, movement) => (movement.tender === tender ? sum + movement.li : sum), tender === 'cash' ? floatLi : 0));
}

/** Counted less expected. */
export const differences = (counted: ByTender, expected: ByTender): ByTender => byTender((tender) => counted[tender] - expected[tender]);

/** One amount for each tender. */
export const byTender = (amount: (tender: TenderKind) => Li): ByTender => Object.fromEntries(tenderKinds.map((tender) => [tender, amount(tender)])) as ByTender;

/** All of it. */
export const sumOf = (amounts: ByTender): Li => tenderKinds.reduce((sum, tender) => sum + amounts[tender], 0);
