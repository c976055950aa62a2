import type { TenderKind } from '#domain/till/tender.ts';
import { type Db, sql } from '../db.ts';
import { type ReversalRecord, reversalsOfCase, reversalsOfPayment } from './reversal-rows.ts';

/** One payment with its arrival (at once, but for transfer and collection), its receipt when issued, and what went back of it. */
export type LedgerRow = {
  readonly paymentId: string; readonly caseId: string; readonly tender: TenderKind; readonly amountLi: number; readonly tenderedLi: number | null;
  readonly changeLi: number; readonly payerName: string; readonly payerNote: string; readonly reference: string; readonly takenAt: string; readonly takenBy: string;
  /** The shift that wrote it down; null: from before there were shifts. */
  readonly shiftId: string | null; readonly shiftNo: string | null;
  readonly arrivedOn: string | null; readonly arrivalReference: string | null; readonly confirmedAt: string | null; readonly confirmedBy: string | null;
  readonly receiptNo: string | null; readonly receiptPaperId: string | null;
  readonly reversals: readonly ReversalRecord[];
};

/** A payment as it is written down, before it arrived. */
export type NewPayment = Omit<LedgerRow, 'shiftNo' | 'arrivedOn' | 'arrivalReference' | 'confirmedAt' | 'confirmedBy' | 'receiptNo' | 'receiptPaperId' | 'reversals'>;

type Raw = {
  payment_id: string; case_id: string; tender: TenderKind; amount_li: number; tendered_li: number | null; change_li: number; payer_name: string; payer_note: string; reference: string;
  taken_at: string; taken_by: string; shift_id: string | null; shift_no: string | null; arrived_on: string | null; arrival_reference: string | null; confirmed_at: string | null; confirmed_by: string | null;
  receipt_no: string | null; receipt_paper_id: string | null;
};
const toRow = (raw: Raw, reversals: readonly ReversalRecord[]): LedgerRow => ({
  paymentId: raw.payment_id, caseId: raw.case_id, tender: raw.tender, amountLi: raw.amount_li, tenderedLi: raw.tendered_li, changeLi: raw.change_li, payerName: raw.payer_name, payerNote: raw.payer_note,
  reference: raw.reference, takenAt: raw.taken_at, takenBy: raw.taken_by, shiftId: raw.shift_id, shiftNo: raw.shift_no, arrivedOn: raw.arrived_on, arrivalReference: raw.arrival_reference,
  confirmedAt: raw.confirmed_at, confirmedBy: raw.confirmed_by, receiptNo: raw.receipt_no, receiptPaperId: raw.receipt_paper_id, reversals,
});

const select = `SELECT p.*, s.shift_no, a.arrived_on, a.reference AS arrival_reference, a.confirmed_at, a.confirmed_by, r.receipt_no, r.paper_id AS receipt_paper_id
  FROM payments p LEFT JOIN shifts s USING(shift_id) LEFT JOIN arrivals a USING(payment_id) LEFT JOIN receipts r USING(payment_id)`;

export const listPayments = (db: Db, caseId: string): readonly LedgerRow[] => {
  const rows = sql<Raw>(db, `${select} WHERE p.case_id = ? ORDER BY p.taken_at`).all(caseId);
  const reversals = rows.length === 0 ? [] : reversalsOfCase(db, caseId);
  return rows.map((raw) => toRow(raw, reversals.filter(({ paymentId }) => paymentId === raw.payment_id)));
};

export const findPayment = (db: Db, paymentId: string): LedgerRow | null => {
  const raw = sql<Raw>(db, `${select} WHERE p.payment_id = ?`).get(paymentId);
  return raw ? toRow(raw, reversalsOfPayment(db, paymentId)) : null;
};

export const insertPayment = (db: Db, row: NewPayment): void =>
  void sql(db, `INSERT INTO payments(payment_id, case_id, tender, amount_li, tendered_li, change_li, payer_name, payer_note, reference, taken_at, taken_by, shift_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    row.paymentId, row.caseId, row.tender, row.amountLi, row.tenderedLi, row.changeLi, row.payerName, row.payerNote, row.reference, row.takenAt, row.takenBy, row.shiftId);

/** `shiftId`: the shift that confirms it and issues the receipt. */
export type ArrivalRecord = { readonly paymentId: string; readonly arrivedOn: string; readonly reference: string; readonly confirmedAt: string; readonly confirmedBy: string; readonly shiftId: string };

export const insertArrival = (db: Db, row: ArrivalRecord): void =>
  void sql(db, 'INSERT INTO arrivals(payment_id, arrived_on, reference, confirmed_at, confirmed_by, shift_id) VALUES (?, ?, ?, ?, ?, ?)').run(
    row.paymentId, row.arrivedOn, row.reference, row.confirmedAt, row.confirmedBy, row.shiftId);

export const insertReceipt = (db: Db, row: { readonly receiptNo: string; readonly paymentId: string; readonly caseId: string; readonly paperId: string; readonly issuedAt: string }): void =>
  void sql(db, 'INSERT INTO receipts(receipt_no, payment_id, case_id, paper_id, issued_at) VALUES (?, ?, ?, ?, ?)').run(row.receiptNo, row.paymentId, row.caseId, row.paperId, row.issuedAt);

/** Money that arrived since an instant, less what went back since, in 厘. */
export const receivedSince = (db: Db, since: string): number =>
  sql<{ li: number }>(db, `SELECT (SELECT coalesce(sum(p.amount_li), 0) FROM payments p JOIN arrivals a USING(payment_id) WHERE a.confirmed_at >= :since)
    - (SELECT coalesce(sum(amount_li), 0) FROM reversals WHERE kind <> 'withdraw' AND reversed_at >= :since) AS li`).get({ since })?.li ?? 0;
