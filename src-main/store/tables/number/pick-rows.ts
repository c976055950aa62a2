import { type Db, sql } from '../../db.ts';

/** How a case stands to its number. `leased`: from this PC's block, sure and not yet claimed; `released` picks are history. */
export type HoldState = 'granted' | 'provisional' | 'leased' | 'lost' | 'expired' | 'released';

/** The number a case picked, with the grade and rule version frozen at the moment of the hold. `ranked`: the list the customer chose, of which `digits` is or became the one. */
export type PickRow = {
  readonly pickId: number; readonly caseId: string; readonly digits: string; readonly grade: number; readonly ruleId: string | null; readonly rulesVersion: string;
  readonly hold: HoldState; readonly reservationId: string | null; readonly expiresAt: string | null; readonly heldAt: string; readonly fallbacks: readonly string[]; readonly ranked: readonly string[];
};

type Raw = {
  pick_id: number; case_id: string; digits: string; grade: number; rule_id: string | null; rules_version: string; hold: HoldState; reservation_id: string | null;
  expires_at: string | null; held_at: string; fallbacks: string; ranked: string;
};
const toRow = (raw: Raw): PickRow => ({
  pickId: raw.pick_id, caseId: raw.case_id, digits: raw.digits, grade: raw.grade, ruleId: raw.rule_id, rulesVersion: raw.rules_version, hold: raw.hold,
  reservationId: raw.reservation_id, expiresAt: raw.expires_at, heldAt: raw.held_at, fallbacks: JSON.parse(raw.fallbacks) as string[],
  ranked: JSON.parse(raw.ranked) as string[],
});

export const currentPick = (db: Db, caseId: string): PickRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM picks WHERE case_id = ? AND current = 1').get(caseId);
  return raw ? toRow(raw) : null;
};

/** Makes a pick the case's current one; an earlier one stays as history with its last state. */
export function insertPick(db: Db, pick: Omit<PickRow, 'pickId'>): void {
  sql(db, 'UPDATE picks SET current = 0 WHERE case_id = ? AND current = 1').run(pick.caseId);
  sql(db, `INSERT INTO picks(case_id, digits, grade, rule_id, rules_version, hold, reservation_id, expires_at, held_at, fallbacks, ranked, current)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`).run(
    pick.caseId, pick.digits, pick.grade, pick.ruleId, pick.rulesVersion, pick.hold, pick.reservationId, pick.expiresAt, pick.heldAt, JSON.stringify(pick.fallbacks), JSON.stringify(pick.ranked));
}

export const setHold = (db: Db, pickId: number, hold: HoldState, expiresAt: string | null): void =>
  void sql(db, 'UPDATE picks SET hold = ?, expires_at = ?, current = CASE WHEN ? = \'released\' THEN 0 ELSE current END WHERE pick_id = ?').run(hold, expiresAt, hold, pickId);

/** The carrier holds the number for us, under its own name for the hold. */
export const grantPick = (db: Db, pickId: number, reservationId: string, expiresAt: string): void =>
  void sql(db, "UPDATE picks SET hold = 'granted', reservation_id = ?, expires_at = ? WHERE pick_id = ?").run(reservationId, expiresAt, pickId);

/** A number that a case in the making keeps, with whose case it is. */
export type KeptNumber = {
  readonly caseId: string; readonly caseNo: string; readonly owner: string; readonly company: string; readonly creditCode: string;
  readonly digits: string; readonly hold: 'granted' | 'provisional' | 'leased'; readonly expiresAt: string | null;
};

/** Every number kept by a case of this PC that is still worked on; an order's number is a hold no more. */
export const keptNumbers = (db: Db): readonly KeptNumber[] =>
  sql<KeptNumber>(db, `SELECT p.case_id AS caseId, c.case_no AS caseNo, c.owner, c.company, c.credit_code AS creditCode, p.digits, p.hold, p.expires_at AS expiresAt
    FROM picks p JOIN cases c ON c.case_id = p.case_id
    WHERE p.current = 1 AND p.hold IN ('granted','provisional','leased') AND c.state = 'draft' ORDER BY p.held_at`).all();

/** Granted holds of cases still being worked on: what a missed event may have ended. */
export const grantedPicks = (db: Db): readonly PickRow[] =>
  sql<Raw>(db, `SELECT p.* FROM picks p JOIN cases c ON c.case_id = p.case_id
    WHERE p.current = 1 AND p.hold = 'granted' AND p.reservation_id IS NOT NULL AND c.state = 'draft'`).all().map(toRow);

export const findPickByReservation = (db: Db, reservationId: string): PickRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM picks WHERE reservation_id = ? AND current = 1').get(reservationId);
  return raw ? toRow(raw) : null;
};

/** Other open cases of this PC that picked the same number; a provisional pick must not collide at home. */
export const openPicksOf = (db: Db, digits: string): readonly PickRow[] =>
  sql<Raw>(db, `SELECT p.* FROM picks p JOIN cases c ON c.case_id = p.case_id
    WHERE p.digits = ? AND p.current = 1 AND p.hold IN ('granted','provisional','leased') AND c.state NOT IN ('cancelled','rejected','failed')`).all(digits).map(toRow);

/** Cases at work that have a number, held or provisional: each keeps the rules of its hold. */
export const countHeldPicks = (db: Db): number =>
  sql<{ count: number }>(db, `SELECT count(*) AS count FROM picks p JOIN cases c ON c.case_id = p.case_id
    WHERE p.current = 1 AND p.hold NOT IN ('lost','expired','released') AND c.state NOT IN ('completed','cancelled','rejected','failed')`).get()?.count ?? 0;
