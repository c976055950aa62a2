import { type Db, sql } from '../db.ts';

/** A print job: committed first, then handed to the printer; nothing waits for it. */
export type PrintRow = {
  readonly jobId: string; readonly paperId: string; readonly documentNo: string; readonly caseId: string | null; readonly printer: string; readonly copies: number; readonly copyNo: number;
  readonly reprint: boolean; readonly reason: string; readonly state: 'queued' | 'submitted' | 'printing' | 'left-queue' | 'failed' | 'cancelled'; readonly note: string;
  readonly spoolId: string | null; readonly requestedAt: string; readonly requestedBy: string;
};

type Raw = {
  job_id: string; paper_id: string; document_no: string; case_id: string | null; printer: string; copies: number; copy_no: number; reprint: number; reason: string; state: PrintRow['state'];
  note: string; spool_id: string | null; requested_at: string; requested_by: string;
};
const toRow = (raw: Raw): PrintRow => ({
  jobId: raw.job_id, paperId: raw.paper_id, documentNo: raw.document_no, caseId: raw.case_id, printer: raw.printer, copies: raw.copies, copyNo: raw.copy_no, reprint: raw.reprint === 1,
  reason: raw.reason, state: raw.state, note: raw.note, spoolId: raw.spool_id, requestedAt: raw.requested_at, requestedBy: raw.requested_by,
});

const select = 'SELECT j.*, p.document_no, p.case_id FROM print_jobs j JOIN papers p USING(paper_id)';

export const insertPrintJob = (db: Db, row: Omit<PrintRow, 'documentNo' | 'caseId' | 'state' | 'note' | 'spoolId'>): void =>
  void sql(db, `INSERT INTO print_jobs(job_id, paper_id, printer, copies, copy_no, reprint, reason, state, requested_at, requested_by, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)`).run(row.jobId, row.paperId, row.printer, row.copies, row.copyNo, row.reprint ? 1 : 0, row.reason, row.requestedAt, row.requestedBy, row.requestedAt);

export const setPrintState = (db: Db, jobId: string, state: PrintRow['state'], note: string, spoolId: string | null, at: string): void =>
  void sql(db, 'UPDATE print_jobs SET state = ?, note = ?, spool_id = coalesce(?, spool_id), updated_at = ? WHERE job_id = ?').run(state, note, spoolId, at, jobId);

export const findPrintJob = (db: Db, jobId: string): PrintRow | null => {
  const raw = sql<Raw>(db, `${select} WHERE j.job_id = ?`).get(jobId);
  return raw ? toRow(raw) : null;
};

export const listPrintJobs = (db: Db, caseId: string | null): readonly PrintRow[] =>
  (caseId === null ? sql<Raw>(db, `${select} ORDER BY j.requested_at DESC LIMIT 100`).all() : sql<Raw>(db, `${select} WHERE p.case_id = ? ORDER BY j.requested_at DESC`).all(caseId)).map(toRow);

/** Jobs that were not yet handed over when the program ended. */
export const queuedPrintJobs = (db: Db): readonly PrintRow[] => sql<Raw>(db, `${select} WHERE j.state IN ('queued','submitted','printing') ORDER BY j.requested_at`).all().map(toRow);
