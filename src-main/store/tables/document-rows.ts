import { type Db, sql } from '../db.ts';

/** One scanned page of a case; removed pages keep their row. */
export type ScanRow = {
  readonly documentId: string; readonly caseId: string; readonly kind: string; readonly fileId: string; readonly thumbId: string; readonly width: number; readonly height: number;
  readonly sha256: string;
  /** The copy that may leave, its purpose burnt into the pixels. */
  readonly marked: { readonly fileId: string; readonly sha256: string; readonly size: number }; readonly source: 'camera' | 'file'; readonly addedAt: string; readonly addedBy: string;
  readonly verdict: 'unjudged' | 'matches' | 'illegible' | 'differs' | 'expired'; readonly note: string;
};

type Raw = {
  document_id: string; case_id: string; kind: string; file_id: string; thumb_id: string; width: number; height: number; sha256: string; marked_id: string; marked_sha256: string; marked_size: number; source: ScanRow['source']; added_at: string;
  added_by: string; verdict: ScanRow['verdict']; note: string;
};
const toRow = (raw: Raw): ScanRow => ({
  documentId: raw.document_id, caseId: raw.case_id, kind: raw.kind, fileId: raw.file_id, thumbId: raw.thumb_id, width: raw.width, height: raw.height, sha256: raw.sha256, marked: { fileId: raw.marked_id, sha256: raw.marked_sha256, size: raw.marked_size },
  source: raw.source, addedAt: raw.added_at, addedBy: raw.added_by, verdict: raw.verdict, note: raw.note,
});

export const listScans = (db: Db, caseId: string): readonly ScanRow[] =>
  sql<Raw>(db, 'SELECT * FROM documents WHERE case_id = ? AND removed_at IS NULL ORDER BY added_at').all(caseId).map(toRow);

export const findScan = (db: Db, documentId: string): ScanRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM documents WHERE document_id = ? AND removed_at IS NULL').get(documentId);
  return raw ? toRow(raw) : null;
};

export const insertScan = (db: Db, row: Omit<ScanRow, 'verdict' | 'note'>): void =>
  void sql(db, `INSERT INTO documents(document_id, case_id, kind, file_id, thumb_id, width, height, sha256, marked_id, marked_sha256, marked_size, source, added_at, added_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(row.documentId, row.caseId, row.kind, row.fileId, row.thumbId, row.width, row.height, row.sha256, row.marked.fileId, row.marked.sha256, row.marked.size, row.source, row.addedAt, row.addedBy);

export const judgeScan = (db: Db, documentId: string, verdict: ScanRow['verdict'], note: string, by: string, at: string): void =>
  void sql(db, 'UPDATE documents SET verdict = ?, note = ?, judged_by = ?, judged_at = ? WHERE document_id = ?').run(verdict, note, by, at, documentId);

export const removeScan = (db: Db, documentId: string, by: string, at: string, reason: string): void =>
  void sql(db, 'UPDATE documents SET removed_at = ?, removed_by = ?, remove_reason = ? WHERE document_id = ?').run(at, by, reason, documentId);
