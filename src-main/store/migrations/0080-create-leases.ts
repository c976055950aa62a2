/**
 * Blocks of numbers lent to this PC, the chained journal of picks, what became of each claim, and the mark of this database's life.
 * `picks` is rebuilt because a pick may now be `leased`; its rows keep their ids.
 */
export const createLeases = `
CREATE TABLE picks_80(
  pick_id INTEGER PRIMARY KEY AUTOINCREMENT, case_id TEXT NOT NULL REFERENCES cases, digits TEXT NOT NULL, grade INTEGER NOT NULL, rule_id TEXT,
  rules_version TEXT NOT NULL, hold TEXT NOT NULL CHECK(hold IN ('granted','provisional','leased','lost','expired','released')), reservation_id TEXT,
  expires_at TEXT, held_at TEXT NOT NULL, fallbacks TEXT NOT NULL CHECK(json_valid(fallbacks)), current INTEGER NOT NULL
) STRICT;
INSERT INTO picks_80 SELECT pick_id, case_id, digits, grade, rule_id, rules_version, hold, reservation_id, expires_at, held_at, fallbacks, current FROM picks;
DROP TABLE picks;
ALTER TABLE picks_80 RENAME TO picks;
CREATE UNIQUE INDEX picks_current ON picks(case_id) WHERE current = 1;
CREATE INDEX picks_by_digits ON picks(digits) WHERE current = 1;

CREATE TABLE leases(
  epoch INTEGER PRIMARY KEY, numbers TEXT NOT NULL CHECK(json_valid(numbers)), pick_until_ms INTEGER NOT NULL, settle_until_ms INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('active','closed')), frozen_why TEXT CHECK(frozen_why IN ('restored','copied','journal-forked')),
  taken_at TEXT NOT NULL, report_key TEXT, report_end TEXT CHECK(report_end IN ('closed','kept','fenced')),
  CHECK((state = 'closed') = (report_key IS NOT NULL))
) STRICT;
CREATE TRIGGER leases_stay_closed BEFORE UPDATE ON leases WHEN OLD.state = 'closed' AND NEW.state <> 'closed' BEGIN SELECT raise(ABORT, 'a closed block never opens again'); END;
CREATE TRIGGER leases_no_delete BEFORE DELETE ON leases BEGIN SELECT raise(ABORT, 'nothing of the leases is deleted'); END;

CREATE TABLE lease_journal(
  epoch INTEGER NOT NULL REFERENCES leases, pick_seq INTEGER NOT NULL, digits TEXT NOT NULL, case_id TEXT NOT NULL REFERENCES cases, at_ms INTEGER NOT NULL,
  prev_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, PRIMARY KEY(epoch, pick_seq), UNIQUE(epoch, digits)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER lease_journal_no_update BEFORE UPDATE ON lease_journal BEGIN SELECT raise(ABORT, 'lease_journal is append-only'); END;
CREATE TRIGGER lease_journal_no_delete BEFORE DELETE ON lease_journal BEGIN SELECT raise(ABORT, 'lease_journal is append-only'); END;

CREATE TABLE lease_claims(
  hash TEXT PRIMARY KEY REFERENCES lease_journal(hash), outcome TEXT NOT NULL CHECK(outcome IN ('claimed','fenced')), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device_life(
  id INTEGER PRIMARY KEY CHECK(id = 1), device_key_id TEXT NOT NULL, incarnation INTEGER NOT NULL, boot_id TEXT NOT NULL, previous_boot_id TEXT,
  epoch_floor INTEGER, notice_id TEXT, notice_why TEXT CHECK(notice_why IN ('restored','copied')), highest_ms INTEGER NOT NULL DEFAULT 0, grant_key TEXT
) STRICT;
`;
