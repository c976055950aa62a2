/** Sealed papers, scanned documents and print jobs. The bytes lie in the vault; rows hold their hash. */
export const createPapers = `
CREATE TABLE papers(
  paper_id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases, kind TEXT NOT NULL CHECK(kind IN ('agreement','form','receipt')),
  document_no TEXT NOT NULL UNIQUE, content_digest TEXT NOT NULL, basis_digest TEXT NOT NULL, content TEXT NOT NULL CHECK(json_valid(content)), file_id TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, template_version TEXT NOT NULL, by_hand INTEGER NOT NULL DEFAULT 0, print_count INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX papers_by_case ON papers(case_id, kind, made_at);

CREATE TABLE documents(
  document_id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases, kind TEXT NOT NULL, file_id TEXT NOT NULL, thumb_id TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, sha256 TEXT NOT NULL, marked_id TEXT NOT NULL, marked_sha256 TEXT NOT NULL, marked_size INTEGER NOT NULL, source TEXT NOT NULL, added_at TEXT NOT NULL, added_by TEXT NOT NULL,
  verdict TEXT NOT NULL DEFAULT 'unjudged', note TEXT NOT NULL DEFAULT '', judged_by TEXT, judged_at TEXT,
  removed_at TEXT, removed_by TEXT, remove_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_by_case ON documents(case_id, added_at) WHERE removed_at IS NULL;

CREATE TABLE print_jobs(
  job_id TEXT PRIMARY KEY, paper_id TEXT NOT NULL REFERENCES papers, printer TEXT NOT NULL, copies INTEGER NOT NULL, copy_no INTEGER NOT NULL,
  reprint INTEGER NOT NULL, reason TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', spool_id TEXT, requested_at TEXT NOT NULL,
  requested_by TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX print_jobs_by_paper ON print_jobs(paper_id, requested_at);
`;
