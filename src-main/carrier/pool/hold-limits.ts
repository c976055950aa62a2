const minute = 60_000;

/**
 * How long a hold of each kind lives (ms), how often it may be renewed, how many a hall may have at once, and for how many cases
 * one customer's numbers are kept. Holds that live with an order count no more.
 */
export const holdLimits = { browse: 15 * minute, case: 3 * 24 * 60 * minute, renewals: 3, perHall: 100, perCustomer: 3 } as const;

/** A look around at the counter, or a hold for a case that is being made. */
export type HoldKind = 'browse' | 'case';
