import { type Db, sql } from '../../db.ts';

/** A supervisor's own key on this PC; `sealed` is the private half, readable with the supervisor's password only, `carried` the public half as other PCs take it. */
export type SigningKeyRow = { readonly keyId: string; readonly staffNo: string; readonly publicKey: string; readonly sealed: string; readonly carried: string; readonly madeAt: string };

/** A key of another PC that this hall's admin let in. `publicKey` is base64 SPKI. */
export type SignerRow = {
  readonly keyId: string; readonly staffNo: string; readonly name: string; readonly hallCode: string; readonly publicKey: string;
  readonly addedAt: string; readonly addedBy: string; readonly endedAt: string | null;
};

export const currentKeyOf = (db: Db, staffNo: string): SigningKeyRow | null =>
  sql<SigningKeyRow>(db, 'SELECT key_id AS keyId, staff_no AS staffNo, public_key AS publicKey, sealed, carried, made_at AS madeAt FROM signing_keys WHERE staff_no = ? AND ended_at IS NULL').get(staffNo) ?? null;

/** A new key; the one before ends. */
export function insertSigningKey(db: Db, row: SigningKeyRow): void {
  sql(db, 'UPDATE signing_keys SET ended_at = ? WHERE staff_no = ? AND ended_at IS NULL').run(row.madeAt, row.staffNo);
  sql(db, 'INSERT INTO signing_keys(key_id, staff_no, public_key, sealed, carried, made_at) VALUES (?, ?, ?, ?, ?, ?)').run(row.keyId, row.staffNo, row.publicKey, row.sealed, row.carried, row.madeAt);
}

const signerColumns = 'key_id AS keyId, staff_no AS staffNo, name, hall_code AS hallCode, public_key AS publicKey, added_at AS addedAt, added_by AS addedBy, ended_at AS endedAt';

export const findSigner = (db: Db, keyId: string): SignerRow | null => sql<SignerRow>(db, `SELECT ${signerColumns} FROM trusted_signers WHERE key_id = ?`).get(keyId) ?? null;

/** All that were ever trusted, the newest first; ended ones stay. */
export const listSigners = (db: Db): readonly SignerRow[] => sql<SignerRow>(db, `SELECT ${signerColumns} FROM trusted_signers ORDER BY added_at DESC, key_id`).all();

export const insertSigner = (db: Db, row: Omit<SignerRow, 'endedAt'>): void =>
  void sql(db, 'INSERT INTO trusted_signers(key_id, staff_no, name, hall_code, public_key, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    row.keyId, row.staffNo, row.name, row.hallCode, row.publicKey, row.addedAt, row.addedBy);

export const endSigner = (db: Db, keyId: string, at: string, by: string): boolean =>
  sql(db, 'UPDATE trusted_signers SET ended_at = ?, ended_by = ? WHERE key_id = ? AND ended_at IS NULL').run(at, by, keyId).changes === 1;
