/** Staff, settings of the hall, counters of this device, and the log of who looked at guarded data. */
export const createStaff = `
CREATE TABLE staff(
  staff_no TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL CHECK(role IN ('clerk','supervisor','auditor','admin')),
  password TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1, failed INTEGER NOT NULL DEFAULT 0, blocked_until TEXT, created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL CHECK(json_valid(value))) STRICT, WITHOUT ROWID;

CREATE TABLE counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE view_log(seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, staff_no TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL) STRICT;
CREATE TRIGGER view_log_no_update BEFORE UPDATE ON view_log BEGIN SELECT raise(ABORT, 'view_log is append-only'); END;
CREATE TRIGGER view_log_no_delete BEFORE DELETE ON view_log BEGIN SELECT raise(ABORT, 'view_log is append-only'); END;
`;
