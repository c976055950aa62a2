import { type Db, sql } from '../db.ts';

/** One payment with its arrival (at once for cash and POS) and its receipt, when issued. */
export type LedgerRow = {
  readonly paymentId: string; readonly caseId: string; readonly tender: 'cash' | 'pos' | 'transfer' | 'collection'; readonly amountLi: number; readonly tenderedLi: number | null;
  readonly changeLi: number; readonly payerName: string; readonly reference: string; readonly takenAt: string; readonly takenBy: string;
  readonly arrivedOn: string | null; readonly arrivalReference: string | null; readonly confirmedAt: string | null; readonly confirmedBy: string | null;
  readonly receiptNo: string | null; readonly receiptPaperId: string | null;
};

type Raw = {
  payment_id: string; case_id: string; tender: LedgerRow['tender']; amount_li: number; tendered_li: number | null; change_li: number; payer_name: string; reference: string;
  taken_at: string; taken_by: string; arrived_on: string | null; arrival_reference: string | null; confirmed_at: string | null; confirmed_by: string | null;
  receipt_no: string | null; receipt_paper_id: string | null;
};
const toRow = (raw: Raw): LedgerRow => ({
  paymentId: raw.payment_id, caseId: raw.case_id, tender: raw.tender, amountLi: raw.amount_li, tenderedLi: raw.tendered_li, changeLi: raw.change_li, payerName: raw.payer_name,
  reference: raw.reference, takenAt: raw.taken_at, takenBy: raw.taken_by, arrivedOn: raw.arrived_on, arrivalReference: raw.arrival_reference, confirmedAt: raw.confirmed_at,
  confirmedBy: raw.confirmed_by, receiptNo: raw.receipt_no, receiptPaperId: raw.receipt_paper_id,
});

const select = `SELECT p.*, a.arrived_on, a.reference AS arrival_reference, a.confirmed_at, a.confirmed_by, r.receipt_no, r.paper_id AS receipt_paper_id
  FROM payments p LEFT JOIN arrivals a USING(payment_id) LEFT JOIN receipts r USING(payment_id)`;

export const listPayments = (db: Db, caseId: string): readonly LedgerRow[] => sql<Raw>(db, `${select} WHERE p.case_id = ? ORDER BY p.taken_at`).all(caseId).map(toRow);

export const findPayment = (db: Db, paymentId: string): LedgerRow | null => {
  const raw = sql<Raw>(db, `${select} WHERE p.payment_id = ?`).get(paymentId);
  return raw ? toRow(raw) : null;
};

export const insertPayment = (db: Db, row: Omit<LedgerRow, 'arrivedOn' | 'arrivalReference' | 'confirmedAt' | 'confirmedBy' | 'receiptNo' | 'receiptPaperId'>): void =>
  void sql(db, `INSERT INTO payments(payment_id, case_id, tender, amount_li, tendered_li, change_li, payer_name, reference, taken_at, taken_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(row.paymentId, row.caseId, row.tender, row.amountLi, row.tenderedLi, row.changeLi, row.payerName, row.reference, row.takenAt, row.takenBy);

export const insertArrival = (db: Db, row: { readonly paymentId: string; readonly arrivedOn: string; readonly reference: string; readonly confirmedAt: string; readonly confirmedBy: string }): void =>
  void sql(db, 'INSERT INTO arrivals(payment_id, arrived_on, reference, confirmed_at, confirmed_by) VALUES (?, ?, ?, ?, ?)').run(
    row.paymentId, row.arrivedOn, row.reference, row.confirmedAt, row.confirmedBy);

export const insertReceipt = (db: Db, row: { readonly receiptNo: string; readonly paymentId: string; readonly caseId: string; readonly paperId: string; readonly issuedAt: string }): void =>
  void sql(db, 'INSERT INTO receipts(receipt_no, payment_id, case_id, paper_id, issued_at) VALUES (?, ?, ?, ?, ?)').run(row.receiptNo, row.paymentId, row.caseId, row.paperId, row.issuedAt);

/** Money that arrived since an instant, in 厘. */
export const receivedSince = (db: Db, since: string): number =>
  sql<{ li: number }>(db, 'SELECT coalesce(sum(p.amount_li), 0) AS li FROM payments p JOIN arrivals a USING(payment_id) WHERE a.confirmed_at >= ?').get(since)?.li ?? 0;
