import type { Li } from '../../money/money.ts';
import type { EntryKind } from '../match-three-ways.ts';
import type { ByTender } from '../shift-totals.ts';
import type { TenderKind } from '../tender.ts';

/** Where the outbox is with a movement; every one is handed to it as it is booked, so `never` is a fault. */
export type Handed = 'never' | 'waiting' | 'parked' | 'sent';

/** A row of the ledger, with what the carrier has under its number, signed. */
export type MatchedEntry = {
  readonly entryId: string; readonly kind: EntryKind; readonly caseId: string; readonly receiptNo: string; readonly tender: TenderKind; readonly li: Li;
  readonly handed: Handed; readonly heldLi: Li | null;
};

/** What a case's own history says of money: signed, with the number of its receipt or voucher. */
export type CaseRecord = { readonly recordId: string; readonly caseId: string; readonly receiptNo: string; readonly tender: TenderKind | null; readonly li: Li };

/** Numbers of the desk on one day. `here`: written in this shift; `issued`: how many the desk has given out; `lastOfDay`: no later shift was opened on that day. */
export type DayNumbers = {
  readonly numberAt: (sequence: number) => string; readonly numbers: readonly { readonly sequence: number; readonly here: boolean }[]; readonly issued: number; readonly lastOfDay: boolean;
  /** Of our desk at the carrier, and in no row of ours. */
  readonly unknown: readonly { readonly sequence: number; readonly li: Li }[];
};

/** Everything that a shift is matched by. */
export type TillEvidence = {
  /** The shift's own rows: what the count is held against. */
  readonly booked: readonly MatchedEntry[];
  /** Arrivals of earlier shifts written in this one: their records and the carrier's are looked at here. */
  readonly carriedIn: readonly MatchedEntry[];
  readonly counted: ByTender;
  /** What it was opened with, and what the close before it left; null before the first. */
  readonly float: { readonly openedLi: Li; readonly leftLi: Li | null };
  readonly slips: readonly { readonly entryId: string; readonly li: Li }[];
  readonly records: readonly CaseRecord[];
  /** Records of this shift's time for which no row of the ledger has that case and number. */
  readonly strays: readonly CaseRecord[];
  /** What each receipt and voucher says in print, signed. */
  readonly printedLi: ReadonlyMap<string, Li>;
  readonly days: readonly DayNumbers[];
  readonly owed: readonly { readonly caseId: string; readonly li: Li }[];
};
