import { type Db, sql } from '../db.ts';

/** What the carrier's product was found to say: the form's parts that differ; null when it says no routing at all. */
export type RoutingCheckRow = { readonly checkedAt: string; readonly parts: readonly string[] | null };

export const keepRoutingCheck = (db: Db, caseId: string, { checkedAt, parts }: RoutingCheckRow): void =>
  void sql(db, 'INSERT OR REPLACE INTO routing_checks(case_id, checked_at, parts) VALUES (?, ?, ?)').run(caseId, checkedAt, parts === null ? null : JSON.stringify(parts));

export const findRoutingCheck = (db: Db, caseId: string): RoutingCheckRow | null => {
  const raw = sql<{ checked_at: string; parts: string | null }>(db, 'SELECT checked_at, parts FROM routing_checks WHERE case_id = ?').get(caseId);
  return raw ? { checkedAt: raw.checked_at, parts: raw.parts === null ? null : (JSON.parse(raw.parts) as readonly string[]) } : null;
};

/** Numbers that ring and whose product was not looked at yet, the one activated first. */
export const uncheckedOrders = (db: Db, limit: number): readonly { readonly caseId: string; readonly orderId: string }[] =>
  sql<{ caseId: string; orderId: string }>(db, `SELECT r.case_id AS caseId, r.remote_id AS orderId FROM remote_ids r JOIN cases c ON c.case_id = r.case_id JOIN orders o ON o.case_id = r.case_id
    WHERE r.subject = 'order' AND c.state = 'completed' AND NOT EXISTS(SELECT 1 FROM routing_checks k WHERE k.case_id = r.case_id) ORDER BY o.activated_at LIMIT ?`).all(limit);
