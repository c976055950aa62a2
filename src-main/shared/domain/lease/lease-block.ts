import { fail, ok, type Result } from '../result.ts';
import type { NumberDigits } from '../number/number.ts';

/** Why no number of a block may be picked until people or the carrier have looked: never lifted for this block. */
export type FrozenWhy = 'restored' | 'copied' | 'journal-forked';

/** A block of ordinary numbers lent to this device (号码批租), as the device keeps it. Times are epoch milliseconds. */
export type LeaseBlock = {
  /** The carrier's fence, strictly increasing over all devices. */
  readonly epoch: number;
  readonly numbers: readonly NumberDigits[];
  /** No pick from here on. */
  readonly pickUntilMs: number;
  /** The carrier expects the closing report before this; afterwards the numbers wait in quarantine. */
  readonly settleUntilMs: number;
  /** Closed is final and made durable before the report is written. */
  readonly state: 'active' | 'closed';
  readonly frozenWhy: FrozenWhy | null;
};

/** What the carrier answers to a request for a block; a late or repeated answer may no longer be true. */
export type LeaseOffer = {
  readonly epoch: number;
  readonly numbers: readonly NumberDigits[];
  readonly pickUntilMs: number;
  readonly settleUntilMs: number;
  readonly state: 'active' | 'closed' | 'overdue' | 'forced';
};

/** Which offers this database may trust. Null: restored or copied, and the carrier has not answered yet. Fresh database: 0. */
export type EpochFloor = number | null;

/** Why an offered block is not taken in. */
export type OfferRefusal = { readonly code: 'lease-frozen' | 'lease-fenced' | 'lease-known' | 'lease-over' };

/**
 * Takes an offered block in, once; an epoch from before the last restore is never taken, because its picks may be lost. One that came
 * so late that its numbers wait in quarantine comes in closed: nothing is picked from it, its report gives them back.
 */
export function takeOffer(offer: LeaseOffer, known: readonly LeaseBlock[], floor: EpochFloor): Result<LeaseBlock, OfferRefusal> {
  if (floor === null) return fail({ code: 'lease-frozen' });
  if (known.some(({ epoch }) => epoch === offer.epoch)) return fail({ code: 'lease-known' });
  if (offer.epoch <= floor) return fail({ code: 'lease-fenced' });
  if (offer.state !== 'active' && offer.state !== 'overdue') return fail({ code: 'lease-over' });
  const { epoch, numbers, pickUntilMs, settleUntilMs } = offer;
  return ok({ epoch, numbers, pickUntilMs, settleUntilMs, state: offer.state === 'active' ? 'active' : 'closed', frozenWhy: null });
}

/** The block with the times of a renewal; an answer that comes late never shortens it. */
export function renewBlock(block: LeaseBlock, times: { readonly pickUntilMs: number; readonly settleUntilMs: number }): LeaseBlock {
  if (block.state === 'closed') return block;
  return { ...block, pickUntilMs: Math.max(block.pickUntilMs, times.pickUntilMs), settleUntilMs: Math.max(block.settleUntilMs, times.settleUntilMs) };
}

/** First step of a return, made durable alone: no more picks. A frozen block is never closed by its device, its journal may miss picks. */
export function closeBlock(block: LeaseBlock): Result<LeaseBlock, { readonly code: 'lease-frozen' }> {
  return block.frozenWhy === null ? ok({ ...block, state: 'closed' }) : fail({ code: 'lease-frozen' });
}

/** The block frozen for good; the first reason stays. */
export const freezeBlock = (block: LeaseBlock, why: FrozenWhy): LeaseBlock => (block.frozenWhy === null ? { ...block, frozenWhy: why } : block);

/** What a block is good for at this moment. */
export function blockStanding(block: LeaseBlock, effectiveNowMs: number): 'frozen' | 'closed' | 'over' | 'active' {
  if (block.frozenWhy !== null) return 'frozen';
  if (block.state === 'closed') return 'closed';
  return effectiveNowMs < block.pickUntilMs ? 'active' : 'over';
}
