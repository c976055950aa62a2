import { type Db, sql } from '../db.ts';

/** A request for approval and its decision; `binding` is the canonical text that `bindingHash` covers. */
export type ApprovalRow = {
  readonly approvalId: string; readonly caseId: string; readonly requestedBy: string; readonly requestedAt: string; readonly reason: string;
  readonly binding: string; readonly bindingHash: string; readonly state: 'requested' | 'approved' | 'returned' | 'withdrawn';
  readonly decidedBy: string | null; readonly decidedAt: string | null; readonly reasons: readonly string[]; readonly note: string;
  readonly expiresAt: string | null; readonly usedAt: string | null;
};

type Raw = {
  approval_id: string; case_id: string; requested_by: string; requested_at: string; reason: string; binding: string; binding_hash: string; state: ApprovalRow['state'];
  decided_by: string | null; decided_at: string | null; reasons: string; note: string; expires_at: string | null; used_at: string | null;
};
const toRow = (raw: Raw): ApprovalRow => ({
  approvalId: raw.approval_id, caseId: raw.case_id, requestedBy: raw.requested_by, requestedAt: raw.requested_at, reason: raw.reason, binding: raw.binding,
  bindingHash: raw.binding_hash, state: raw.state, decidedBy: raw.decided_by, decidedAt: raw.decided_at, reasons: JSON.parse(raw.reasons) as string[], note: raw.note,
  expiresAt: raw.expires_at, usedAt: raw.used_at,
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

export const insertApproval = (db: Db, row: Pick<ApprovalRow, 'approvalId' | 'caseId' | 'requestedBy' | 'requestedAt' | 'reason' | 'binding' | 'bindingHash'>): void =>
  void sql(db, `INSERT INTO approvals(approval_id, case_id, requested_by, requested_at, reason, binding, binding_hash, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'requested')`).run(row.approvalId, row.caseId, row.requestedBy, row.requestedAt, row.reason, row.binding, row.bindingHash);

type Decision = Pick<ApprovalRow, 'approvalId' | 'decidedBy' | 'decidedAt' | 'reasons' | 'note' | 'expiresAt'> & { readonly state: 'approved' | 'returned' | 'withdrawn' };

export const decideApproval = (db: Db, row: Decision): boolean =>
  sql(db, "UPDATE approvals SET state = ?, decided_by = ?, decided_at = ?, reasons = ?, note = ?, expires_at = ? WHERE approval_id = ? AND state = 'requested'").run(
    row.state, row.decidedBy, row.decidedAt, JSON.stringify(row.reasons), row.note, row.expiresAt, row.approvalId).changes === 1;

/** Spends an approval: it opens one agreement and no second. */
export const useApproval = (db: Db, approvalId: string, at: string): boolean =>
  sql(db, "UPDATE approvals SET used_at = ? WHERE approval_id = ? AND state = 'approved' AND used_at IS NULL").run(at, approvalId).changes === 1;
