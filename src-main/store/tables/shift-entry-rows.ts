import type { EntryKind } from '#domain/till/match-three-ways.ts';
import type { TenderKind } from '#domain/till/tender.ts';
import { type Db, sql } from '../db.ts';

/**
 * A movement of money as its own row has it; outgoing ones are negative. `paymentId` is the payment that came in, also of what
 * goes back. `shiftId` is whose money it is; `bookedIn` the shift in which it was written into the ledger: another one makes it late.
 */
export type EntryRecord = {
  readonly entryId: string; readonly kind: EntryKind; readonly at: string; readonly receiptNo: string; readonly paperId: string | null; readonly paymentId: string; readonly caseId: string;
  readonly caseNo: string; readonly company: string; readonly tender: TenderKind; readonly reference: string; readonly li: number; readonly shiftId: string; readonly bookedIn: string;
};

// A payment from before there were shifts belongs to the one in which it arrives. What goes back belongs to the shift that gives it.
const movements = `
  SELECT p.payment_id AS entryId, 'payment' AS kind, a.confirmed_at AS at, coalesce(r.receipt_no, '') AS receiptNo, r.paper_id AS paperId, p.payment_id AS paymentId, p.case_id AS caseId,
    p.tender, a.reference AS reference, p.amount_li AS li, coalesce(p.shift_id, a.shift_id) AS shiftId, coalesce(a.shift_id, p.shift_id) AS bookedIn
    FROM payments p JOIN arrivals a USING(payment_id) LEFT JOIN receipts r USING(payment_id) WHERE WHICH
  UNION ALL
  SELECT v.reversal_id, v.kind, v.reversed_at, v.receipt_no, v.paper_id, v.payment_id, p.case_id, v.tender, v.reference, -v.amount_li, v.shift_id, v.shift_id
    FROM reversals v JOIN payments p USING(payment_id) WHERE v.kind <> 'withdraw' AND v.shift_id = :shiftId`;

const select = (which: string): string =>
  `SELECT m.*, c.case_no AS caseNo, c.company FROM (${movements.replace('WHICH', which)}) m JOIN cases c ON c.case_id = m.caseId ORDER BY m.at, m.receiptNo`;
const ofShift = select('p.shift_id = :shiftId OR (p.shift_id IS NULL AND a.shift_id = :shiftId)');
const writtenInShift = select('a.shift_id = :shiftId');

/** Every movement of a shift's money, late ones too, in the order of booking. */
export const entriesOf = (db: Db, shiftId: string): readonly EntryRecord[] => sql<EntryRecord>(db, ofShift).all({ shiftId });

/** Every movement that was written while this shift was open, whichever shift's money it is: its receipts are this shift's. */
export const entriesWrittenIn = (db: Db, shiftId: string): readonly EntryRecord[] => sql<EntryRecord>(db, writtenInShift).all({ shiftId });
