/** The case, its events, its number picks and its approvals. */
export const createCases = `
CREATE TABLE cases(
  case_id TEXT PRIMARY KEY, case_no TEXT NOT NULL UNIQUE, state TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES staff,
  owner TEXT NOT NULL REFERENCES staff, created_at TEXT NOT NULL, edited_by TEXT NOT NULL, edited_at TEXT NOT NULL, revision INTEGER NOT NULL,
  parked_at TEXT, parked_note TEXT NOT NULL DEFAULT '', place_task TEXT NOT NULL DEFAULT 'customer', place_field TEXT,
  customer TEXT NOT NULL CHECK(json_valid(customer)), form TEXT NOT NULL CHECK(json_valid(form)), plan TEXT CHECK(plan IS NULL OR json_valid(plan)),
  by_hand TEXT NOT NULL DEFAULT '[]' CHECK(json_valid(by_hand)),
  company TEXT NOT NULL DEFAULT '', pinyin TEXT NOT NULL DEFAULT '', credit_code TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_by_edit ON cases(edited_at DESC);

CREATE TABLE last_places(staff_no TEXT PRIMARY KEY REFERENCES staff, case_id TEXT NOT NULL REFERENCES cases) STRICT, WITHOUT ROWID;

CREATE TABLE case_events(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, case_id TEXT NOT NULL REFERENCES cases, at TEXT NOT NULL, staff_no TEXT NOT NULL, kind TEXT NOT NULL,
  facts TEXT NOT NULL CHECK(json_valid(facts))
) STRICT;
CREATE INDEX case_events_by_case ON case_events(case_id, seq);
CREATE TRIGGER case_events_no_update BEFORE UPDATE ON case_events BEGIN SELECT raise(ABORT, 'case_events is append-only'); END;
CREATE TRIGGER case_events_no_delete BEFORE DELETE ON case_events BEGIN SELECT raise(ABORT, 'case_events is append-only'); END;

CREATE TABLE picks(
  pick_id INTEGER PRIMARY KEY AUTOINCREMENT, case_id TEXT NOT NULL REFERENCES cases, digits TEXT NOT NULL, grade INTEGER NOT NULL, rule_id TEXT,
  rules_version TEXT NOT NULL, hold TEXT NOT NULL CHECK(hold IN ('granted','provisional','lost','expired','released')), reservation_id TEXT,
  expires_at TEXT, held_at TEXT NOT NULL, fallbacks TEXT NOT NULL CHECK(json_valid(fallbacks)), current INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX picks_current ON picks(case_id) WHERE current = 1;
CREATE INDEX picks_by_digits ON picks(digits) WHERE current = 1;

CREATE TABLE approvals(
  approval_id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases, requested_by TEXT NOT NULL, requested_at TEXT NOT NULL, reason TEXT NOT NULL,
  binding TEXT NOT NULL, binding_hash TEXT NOT NULL, state TEXT NOT NULL CHECK(state IN ('requested','approved','returned','withdrawn')),
  decided_by TEXT, decided_at TEXT, reasons TEXT NOT NULL DEFAULT '[]' CHECK(json_valid(reasons)), note TEXT NOT NULL DEFAULT '',
  expires_at TEXT, used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX approvals_one_pending ON approvals(case_id) WHERE state = 'requested';
CREATE INDEX approvals_by_case ON approvals(case_id, requested_at);
`;
