import { type Db, sql } from '../db.ts';

/** The promise given with an order and what the carrier said since. */
export type OrderRow = {
  readonly caseId: string; readonly submittedAt: string; readonly submittedBy: string; readonly clockStartAt: string; readonly dueDate: string; readonly provisional: boolean;
  readonly workingDays: number; readonly carrierNote: string | null; readonly activatedAt: string | null;
};

type Raw = {
  case_id: string; submitted_at: string; submitted_by: string; clock_start_at: string; due_date: string; provisional: number; working_days: number; carrier_note: string | null; activated_at: string | null;
};
const toRow = (raw: Raw): OrderRow => ({
  caseId: raw.case_id, submittedAt: raw.submitted_at, submittedBy: raw.submitted_by, clockStartAt: raw.clock_start_at, dueDate: raw.due_date, provisional: raw.provisional === 1,
  workingDays: raw.working_days, carrierNote: raw.carrier_note, activatedAt: raw.activated_at,
});

export const findOrder = (db: Db, caseId: string): OrderRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM orders WHERE case_id = ?').get(caseId);
  return raw ? toRow(raw) : null;
};

export const insertOrder = (db: Db, row: Omit<OrderRow, 'carrierNote' | 'activatedAt'>): void =>
  void sql(db, `INSERT INTO orders(case_id, submitted_at, submitted_by, clock_start_at, due_date, provisional, working_days) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(case_id) DO UPDATE SET submitted_at = excluded.submitted_at, submitted_by = excluded.submitted_by, carrier_note = NULL`).run(
    row.caseId, row.submittedAt, row.submittedBy, row.clockStartAt, row.dueDate, row.provisional ? 1 : 0, row.workingDays);

export const setCarrierNote = (db: Db, caseId: string, note: string | null): void => void sql(db, 'UPDATE orders SET carrier_note = ? WHERE case_id = ?').run(note, caseId);

export const setActivated = (db: Db, caseId: string, at: string): void => void sql(db, 'UPDATE orders SET activated_at = ? WHERE case_id = ?').run(at, caseId);

export const appendHistory = (db: Db, caseId: string, at: string, code: string, note: string): void =>
  void sql(db, 'INSERT INTO order_history(case_id, at, code, note) VALUES (?, ?, ?, ?)').run(caseId, at, code, note);

export const listHistory = (db: Db, caseId: string): readonly { readonly at: string; readonly code: string; readonly note: string }[] =>
  sql<{ at: string; code: string; note: string }>(db, 'SELECT at, code, note FROM order_history WHERE case_id = ? ORDER BY seq').all(caseId);

export const lastHistory = (db: Db, caseId: string): { readonly at: string; readonly code: string; readonly note: string } | null =>
  sql<{ at: string; code: string; note: string }>(db, 'SELECT at, code, note FROM order_history WHERE case_id = ? ORDER BY seq DESC LIMIT 1').get(caseId) ?? null;

export const countActivatedSince = (db: Db, since: string): number => sql<{ n: number }>(db, 'SELECT count(*) AS n FROM orders WHERE activated_at >= ?').get(since)?.n ?? 0;

/** The place in the carrier's event feed; stored in the transaction that applies the events. */
export const feedCursor = (db: Db, topic: string): number => sql<{ cursor: number }>(db, 'SELECT cursor FROM feed WHERE topic = ?').get(topic)?.cursor ?? 0;

export const saveFeedCursor = (db: Db, topic: string, cursor: number, at: string): void =>
  void sql(db, 'INSERT INTO feed(topic, cursor, applied_at) VALUES (?, ?, ?) ON CONFLICT(topic) DO UPDATE SET cursor = excluded.cursor, applied_at = excluded.applied_at').run(topic, cursor, at);

/** True the first time an event is seen: the feed delivers at least once. */
export const firstSight = (db: Db, eventId: string, cursor: number): boolean =>
  sql(db, 'INSERT INTO feed_events(event_id, cursor) VALUES (?, ?) ON CONFLICT(event_id) DO NOTHING').run(eventId, cursor).changes === 1;

/** Orders that may still move, by the carrier's id. */
export const openOrders = (db: Db): readonly { readonly caseId: string; readonly orderId: string }[] =>
  sql<{ caseId: string; orderId: string }>(db, `SELECT r.case_id AS caseId, r.remote_id AS orderId FROM remote_ids r JOIN cases c ON c.case_id = r.case_id
    WHERE r.subject = 'order' AND c.state NOT IN ('completed','cancelled','rejected','failed')`).all();
