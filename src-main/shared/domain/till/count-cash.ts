import type { Li } from '../money/money.ts';

/** Notes and coins of the drawer in fen, as they are counted: 100 yuan down to 1 fen. */
export const cashFaces = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 2, 1] as const;

/** Pieces by face in fen (as text), and loose coins counted as an amount. */
export type CashCount = { readonly pieces: Readonly<Record<string, number>>; readonly looseLi: Li };

/** What lies in the drawer. */
export const cashTotalLi = ({ pieces, looseLi }: CashCount): Li =>
  Object.entries(pieces).reduce((sum, [faceFen, count]) => sum + Number(faceFen) * 10 * count, looseLi);
