import { type Db, sql } from '../db.ts';

/** A sealed PDF; its bytes lie in the vault under `fileId`, `sha256` is of the whole file. */
export type SealedPaper = {
  readonly paperId: string; /** null: a day sheet, which is of no case. */ readonly caseId: string | null; readonly kind: 'agreement' | 'form' | 'receipt' | 'reversal' | 'comparison' | 'day-sheet'; readonly documentNo: string; /** Digest of what the paper was made from: another digest now means that it is outdated. */
  readonly contentDigest: string; readonly basisDigest: string; readonly content: string; readonly fileId: string; readonly sha256: string; readonly size: number; readonly madeAt: string; readonly madeBy: string; readonly templateVersion: string;
  readonly byHand: boolean; readonly printCount: number;
  /** The numbers it was signed for, first choice first; null: sealed before papers remembered them, or a receipt. */
  readonly numbers: readonly string[] | null;
};

type Raw = {
  paper_id: string; case_id: string | null; kind: SealedPaper['kind']; document_no: string; content_digest: string; basis_digest: string; content: string; file_id: string; sha256: string; size: number; made_at: string;
  made_by: string; template_version: string; by_hand: number; print_count: number; numbers: string | null;
};
const toRow = (raw: Raw): SealedPaper => ({
  paperId: raw.paper_id, caseId: raw.case_id, kind: raw.kind, documentNo: raw.document_no, contentDigest: raw.content_digest, basisDigest: raw.basis_digest, content: raw.content, fileId: raw.file_id,
  sha256: raw.sha256, size: raw.size, madeAt: raw.made_at, madeBy: raw.made_by, templateVersion: raw.template_version, byHand: raw.by_hand === 1, printCount: raw.print_count,
  numbers: raw.numbers === null ? null : (JSON.parse(raw.numbers) as string[]),
});

export const findPaper = (db: Db, paperId: string): SealedPaper | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM papers WHERE paper_id = ?').get(paperId);
  return raw ? toRow(raw) : null;
};

/** The newest paper of a kind; earlier ones stay as history. */
export const latestPaper = (db: Db, caseId: string, kind: SealedPaper['kind']): SealedPaper | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM papers WHERE case_id = ? AND kind = ? ORDER BY made_at DESC, document_no DESC LIMIT 1').get(caseId, kind);
  return raw ? toRow(raw) : null;
};

export const listPapers = (db: Db, caseId: string): readonly SealedPaper[] =>
  sql<Raw>(db, 'SELECT * FROM papers WHERE case_id = ? ORDER BY made_at').all(caseId).map(toRow);

export const insertPaper = (db: Db, row: Omit<SealedPaper, 'printCount'>): void =>
  void sql(db, `INSERT INTO papers(paper_id, case_id, kind, document_no, content_digest, basis_digest, content, file_id, sha256, size, made_at, made_by, template_version, by_hand, numbers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(row.paperId, row.caseId, row.kind, row.documentNo, row.contentDigest, row.basisDigest, row.content, row.fileId, row.sha256, row.size,
    row.madeAt, row.madeBy, row.templateVersion, row.byHand ? 1 : 0, row.numbers === null ? null : JSON.stringify(row.numbers));

/** Counts copies handed to the printer; returns the count before, so the first of them is copy number before + 1. */
export function countPrint(db: Db, paperId: string, copies: number): number {
  const raw = sql<{ print_count: number }>(db, 'UPDATE papers SET print_count = print_count + ? WHERE paper_id = ? RETURNING print_count').get(copies, paperId);
  return (raw?.print_count ?? copies) - copies;
}

/** Vault files that some row still names; the rest are left-overs of a step that never committed. */
export const namedFiles = (db: Db): ReadonlySet<string> =>
  new Set(sql<{ id: string }>(db, 'SELECT file_id AS id FROM papers UNION SELECT file_id FROM documents UNION SELECT thumb_id FROM documents UNION SELECT marked_id FROM documents').all().map((raw) => raw.id));
