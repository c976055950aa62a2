/**
 * Approvals that come from elsewhere: keys and tokens, the carrier's tasks of other PCs, delegations. The four eyes stand in the
 * tables too: no service, present or later, can write a decision of who made, asked or edited last, or change or reuse a decided one.
 */
export const createCarriedApprovals = `
ALTER TABLE approvals ADD COLUMN on_behalf_of TEXT;
ALTER TABLE approvals ADD COLUMN decided_name TEXT;
ALTER TABLE approvals ADD COLUMN via TEXT CHECK(via IS NULL OR via IN ('desk','beside','batch','token','remote'));

CREATE TRIGGER approvals_begin_requested BEFORE INSERT ON approvals WHEN NEW.state <> 'requested' OR NEW.decided_by IS NOT NULL OR NEW.used_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'an approval begins as a request'); END;
CREATE TRIGGER approvals_no_delete BEFORE DELETE ON approvals BEGIN SELECT raise(ABORT, 'approvals are kept'); END;
CREATE TRIGGER approvals_bound BEFORE UPDATE OF approval_id, case_id, requested_by, requested_at, reason, binding, binding_hash ON approvals
BEGIN SELECT raise(ABORT, 'a request does not change'); END;
CREATE TRIGGER approvals_four_eyes BEFORE UPDATE ON approvals WHEN NEW.state IN ('approved','returned') AND (
  NEW.decided_by IS NULL OR NEW.decided_at IS NULL OR (NEW.state = 'approved' AND NEW.expires_at IS NULL) OR upper(trim(NEW.decided_by)) = upper(trim(NEW.requested_by))
  OR (OLD.state = 'requested' AND EXISTS(SELECT 1 FROM cases c WHERE c.case_id = NEW.case_id AND upper(trim(NEW.decided_by)) IN (upper(trim(c.created_by)), upper(trim(c.edited_by))))))
BEGIN SELECT raise(ABORT, 'four eyes'); END;
CREATE TRIGGER approvals_decided_once BEFORE UPDATE ON approvals WHEN OLD.state <> 'requested' AND (
  (NEW.state <> OLD.state AND NOT (OLD.state IN ('approved','returned') AND NEW.state = 'requested' AND OLD.used_at IS NULL))
  OR (NEW.state = OLD.state AND (NEW.decided_by IS NOT OLD.decided_by OR NEW.decided_at IS NOT OLD.decided_at OR NEW.expires_at IS NOT OLD.expires_at)))
BEGIN SELECT raise(ABORT, 'decided once'); END;
CREATE TRIGGER approvals_used_once BEFORE UPDATE OF used_at ON approvals WHEN OLD.used_at IS NOT NULL OR NEW.used_at IS NULL OR NEW.state <> 'approved' OR NEW.used_at >= NEW.expires_at
  OR EXISTS(SELECT 1 FROM cases c WHERE c.case_id = NEW.case_id AND upper(trim(NEW.decided_by)) IN (upper(trim(c.created_by)), upper(trim(c.edited_by))))
BEGIN SELECT raise(ABORT, 'used once, in time, by other hands'); END;
CREATE INDEX approvals_by_decision ON approvals(decided_at DESC) WHERE decided_by IS NOT NULL;

CREATE TABLE signing_keys(
  key_id TEXT PRIMARY KEY, staff_no TEXT NOT NULL REFERENCES staff, public_key TEXT NOT NULL, sealed TEXT NOT NULL, carried TEXT NOT NULL, made_at TEXT NOT NULL, ended_at TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX signing_keys_current ON signing_keys(staff_no) WHERE ended_at IS NULL;

CREATE TABLE trusted_signers(
  key_id TEXT PRIMARY KEY, staff_no TEXT NOT NULL, name TEXT NOT NULL, hall_code TEXT NOT NULL, public_key TEXT NOT NULL, added_at TEXT NOT NULL, added_by TEXT NOT NULL, ended_at TEXT, ended_by TEXT
) STRICT, WITHOUT ROWID;
CREATE TRIGGER trusted_signers_no_delete BEFORE DELETE ON trusted_signers BEGIN SELECT raise(ABORT, 'trusted_signers are kept'); END;
CREATE TRIGGER trusted_signers_bound BEFORE UPDATE ON trusted_signers WHEN OLD.ended_at IS NOT NULL OR NEW.public_key <> OLD.public_key OR NEW.staff_no <> OLD.staff_no OR NEW.key_id <> OLD.key_id
BEGIN SELECT raise(ABORT, 'a signer only ends'); END;

CREATE TABLE approval_tokens(
  token_id TEXT PRIMARY KEY, approval_id TEXT NOT NULL UNIQUE REFERENCES approvals, key_id TEXT NOT NULL REFERENCES trusted_signers, decided_by TEXT NOT NULL, token TEXT NOT NULL,
  imported_at TEXT NOT NULL, imported_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER approval_tokens_no_update BEFORE UPDATE ON approval_tokens BEGIN SELECT raise(ABORT, 'approval_tokens is append-only'); END;
CREATE TRIGGER approval_tokens_no_delete BEFORE DELETE ON approval_tokens BEGIN SELECT raise(ABORT, 'approval_tokens is append-only'); END;

CREATE TABLE signed_tokens(token_id TEXT PRIMARY KEY, request_id TEXT NOT NULL UNIQUE, staff_no TEXT NOT NULL, packet TEXT NOT NULL CHECK(json_valid(packet)), token TEXT NOT NULL, signed_at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE delegations(
  delegation_id TEXT PRIMARY KEY, from_no TEXT NOT NULL REFERENCES staff, to_no TEXT NOT NULL REFERENCES staff, from_day TEXT NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL,
  made_at TEXT NOT NULL, ended_at TEXT, CHECK(from_no <> to_no), CHECK(from_day <= until)
) STRICT, WITHOUT ROWID;

CREATE TABLE remote_tasks(
  flow_id TEXT PRIMARY KEY, task_id TEXT, state TEXT NOT NULL CHECK(state IN ('active','completed','cancelled')), stale INTEGER NOT NULL,
  packet TEXT CHECK(packet IS NULL OR json_valid(packet)), decision TEXT CHECK(decision IS NULL OR json_valid(decision)), own_decision TEXT CHECK(own_decision IS NULL OR json_valid(own_decision)), seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_tasks_stale ON remote_tasks(flow_id) WHERE stale = 1;

DROP TRIGGER outbox_no_delete;
CREATE TABLE outbox_next(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
  body TEXT NOT NULL CHECK(json_valid(body)), state TEXT NOT NULL CHECK(state IN ('waiting','sending','sent','parked','superseded')),
  attempts INTEGER NOT NULL DEFAULT 0, next_attempt_at TEXT NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL, sent_at TEXT,
  frozen TEXT, failure TEXT CHECK(failure IS NULL OR json_valid(failure))
) STRICT;
INSERT INTO outbox_next SELECT seq, key, case_id, kind, subject, body, state, attempts, next_attempt_at, created_at, created_by, sent_at, frozen, failure FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;
CREATE INDEX outbox_open ON outbox(case_id, seq) WHERE state IN ('waiting','sending','parked');
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN SELECT raise(ABORT, 'nothing of the outbox is deleted'); END;
`;
