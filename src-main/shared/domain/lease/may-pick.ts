import { fail, ok, type Result } from '../result.ts';
import type { NumberDigits } from '../number/number.ts';
import { blockStanding, type EpochFloor, type LeaseBlock } from './lease-block.ts';
import type { PickJournal } from './pick-journal.ts';

/** Why a number is not given to a customer from this block. */
export type PickRefusal = { readonly code: 'lease-frozen' | 'lease-closed' | 'lease-over' | 'not-in-lease' | 'already-picked' | 'pick-limit' };

/** All that a pick is decided on, read in the transaction that writes it. */
export type PickQuestion = {
  readonly block: LeaseBlock;
  /** The journal of this block's epoch. */
  readonly journal: PickJournal;
  readonly digits: NumberDigits;
  readonly effectiveNowMs: number;
  readonly floor: EpochFloor;
  /** Picks of all epochs that the carrier has not confirmed yet, and how many the hall allows. */
  readonly unsynced: number;
  readonly unsyncedLimit: number;
};

/** Whether the number may be promised offline now; the value is the epoch that the promise rests on. */
export function mayPick({ block, journal, digits, effectiveNowMs, floor, unsynced, unsyncedLimit }: PickQuestion): Result<number, PickRefusal> {
  if (floor === null) return fail({ code: 'lease-frozen' });
  const standing = blockStanding(block, effectiveNowMs);
  if (standing !== 'active') return fail({ code: `lease-${standing}` });
  if (!block.numbers.includes(digits)) return fail({ code: 'not-in-lease' });
  if (journal.some((entry) => entry.digits === digits)) return fail({ code: 'already-picked' });
  return unsynced < unsyncedLimit ? ok(block.epoch) : fail({ code: 'pick-limit' });
}

/** The block's numbers that are still to be had, in its order. */
export function leftOf(block: LeaseBlock, journal: PickJournal): readonly NumberDigits[] {
  const picked = new Set(journal.map(({ digits }) => digits));
  return block.numbers.filter((digits) => !picked.has(digits));
}
