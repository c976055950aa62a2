const minute = 60_000;

/** How long a hold of each kind lives (ms) and how often it may be renewed. */
export const holdLimits = { browse: 15 * minute, case: 3 * 24 * 60 * minute, renewals: 3 } as const;

/** A look around at the counter, or a hold for a case that is being made. */
export type HoldKind = 'browse' | 'case';
