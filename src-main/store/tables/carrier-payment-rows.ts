import { type Db, sql } from '../db.ts';

/** A payment or refund as the carrier says it has it; `correlatorId` is the number of our receipt or voucher. */
export type CarrierPayment = { readonly correlatorId: string; readonly kind: 'payment' | 'refund'; readonly amountLi: number };

/** Keeps what the carrier said; its latest word stands. */
export const saveCarrierPayment = (db: Db, { correlatorId, kind, amountLi }: CarrierPayment, at: string): void =>
  void sql(db, `INSERT INTO carrier_payments(correlator_id, kind, amount_li, seen_at) VALUES (?, ?, ?, ?)
    ON CONFLICT(correlator_id) DO UPDATE SET kind = excluded.kind, amount_li = excluded.amount_li, seen_at = excluded.seen_at`).run(correlatorId, kind, amountLi, at);

/** Asked at `askedAt`, the carrier had none of it; what it took since then stays. */
export const dropCarrierPayment = (db: Db, correlatorId: string, askedAt: string): void =>
  void sql(db, 'DELETE FROM carrier_payments WHERE correlator_id = ? AND seen_at < ?').run(correlatorId, askedAt);
