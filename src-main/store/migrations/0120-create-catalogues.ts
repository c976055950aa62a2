/** The catalogues that this console has used, and what the comparison of a case was made from. */
export const createCatalogues = `
CREATE TABLE catalogues(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, version TEXT NOT NULL UNIQUE, source TEXT NOT NULL CHECK(source IN ('shipped','carrier','hall')),
  content TEXT NOT NULL CHECK(json_valid(content)), note TEXT NOT NULL, taken_at TEXT NOT NULL, taken_by TEXT
) STRICT;
CREATE TRIGGER catalogues_no_update BEFORE UPDATE ON catalogues BEGIN SELECT raise(ABORT, 'catalogues is append-only'); END;
CREATE TRIGGER catalogues_no_delete BEFORE DELETE ON catalogues BEGIN SELECT raise(ABORT, 'catalogues is append-only'); END;

CREATE TABLE case_usage(
  case_id TEXT PRIMARY KEY REFERENCES cases, usage TEXT NOT NULL CHECK(json_valid(usage)), kept_at TEXT NOT NULL, kept_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- No caller's number is kept: time, length and kind of each call, packed.
CREATE TABLE call_lists(
  case_id TEXT PRIMARY KEY REFERENCES cases, file_name TEXT NOT NULL, imported_at TEXT NOT NULL, imported_by TEXT NOT NULL, calls BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`;
