import type { Li } from '../money/money.ts';
import { matchCarrier } from './match/match-carrier.ts';
import { matchCases } from './match/match-cases.ts';
import { matchDrawer } from './match/match-drawer.ts';
import { matchSequence } from './match/match-sequence.ts';
import type { TillEvidence } from './match/till-evidence.ts';
import type { TenderKind } from './tender.ts';

/** A movement of money: a payment that arrived, or money that went back. */
export type EntryKind = 'payment' | 'void' | 'refund';

/** What does not agree, by what it is. */
export type MismatchCode =
  /** The float it was opened with is not what the last close left in the drawer. */
  | 'float-differs'
  /** The slip says another amount than the ledger. */
  | 'slip-differs'
  /** A method's count differs and no slip explains it. */
  | 'count-differs'
  /** The case's own record (event, receipt) says another amount, or has none. */
  | 'case-differs' | 'case-missing'
  /** The case has a record of money that the ledger has not. */
  | 'ledger-missing'
  /** The carrier has none of it: on its way, refused, or never handed to the outbox or gone missing. */
  | 'carrier-waiting' | 'carrier-parked' | 'carrier-missing'
  /** The carrier has another amount, or a payment of ours that this PC does not know. */
  | 'carrier-differs' | 'carrier-unknown'
  /** Money is held for a case that is over. */
  | 'refund-owed'
  /** A number of the desk's sequence is missing, or stands twice. */
  | 'receipt-gap' | 'receipt-twice';

/**
 * One mismatch, named by case and receipt where there is one. `li`: signed, what the other side has less what the ledger has.
 * `id` stays the same as long as it exists; where the amount is the point it is part of it, so that what was said of 50 is not said of 500.
 */
export type Mismatch = {
  readonly id: string; readonly code: MismatchCode; readonly entryId: string | null; readonly caseId: string | null; readonly receiptNo: string | null;
  readonly tender: TenderKind | null; readonly li: Li;
};

/** Drawer ↔ cases ↔ carrier, each against the rows of the ledger; everything that does not agree, in the order in which it is looked into. */
export const matchThreeWays = (evidence: TillEvidence): readonly Mismatch[] =>
  [...matchDrawer(evidence), ...matchCases(evidence), ...matchCarrier(evidence), ...matchSequence(evidence)];
