/**
 * Leases, what was seen of each device's journal, and what was answered to a restored device. A number is in one state in one row;
 * `assignment` is the second net: whatever the code does, no number has two live assignments.
 */
export const leaseSchema = `
CREATE TABLE number_state_2 (
  number TEXT PRIMARY KEY, status TEXT NOT NULL CHECK (status IN ('leased', 'reserved', 'allocated')),
  reservation_id TEXT, hold_until INTEGER, lease_epoch INTEGER, device TEXT, case_ref TEXT,
  CHECK (status = 'leased' OR reservation_id IS NOT NULL), CHECK (status <> 'leased' OR (lease_epoch IS NOT NULL AND device IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO number_state_2 (number, status, reservation_id, hold_until) SELECT number, status, reservation_id, hold_until FROM number_state;
DROP TABLE number_state;
ALTER TABLE number_state_2 RENAME TO number_state;
CREATE INDEX number_state_hold ON number_state (hold_until) WHERE hold_until IS NOT NULL;
CREATE INDEX number_state_lease ON number_state (lease_epoch) WHERE lease_epoch IS NOT NULL;

CREATE TABLE assignment (number TEXT NOT NULL, reservation_id TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX assignment_one_live ON assignment (number) WHERE ended = 0;
INSERT INTO assignment (number, reservation_id) SELECT number, reservation_id FROM number_state;

CREATE TABLE lease (
  epoch INTEGER PRIMARY KEY, hall TEXT NOT NULL, device TEXT NOT NULL, grant_key TEXT NOT NULL, numbers TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'closed', 'overdue', 'forced')), frozen_why TEXT, pick_until INTEGER NOT NULL, settle_until INTEGER NOT NULL,
  renewals INTEGER NOT NULL, head_seq INTEGER NOT NULL, head_hash TEXT NOT NULL, UNIQUE (device, grant_key)
) STRICT;
CREATE INDEX lease_settle ON lease (settle_until) WHERE state = 'active';

CREATE TABLE lease_seen (
  epoch INTEGER NOT NULL REFERENCES lease, hash TEXT NOT NULL, pick_seq INTEGER NOT NULL, digits TEXT NOT NULL, prev_hash TEXT NOT NULL, PRIMARY KEY (epoch, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE restore_notice (device TEXT NOT NULL, notice_id TEXT NOT NULL, epoch_floor INTEGER NOT NULL, PRIMARY KEY (device, notice_id)) STRICT, WITHOUT ROWID;
`;
