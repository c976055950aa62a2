import type { IntentState } from '#domain/outbox/intent.ts';
import type { EntryKind } from '#domain/till/match-three-ways.ts';
import type { TenderKind } from '#domain/till/tender.ts';
import { type Db, sql } from '../db.ts';

/**
 * A movement of money as its own row has it; outgoing ones are negative. `paymentId` is the payment that came in, also of what
 * goes back. `shiftId` is whose money it is; `bookedIn` the shift in which it was written into the ledger: another one makes it late.
 * `intent`, `heldLi` and `printedLi` are what outbox, carrier and paper have under its number.
 */
export type EntryRecord = {
  readonly entryId: string; readonly kind: EntryKind; readonly at: string; readonly receiptNo: string; readonly paymentId: string; readonly caseId: string; readonly caseNo: string;
  readonly company: string; readonly tender: TenderKind; readonly reference: string; readonly li: number; readonly shiftId: string; readonly bookedIn: string;
  readonly intent: IntentState | null; readonly heldLi: number | null; readonly printedLi: number | null;
};

// A payment from before there were shifts belongs to the one in which it arrives. What goes back belongs to the shift that gives it.
const movements = (payment: string, reversal: string): string => `
  SELECT p.payment_id AS entryId, 'payment' AS kind, a.confirmed_at AS at, coalesce(r.receipt_no, p.payment_id) AS receiptNo, p.payment_id AS paymentId, p.case_id AS caseId, p.tender,
    a.reference AS reference, p.amount_li AS li, coalesce(p.shift_id, a.shift_id) AS shiftId, coalesce(a.shift_id, p.shift_id) AS bookedIn
    FROM payments p JOIN arrivals a USING(payment_id) LEFT JOIN receipts r USING(payment_id) WHERE ${payment}
  UNION ALL
  SELECT v.reversal_id, v.kind, v.reversed_at, v.receipt_no, v.payment_id, p.case_id, v.tender, v.reference, -v.amount_li, v.shift_id, v.shift_id
    FROM reversals v JOIN payments p USING(payment_id) WHERE v.kind <> 'withdraw' AND ${reversal}`;

const select = (payment: string, reversal: string): string => `SELECT m.*, c.case_no AS caseNo, c.company,
  (SELECT o.state FROM outbox o WHERE o.kind IN ('record-payment','record-refund') AND o.subject = m.receiptNo ORDER BY o.seq DESC LIMIT 1) AS intent,
  (SELECT CASE h.kind WHEN 'refund' THEN -h.amount_li ELSE h.amount_li END FROM carrier_payments h WHERE h.correlator_id = m.receiptNo) AS heldLi,
  (SELECT sign(m.li) * abs(coalesce(json_extract(d.content, '$.total'), json_extract(d.content, '$.amount'))) FROM papers d WHERE d.document_no = m.receiptNo) AS printedLi
  FROM (${movements(payment, reversal)}) m JOIN cases c ON c.case_id = m.caseId ORDER BY m.at, m.receiptNo`;
const ofShift = select('(p.shift_id = :shiftId OR (p.shift_id IS NULL AND a.shift_id = :shiftId))', 'v.shift_id = :shiftId');
const carriedIn = select('a.shift_id = :shiftId AND p.shift_id IS NOT NULL AND p.shift_id <> :shiftId', 'false');

/** Every movement of a shift's money, late ones too, in the order of booking. */
export const entriesOf = (db: Db, shiftId: string): readonly EntryRecord[] => sql<EntryRecord>(db, ofShift).all({ shiftId });

/** What was written in this shift and is money of an earlier, closed one. */
export const entriesCarriedIn = (db: Db, shiftId: string): readonly EntryRecord[] => sql<EntryRecord>(db, carriedIn).all({ shiftId });
