import type { ReversalKind, ReversalReason } from '#domain/till/reversal.ts';
import type { TenderKind } from '#domain/till/tender.ts';
import { type Db, sql } from '../db.ts';

/** Money that went back, or a promise withdrawn: a row of its own beside the payment, with its own number and paper. `shiftId`: whose drawer it left. */
export type ReversalRecord = {
  readonly reversalId: string; readonly paymentId: string; readonly kind: ReversalKind; readonly amountLi: number; readonly tender: TenderKind; readonly reason: ReversalReason; readonly note: string;
  readonly reference: string; readonly shiftId: string; readonly reversedAt: string; readonly reversedBy: string; readonly authorisedBy: string | null; readonly receiptNo: string | null; readonly paperId: string | null;
};

type Raw = {
  reversal_id: string; payment_id: string; kind: ReversalKind; amount_li: number; tender: TenderKind; reason: ReversalReason; note: string; reference: string; shift_id: string; reversed_at: string;
  reversed_by: string; authorised_by: string | null; receipt_no: string | null; paper_id: string | null;
};
const toRow = (raw: Raw): ReversalRecord => ({
  reversalId: raw.reversal_id, paymentId: raw.payment_id, kind: raw.kind, amountLi: raw.amount_li, tender: raw.tender, reason: raw.reason, note: raw.note, reference: raw.reference, shiftId: raw.shift_id,
  reversedAt: raw.reversed_at, reversedBy: raw.reversed_by, authorisedBy: raw.authorised_by, receiptNo: raw.receipt_no, paperId: raw.paper_id,
});

export const reversalsOfPayment = (db: Db, paymentId: string): readonly ReversalRecord[] =>
  sql<Raw>(db, 'SELECT * FROM reversals WHERE payment_id = ? ORDER BY reversed_at').all(paymentId).map(toRow);

export const reversalsOfCase = (db: Db, caseId: string): readonly ReversalRecord[] =>
  sql<Raw>(db, 'SELECT r.* FROM reversals r JOIN payments p USING(payment_id) WHERE p.case_id = ? ORDER BY r.reversed_at').all(caseId).map(toRow);

export const insertReversal = (db: Db, row: ReversalRecord): void =>
  void sql(db, `INSERT INTO reversals(reversal_id, payment_id, kind, amount_li, tender, reason, note, reference, shift_id, reversed_at, reversed_by, authorised_by, receipt_no, paper_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(row.reversalId, row.paymentId, row.kind, row.amountLi, row.tender, row.reason, row.note, row.reference, row.shiftId, row.reversedAt,
    row.reversedBy, row.authorisedBy, row.receiptNo, row.paperId);
