import type { TenderKind } from '#domain/till/tender.ts';
import { type Db, sql } from '../db.ts';

/** What a case's history says of money; what went back is negative. */
export type MoneyEvent = { readonly recordId: string; readonly caseId: string; readonly receiptNo: string; readonly tender: TenderKind | null; readonly li: number };

const money = `kind IN ('payment-received','payment-arrived','payment-voided','payment-refunded')`;
const event = `CAST(e.seq AS TEXT) AS recordId, e.case_id AS caseId, coalesce(json_extract(e.facts, '$.receipt'), '') AS receiptNo, json_extract(e.facts, '$.tender') AS tender,
  coalesce(json_extract(e.facts, '$.li'), 0) * CASE WHEN e.kind IN ('payment-received','payment-arrived') THEN 1 ELSE -1 END AS li`;

/** Every record of money in the history of these cases. */
export const moneyEventsOf = (db: Db, caseIds: readonly string[]): readonly MoneyEvent[] =>
  sql<MoneyEvent>(db, `SELECT ${event} FROM case_events e WHERE e.case_id IN (SELECT value FROM json_each(?)) AND e.${money} ORDER BY e.seq`).all(JSON.stringify(caseIds));

/** Records of money from `from` up to (not with) `before` for which the ledger has no row of that case and number. */
export const strayMoneyEvents = (db: Db, from: string, before: string): readonly MoneyEvent[] =>
  sql<MoneyEvent>(db, `SELECT ${event} FROM case_events e WHERE e.at >= ? AND e.at < ? AND e.${money}
    AND NOT EXISTS(SELECT 1 FROM receipts r WHERE r.receipt_no = json_extract(e.facts, '$.receipt') AND r.case_id = e.case_id)
    AND NOT EXISTS(SELECT 1 FROM reversals v JOIN payments p USING(payment_id) WHERE v.receipt_no = json_extract(e.facts, '$.receipt') AND p.case_id = e.case_id) ORDER BY e.seq`).all(from, before);

/** Receipts and vouchers whose number begins so, with the shift that wrote them. */
export const numbersOf = (db: Db, prefix: string): readonly { readonly receiptNo: string; readonly shiftId: string | null }[] =>
  sql<{ receiptNo: string; shiftId: string | null }>(db, `SELECT r.receipt_no AS receiptNo, coalesce(a.shift_id, p.shift_id) AS shiftId
      FROM receipts r JOIN payments p USING(payment_id) LEFT JOIN arrivals a USING(payment_id) WHERE r.receipt_no >= :prefix AND r.receipt_no < :prefix || '~'
    UNION ALL SELECT v.receipt_no, v.shift_id FROM reversals v WHERE v.receipt_no >= :prefix AND v.receipt_no < :prefix || '~'`).all({ prefix });

/** What the carrier has under numbers that begin so and that no row of ours has; money that went back is negative. */
export const unknownAtCarrier = (db: Db, prefix: string): readonly { readonly receiptNo: string; readonly li: number }[] =>
  sql<{ receiptNo: string; li: number }>(db, `SELECT h.correlator_id AS receiptNo, CASE h.kind WHEN 'refund' THEN -h.amount_li ELSE h.amount_li END AS li
    FROM carrier_payments h WHERE h.correlator_id >= :prefix AND h.correlator_id < :prefix || '~'
    AND NOT EXISTS(SELECT 1 FROM receipts r WHERE r.receipt_no = h.correlator_id) AND NOT EXISTS(SELECT 1 FROM reversals v WHERE v.receipt_no = h.correlator_id) ORDER BY 1`).all({ prefix });

/** Cases in one of these states for which money is still held. */
export const casesHolding = (db: Db, states: readonly string[]): readonly string[] =>
  sql<{ caseId: string }>(db, `SELECT c.case_id AS caseId FROM cases c WHERE c.state IN (SELECT value FROM json_each(?))
    AND (SELECT coalesce(sum(p.amount_li), 0) FROM payments p JOIN arrivals a USING(payment_id) WHERE p.case_id = c.case_id)
      > (SELECT coalesce(sum(v.amount_li), 0) FROM reversals v JOIN payments p USING(payment_id) WHERE p.case_id = c.case_id AND v.kind <> 'withdraw') ORDER BY c.case_no`)
    .all(JSON.stringify(states)).map(({ caseId }) => caseId);

/** Announced in this shift, and neither arrived nor taken back. */
export const awaitedLiOf = (db: Db, shiftId: string): number =>
  sql<{ li: number }>(db, `SELECT coalesce(sum(p.amount_li), 0) AS li FROM payments p WHERE p.shift_id = ? AND NOT EXISTS(SELECT 1 FROM arrivals a WHERE a.payment_id = p.payment_id)
    AND NOT EXISTS(SELECT 1 FROM reversals v WHERE v.payment_id = p.payment_id)`).get(shiftId)?.li ?? 0;

/** Second and further prints asked for in this time. */
export const reprintsBetween = (db: Db, from: string, before: string): number =>
  sql<{ n: number }>(db, 'SELECT count(*) AS n FROM print_jobs WHERE reprint = 1 AND requested_at >= ? AND requested_at < ?').get(from, before)?.n ?? 0;

/** Requests that nobody has decided yet. */
export const approvalsOpen = (db: Db): number => sql<{ n: number }>(db, "SELECT count(*) AS n FROM approvals WHERE state = 'requested'").get()?.n ?? 0;
