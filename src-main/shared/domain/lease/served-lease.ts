import type { FrozenWhy, LeaseOffer } from './lease-block.ts';
import type { ForceOrder } from './end-lease.ts';

/** A block as the carrier has it now. */
export type ServedLease = LeaseOffer & { readonly frozenWhy: FrozenWhy | null };

/** A block of any machine of the hall. */
export type HallLease = ServedLease & { readonly device: string };

/** Which block two people give up, and why. */
export type ForceRequest = ForceOrder & { readonly epoch: number; readonly reason: string };
