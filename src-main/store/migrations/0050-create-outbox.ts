/** The outbox, what the carrier called our things, the orders and the event feed's place. */
export const createOutbox = `
CREATE TABLE outbox(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL REFERENCES cases, kind TEXT NOT NULL, subject TEXT NOT NULL,
  body TEXT NOT NULL CHECK(json_valid(body)), state TEXT NOT NULL CHECK(state IN ('waiting','sending','sent','parked','superseded')),
  attempts INTEGER NOT NULL DEFAULT 0, next_attempt_at TEXT NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL, sent_at TEXT,
  frozen TEXT, failure TEXT CHECK(failure IS NULL OR json_valid(failure))
) STRICT;
CREATE INDEX outbox_open ON outbox(case_id, seq) WHERE state IN ('waiting','sending','parked');
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN SELECT raise(ABORT, 'nothing of the outbox is deleted'); END;

CREATE TABLE remote_ids(case_id TEXT NOT NULL REFERENCES cases, subject TEXT NOT NULL, remote_id TEXT NOT NULL, PRIMARY KEY(case_id, subject)) STRICT, WITHOUT ROWID;

CREATE TABLE orders(
  case_id TEXT PRIMARY KEY REFERENCES cases, submitted_at TEXT NOT NULL, submitted_by TEXT NOT NULL, clock_start_at TEXT NOT NULL, due_date TEXT NOT NULL,
  provisional INTEGER NOT NULL, working_days INTEGER NOT NULL, carrier_note TEXT, activated_at TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE order_history(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, case_id TEXT NOT NULL REFERENCES cases, at TEXT NOT NULL, code TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX order_history_by_case ON order_history(case_id, seq);

CREATE TABLE feed(topic TEXT PRIMARY KEY, cursor INTEGER NOT NULL, applied_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE feed_events(event_id TEXT PRIMARY KEY, cursor INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
