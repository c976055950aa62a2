import { type Db, sql } from '../../db.ts';

/** held: the carrier keeps it for a quarter of an hour; free: only listed; taken: another hall was faster; expired: the hold ran out. */
export type ListedState = 'held' | 'free' | 'taken' | 'expired';

/** A number on a case's shortlist. `reservationId` is there exactly while the state is held. */
export type ShortlistRow = {
  readonly caseId: string; readonly digits: string; readonly rank: number; readonly addedAt: string; readonly addedBy: string;
  readonly state: ListedState; readonly reservationId: string | null; readonly expiresAt: string | null;
};

/** A row whose browse hold lives. */
export type HeldRow = ShortlistRow & { readonly reservationId: string; readonly expiresAt: string };

const columns = 'case_id AS caseId, digits, rank, added_at AS addedAt, added_by AS addedBy, state, reservation_id AS reservationId, expires_at AS expiresAt';

/** The case's list in the customer's order. */
export const listShortlist = (db: Db, caseId: string): readonly ShortlistRow[] =>
  sql<ShortlistRow>(db, `SELECT ${columns} FROM shortlist WHERE case_id = ? ORDER BY rank`).all(caseId);

export const findListed = (db: Db, caseId: string, digits: string): ShortlistRow | null =>
  sql<ShortlistRow>(db, `SELECT ${columns} FROM shortlist WHERE case_id = ? AND digits = ?`).get(caseId, digits) ?? null;

/** The listed number that a browse hold is for. */
export const findListedByReservation = (db: Db, reservationId: string): HeldRow | null =>
  sql<HeldRow>(db, `SELECT ${columns} FROM shortlist WHERE reservation_id = ?`).get(reservationId) ?? null;

/** Browse holds of one case, or of all cases of this PC. */
export const heldRows = (db: Db, caseId: string | null = null): readonly HeldRow[] =>
  sql<HeldRow>(db, `SELECT ${columns} FROM shortlist WHERE state = 'held' AND case_id = coalesce(?, case_id) ORDER BY case_id, rank`).all(caseId);

/** Puts a number at the end of the list, without a hold. */
export const insertListed = (db: Db, row: Pick<ShortlistRow, 'caseId' | 'digits' | 'addedAt' | 'addedBy'>): void =>
  void sql(db, `INSERT INTO shortlist(case_id, digits, rank, added_at, added_by, state)
    SELECT :caseId, :digits, coalesce(max(rank), 0) + 1, :addedAt, :addedBy, 'free' FROM shortlist WHERE case_id = :caseId`).run(row);

export const setListedHeld = (db: Db, caseId: string, digits: string, reservationId: string, expiresAt: string): void =>
  void sql(db, "UPDATE shortlist SET state = 'held', reservation_id = ?, expires_at = ? WHERE case_id = ? AND digits = ?").run(reservationId, expiresAt, caseId, digits);

/** The number stays on the list without a hold. */
export const setListedState = (db: Db, caseId: string, digits: string, state: Exclude<ListedState, 'held'>): void =>
  void sql(db, 'UPDATE shortlist SET state = ?, reservation_id = NULL, expires_at = NULL WHERE case_id = ? AND digits = ?').run(state, caseId, digits);

export const setRank = (db: Db, caseId: string, digits: string, rank: number): void =>
  void sql(db, 'UPDATE shortlist SET rank = ? WHERE case_id = ? AND digits = ?').run(rank, caseId, digits);

export const deleteListed = (db: Db, caseId: string, digits: string): void =>
  void sql(db, 'DELETE FROM shortlist WHERE case_id = ? AND digits = ?').run(caseId, digits);
