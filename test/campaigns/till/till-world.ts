import type { ShiftView } from '#contract/till.ts';
import type { FakeCarrier } from './fake-carrier.ts';
import { emptyBook, type TillBook } from './till-book.ts';
import type { TillHall } from './till-hall.ts';

export type Dice = {
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** Whole numbers, both ends in. */
  readonly between: (low: number, high: number) => number;
};

export function dice(random: () => number): Dice {
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  return { chance: (share) => random() < share, between, pick: (from) => from[between(0, from.length - 1)] as never };
}

/** What the campaign counts. */
export type Tally = { readonly add: (what: string, by?: number) => void; readonly of: Readonly<Record<string, number>> };

export function tally(): Tally {
  const of: Record<string, number> = {};
  return { of, add: (what, by = 1) => { of[what] = (of[what] ?? 0) + by; } };
}

/** A hall with its carrier, what was done in it, and what is wrong with what it says. */
export type World = {
  readonly hall: TillHall; readonly carrier: FakeCarrier; readonly book: TillBook; readonly dice: Dice; readonly tally: Tally; readonly violations: string[]; readonly cases: string[];
  /** Closed shifts as they looked when they were closed. */
  readonly closed: Map<string, string>;
  readonly float: { left: number; readonly opened: { li: number } };
  readonly newId: () => string;
};

export const worldOf = (parts: Pick<World, 'hall' | 'carrier' | 'dice' | 'tally' | 'violations' | 'newId'>): World =>
  ({ ...parts, book: emptyBook(), cases: [], closed: new Map(), float: { left: 0, opened: { li: 0 } } });

/** Says what is wrong, and where. */
export function expectSame(world: World, what: string, shown: unknown, expected: unknown): void {
  if (JSON.stringify(shown) !== JSON.stringify(expected)) world.violations.push(`${what}: ${JSON.stringify(shown)} instead of ${JSON.stringify(expected)}`);
}

/** What never changes in a closed shift, whatever arrives later. */
export const frozenPart = ({ rows, methods, differenceLi, count, deposit, closedAt, closedBy, authorisedBy, note, entries }: ShiftView): string => JSON.stringify({
  rows: rows.map(({ entryId, li, slipLi }) => [entryId, li, slipLi]), methods: methods.map(({ tender, drawerLi, expectedLi }) => [tender, drawerLi, expectedLi]), differenceLi, count, deposit, closedAt, closedBy, authorisedBy, note, entries,
});
