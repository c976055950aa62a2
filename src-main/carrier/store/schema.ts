import { leaseSchema } from './schema-leases.ts';

/** The tables of the first version. A number without a row is as the seed says. */
const first = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE resource (
  kind TEXT NOT NULL, id TEXT NOT NULL, hall TEXT NOT NULL, version INTEGER NOT NULL,
  natural_key TEXT, parent TEXT, body TEXT NOT NULL, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;
CREATE UNIQUE INDEX resource_natural_key ON resource (kind, natural_key) WHERE natural_key IS NOT NULL;
CREATE INDEX resource_parent ON resource (kind, parent) WHERE parent IS NOT NULL;
CREATE INDEX resource_hall ON resource (kind, hall, created_at);

CREATE TABLE number_state (
  number TEXT PRIMARY KEY, status TEXT NOT NULL CHECK (status IN ('reserved', 'allocated')),
  reservation_id TEXT NOT NULL, hold_until INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX number_state_hold ON number_state (hold_until) WHERE hold_until IS NOT NULL;

CREATE TABLE attachment (
  document_id TEXT NOT NULL, attachment_id TEXT NOT NULL, digest TEXT NOT NULL, mime_type TEXT NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (document_id, attachment_id)
) STRICT;

CREATE TABLE idempotency (
  hall TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL, body TEXT NOT NULL,
  stored_at INTEGER NOT NULL, PRIMARY KEY (hall, key)
) STRICT;

CREATE TABLE feed_counter (topic TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE event (topic TEXT NOT NULL, cursor INTEGER NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (topic, cursor)) STRICT, WITHOUT ROWID;

CREATE TABLE order_work (
  order_id TEXT PRIMARY KEY, step TEXT NOT NULL CHECK (step IN ('begin', 'wait', 'finish', 'held')), due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX order_work_due ON order_work (step, due_at);
`;

/** Everything the carrier remembers, step by step; a file of an earlier version takes the steps it lacks. */
export const schemaSteps: readonly string[] = [first, leaseSchema];
