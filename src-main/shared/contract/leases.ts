import { z } from 'zod';

export const leaseRequests = {
  'leases/state': z.undefined(),
  /** The blocks of every PC of the hall as the carrier has them; only with a line. */
  'leases/hall': z.undefined(),
  /** Asks the carrier for a block, or tops it up; also done by itself when few are left. */
  'leases/grant': z.undefined(),
  /** No more picks from this block; the unused numbers go back. */
  'leases/close': z.undefined(),
  /** Gives a block up that cannot be reported any more: two people, both named in the record. */
  'leases/force': z.strictObject({ epoch: z.number().int().positive(), reason: z.string().trim().min(5).max(200),
    /** The PC is destroyed or gone for good: its report need not be waited for. */
    destroyed: z.boolean(),
    second: z.strictObject({ staffNo: z.string().trim().min(1).max(20), password: z.string().min(1).max(200) }) }),
} as const;

/** This PC's block of numbers for offline hours. */
export type LeaseView = {
  readonly supported: boolean;
  /** frozen: this database was restored or copied; no pick before the carrier has been asked. */
  readonly state: 'none' | 'active' | 'closed' | 'over' | 'frozen';
  readonly epoch: number | null;
  readonly granted: number;
  readonly left: number;
  readonly picked: number;
  readonly claimed: number;
  readonly pickUntil: string | null;
  readonly settleUntil: string | null;
  readonly frozenWhy: 'restored' | 'copied' | 'journal-forked' | null;
};

/** One PC's block as the carrier has it. `over`: its settle time is over and nobody reported; its numbers are offered to nobody. */
export type HallLeaseView = {
  readonly epoch: number; readonly device: string; readonly state: 'active' | 'over' | 'closed' | 'forced'; readonly frozen: boolean; readonly numbers: number;
  readonly pickUntil: string; readonly settleUntil: string;
};
