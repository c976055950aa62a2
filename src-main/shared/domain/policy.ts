import type { CustomerPolicy } from './applicant/customer.ts';
import type { PrepayPolicy } from './tariff/quote.ts';
import type { MonthlyProfile } from './tariff/usage.ts';

/** A limit with where it comes from: H and M are sourced, L and U are guesses that a hall should confirm. */
export type SourcedLimit = { readonly value: number; readonly source: string; readonly confidence: 'H' | 'M' | 'L' | 'U' };

/** Limits of the acceptance form. */
export type RoutingLimits = Readonly<
  Record<'forwardsPerCall' | 'destinations' | 'timeSegments' | 'ivrDepth' | 'ivrKeysPerLayer' | 'passwordDigits' | 'listEntries' | 'switchboardCalls' | 'ringTimeoutSeconds', SourcedLimit>
>;

/** Values that a hall may change and that are no tariff: shipped in `resources/reference/policy.json`. */
export type Policy = {
  readonly version: number;
  readonly confirmed: boolean;
  readonly customer: CustomerPolicy;
  /** Caps of numbers kept at once: by one clerk, by the hall's PCs, and for one customer over all its cases. */
  readonly holds: { readonly perClerk: number; readonly perHall: number; readonly perCustomer: number };
  /** Blocks of numbers for offline hours: how many are asked for, at how few more are, and how many picks may wait for the carrier's word. */
  readonly leases: { readonly enabled: boolean; readonly blockSize: number; readonly lowWater: number; readonly unsyncedLimit: number };
  readonly activation: {
    /** `HH:MM`; what is paid later counts as paid the next calendar day. */
    readonly cutOff: string;
    readonly ordinaryWorkingDays: number;
    readonly specialWorkingDays: number;
    /** 待盖章: activation waits until the papers with the company's seal are scanned. */
    readonly sealedScanRequired: boolean;
  };
  readonly tariff: {
    readonly prepay: PrepayPolicy;
    readonly minuteRounding: 'up-per-call';
    readonly partMonthMinimum: 'pro-rata-by-days' | 'full' | 'actual';
    readonly partMonthFee: 'full' | 'pro-rata-by-days';
    /** Plans are compared over so many months (product.md: 24). */
    readonly compareMonths: number;
    /** Stands in until the customer was asked. */
    readonly usualProfile: MonthlyProfile;
  };
  readonly till: {
    /** A count that differs by more needs a supervisor. */
    readonly toleranceLi: number;
    /** A shift that is open longer takes no more money until it is closed. */
    readonly shiftMaxHours: number;
  };
  readonly desk: {
    readonly idleLockMinutes: number;
    /** The mirror of the pool is shown amber when it is older. */
    readonly poolStaleHours: number;
  };
  readonly routing: RoutingLimits;
};
