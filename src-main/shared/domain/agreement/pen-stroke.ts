/** One sample of the signing pad in the pad's own units, y downwards; `pressure` 0 to 1 (0.5 where the pad has none). */
export type PenPoint = { readonly x: number; readonly y: number; readonly pressure: number };

/** One stroke of a signature: pen down to pen up, in order. */
export type PenStroke = readonly PenPoint[];

/** A signature or initials as drawn; empty where the paper is still to be signed. */
export type PenStrokes = readonly PenStroke[];
