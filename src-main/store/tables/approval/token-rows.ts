import { type Db, sql } from '../../db.ts';

/** A token that was taken in: it is kept whole, and opens nothing twice. */
export type TokenRow = { readonly tokenId: string; readonly approvalId: string; readonly keyId: string; readonly decidedBy: string; readonly token: string; readonly importedAt: string; readonly importedBy: string };

/** Whether this token, or any token for this request, was taken in before. */
export const tokenWasUsed = (db: Db, tokenId: string, approvalId: string): boolean =>
  sql(db, 'SELECT 1 FROM approval_tokens WHERE token_id = ? OR approval_id = ?').get(tokenId, approvalId) !== undefined;

export const insertToken = (db: Db, row: TokenRow): void =>
  void sql(db, 'INSERT INTO approval_tokens(token_id, approval_id, key_id, decided_by, token, imported_at, imported_by) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    row.tokenId, row.approvalId, row.keyId, row.decidedBy, row.token, row.importedAt, row.importedBy);

/** The token this PC signed for a request; a request is answered once. */
export const signedTokenFor = (db: Db, requestId: string): string | null =>
  sql<{ token: string }>(db, 'SELECT token FROM signed_tokens WHERE request_id = ?').get(requestId)?.token ?? null;

export const insertSignedToken = (db: Db, row: { readonly tokenId: string; readonly requestId: string; readonly staffNo: string; readonly packet: string; readonly token: string; readonly signedAt: string }): void =>
  void sql(db, 'INSERT INTO signed_tokens(token_id, request_id, staff_no, packet, token, signed_at) VALUES (?, ?, ?, ?, ?, ?)').run(row.tokenId, row.requestId, row.staffNo, row.packet, row.token, row.signedAt);
