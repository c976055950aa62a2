import { type Db, sql } from '../db.ts';

/** The usage a customer told, as JSON of the contract's shape; null: nobody has asked yet. */
export const findUsage = (db: Db, caseId: string): { readonly usage: string; readonly keptAt: string } | null =>
  sql<{ usage: string; keptAt: string }>(db, 'SELECT usage, kept_at AS keptAt FROM case_usage WHERE case_id = ?').get(caseId) ?? null;

type Keeping = { readonly caseId: string; readonly by: string; readonly at: string };

export const keepUsage = (db: Db, { caseId, by, at }: Keeping, usage: string): void =>
  void sql(db, `INSERT INTO case_usage(case_id, usage, kept_at, kept_by) VALUES (?, ?, ?, ?)
    ON CONFLICT(case_id) DO UPDATE SET usage = excluded.usage, kept_at = excluded.kept_at, kept_by = excluded.kept_by`).run(caseId, usage, at, by);

/** A call list without any caller's number: `calls` is packed (services/plans/calls/pack-calls.ts). */
export type CallListRow = { readonly fileName: string; readonly importedAt: string; readonly calls: Uint8Array };

export const findCallList = (db: Db, caseId: string): CallListRow | null =>
  sql<CallListRow>(db, 'SELECT file_name AS fileName, imported_at AS importedAt, calls FROM call_lists WHERE case_id = ?').get(caseId) ?? null;

export const keepCallList = (db: Db, { caseId, by, at }: Keeping, fileName: string, calls: Uint8Array): void =>
  void sql(db, `INSERT INTO call_lists(case_id, file_name, imported_at, imported_by, calls) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT(case_id) DO UPDATE SET file_name = excluded.file_name, imported_at = excluded.imported_at, imported_by = excluded.imported_by, calls = excluded.calls`).run(caseId, fileName, at, by, calls);

export const forgetCallList = (db: Db, caseId: string): void => void sql(db, 'DELETE FROM call_lists WHERE case_id = ?').run(caseId);
