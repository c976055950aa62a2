import { type Db, sql } from '../db.ts';

/** A signed test call that was made as a real call; the last word counts. */
export type RealCallRow = { readonly testCallId: string; readonly outcome: 'agreed' | 'different'; readonly note: string; readonly madeBy: string; readonly madeAt: string };

export const keepRealCall = (db: Db, caseId: string, row: RealCallRow): void =>
  void sql(db, `INSERT INTO real_calls(case_id, test_call_id, outcome, note, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT(case_id, test_call_id) DO UPDATE SET outcome = excluded.outcome, note = excluded.note, made_by = excluded.made_by, made_at = excluded.made_at`).run(
    caseId, row.testCallId, row.outcome, row.note, row.madeBy, row.madeAt);

export const listRealCalls = (db: Db, caseId: string): readonly RealCallRow[] =>
  sql<{ test_call_id: string; outcome: RealCallRow['outcome']; note: string; made_by: string; made_at: string }>(db, 'SELECT * FROM real_calls WHERE case_id = ? ORDER BY made_at').all(caseId)
    .map((raw) => ({ testCallId: raw.test_call_id, outcome: raw.outcome, note: raw.note, madeBy: raw.made_by, madeAt: raw.made_at }));
