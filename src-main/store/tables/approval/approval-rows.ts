import { type Db, sql } from '../../db.ts';

/** How a decision came: at this PC, beside the clerk, in a batch, carried as a token, or through the carrier. */
export type DecisionVia = 'desk' | 'beside' | 'batch' | 'token' | 'remote';

/** A request for approval and its decision; `binding` is the canonical text that `bindingHash` covers. */
export type ApprovalRow = {
  readonly approvalId: string; readonly caseId: string; readonly requestedBy: string; readonly requestedAt: string; readonly reason: string;
  readonly binding: string; readonly bindingHash: string; readonly state: 'requested' | 'approved' | 'returned' | 'withdrawn';
  readonly decidedBy: string | null; readonly decidedAt: string | null; readonly reasons: readonly string[]; readonly note: string;
  readonly expiresAt: string | null; readonly usedAt: string | null; readonly onBehalfOf: string | null; readonly via: DecisionVia | null;
  /** The decider's name as the decision brought it: they may be no staff of this PC. */
  readonly decidedName: string | null;
};

type Raw = {
  approval_id: string; case_id: string; requested_by: string; requested_at: string; reason: string; binding: string; binding_hash: string; state: ApprovalRow['state'];
  decided_by: string | null; decided_at: string | null; reasons: string; note: string; expires_at: string | null; used_at: string | null; on_behalf_of: string | null; via: DecisionVia | null; decided_name: string | null;
};
const toRow = (raw: Raw): ApprovalRow => ({
  approvalId: raw.approval_id, caseId: raw.case_id, requestedBy: raw.requested_by, requestedAt: raw.requested_at, reason: raw.reason, binding: raw.binding,
  bindingHash: raw.binding_hash, state: raw.state, decidedBy: raw.decided_by, decidedAt: raw.decided_at, reasons: JSON.parse(raw.reasons) as string[], note: raw.note,
  expiresAt: raw.expires_at, usedAt: raw.used_at, onBehalfOf: raw.on_behalf_of, via: raw.via, decidedName: raw.decided_name,
});

export const findApproval = (db: Db, approvalId: string): ApprovalRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM approvals WHERE approval_id = ?').get(approvalId);
  return raw ? toRow(raw) : null;
};

/** The newest request of a case; older ones are history. */
export const latestApproval = (db: Db, caseId: string): ApprovalRow | null => {
  const raw = sql<Raw>(db, "SELECT * FROM approvals WHERE case_id = ? AND state <> 'withdrawn' ORDER BY requested_at DESC, approval_id DESC LIMIT 1").get(caseId);
  return raw ? toRow(raw) : null;
};

export const pendingApprovals = (db: Db): readonly ApprovalRow[] =>
  sql<Raw>(db, "SELECT * FROM approvals WHERE state = 'requested' ORDER BY requested_at").all().map(toRow);

/** The decisions made last, newest first. */
export const decidedApprovals = (db: Db, limit: number): readonly ApprovalRow[] =>
  sql<Raw>(db, "SELECT * FROM approvals WHERE decided_by IS NOT NULL AND state IN ('approved','returned') ORDER BY decided_at DESC LIMIT ?").all(limit).map(toRow);

export const insertApproval = (db: Db, row: Pick<ApprovalRow, 'approvalId' | 'caseId' | 'requestedBy' | 'requestedAt' | 'reason' | 'binding' | 'bindingHash'>): void =>
  void sql(db, `INSERT INTO approvals(approval_id, case_id, requested_by, requested_at, reason, binding, binding_hash, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'requested')`).run(row.approvalId, row.caseId, row.requestedBy, row.requestedAt, row.reason, row.binding, row.bindingHash);

type Decision = Pick<ApprovalRow, 'approvalId' | 'decidedBy' | 'decidedAt' | 'reasons' | 'note' | 'expiresAt' | 'onBehalfOf' | 'via' | 'decidedName'> & { readonly state: 'approved' | 'returned' };

export const decideApproval = (db: Db, row: Decision): boolean =>
  sql(db, "UPDATE approvals SET state = ?, decided_by = ?, decided_at = ?, reasons = ?, note = ?, expires_at = ?, on_behalf_of = ?, via = ?, decided_name = ? WHERE approval_id = ? AND state = 'requested'").run(
    row.state, row.decidedBy, row.decidedAt, JSON.stringify(row.reasons), row.note, row.expiresAt, row.onBehalfOf, row.via, row.decidedName, row.approvalId).changes === 1;

/** Ends a request that nobody decides any more; `by` null: another request took its place. */
export const withdrawApproval = (db: Db, approvalId: string, by: string | null, at: string): boolean =>
  sql(db, "UPDATE approvals SET state = 'withdrawn', decided_by = ?, decided_at = ? WHERE approval_id = ? AND state = 'requested'").run(by, at, approvalId).changes === 1;

/** The decision is undone: the request waits again. */
export const reopenApproval = (db: Db, approvalId: string): boolean =>
  sql(db, `UPDATE approvals SET state = 'requested', decided_by = NULL, decided_at = NULL, reasons = '[]', note = '', expires_at = NULL, on_behalf_of = NULL, via = NULL, decided_name = NULL
    WHERE approval_id = ? AND state IN ('approved','returned') AND used_at IS NULL`).run(approvalId).changes === 1;

/** Spends an approval: it opens one agreement and no second. */
export const useApproval = (db: Db, approvalId: string, at: string): boolean =>
  sql(db, "UPDATE approvals SET used_at = ? WHERE approval_id = ? AND state = 'approved' AND used_at IS NULL").run(at, approvalId).changes === 1;
