import type { Intent, IntentFailure, IntentKind, IntentState } from '#domain/outbox/intent.ts';
import { type Db, sql } from '../db.ts';

/** An intent with what is to be sent. `frozen` is the exact text of the first try: every repeat sends the same bytes. */
export type OutboxEntry = Intent & { readonly body: unknown; readonly frozen: string | null };

type Raw = {
  seq: number; key: string; case_id: string; kind: IntentKind; subject: string; body: string; state: IntentState; attempts: number; next_attempt_at: string; created_at: string;
  created_by: string; sent_at: string | null; frozen: string | null; failure: string | null;
};
const toRow = (raw: Raw): OutboxEntry => ({
  seq: raw.seq, key: raw.key, caseId: raw.case_id, kind: raw.kind, subject: raw.subject, body: JSON.parse(raw.body), state: raw.state, attempts: raw.attempts,
  nextAttemptAt: raw.next_attempt_at, createdAt: raw.created_at, createdBy: raw.created_by, sentAt: raw.sent_at, frozen: raw.frozen,
  failure: raw.failure === null ? null : (JSON.parse(raw.failure) as IntentFailure),
});

export type NewIntent = { readonly key: string; readonly caseId: string; readonly kind: IntentKind; readonly subject: string; readonly body: unknown; readonly createdAt: string; readonly createdBy: string;
  /** Not sent before; absent: at once. */
  readonly notBefore?: string;
};

/** Appends an intent; call it in the transaction of the change it belongs to. */
export const appendIntent = (db: Db, intent: NewIntent): void =>
  void sql(db, `INSERT INTO outbox(key, case_id, kind, subject, body, state, next_attempt_at, created_at, created_by) VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?)`).run(
    intent.key, intent.caseId, intent.kind, intent.subject, JSON.stringify(intent.body), intent.notBefore ?? intent.createdAt, intent.createdAt, intent.createdBy);

/** At start: what was being sent when the program died is sent again with the same key. */
export const reviveSending = (db: Db): number => sql(db, "UPDATE outbox SET state = 'waiting' WHERE state = 'sending'").run().changes;

// A hold or claim waits only for what concerns its number: another hall may be asking for it while a scan goes up or a paper is parked.
const free = `NOT EXISTS(SELECT 1 FROM outbox e WHERE e.case_id = o.case_id AND e.seq < o.seq AND e.state IN ('waiting','sending','parked')
  AND (o.kind NOT IN ('hold-number','claim-number') OR e.kind IN ('hold-number','claim-number','release-number','place-order','cancel-order')))`;

/** The head of each case's lane that is due; a parked or waiting head blocks only its own case. */
export const dueHeads = (db: Db, now: string, limit: number): readonly OutboxEntry[] =>
  sql<Raw>(db, `SELECT o.* FROM outbox o WHERE o.state = 'waiting' AND o.next_attempt_at <= ? AND ${free} ORDER BY o.seq LIMIT ?`).all(now, limit).map(toRow);

/** When the next lane head is due; null when nothing waits. */
export const nextDueAt = (db: Db): string | null =>
  sql<{ at: string | null }>(db, `SELECT min(o.next_attempt_at) AS at FROM outbox o WHERE o.state = 'waiting' AND ${free}`).get()?.at ?? null;

export const markSending = (db: Db, seq: number, frozen: string): void =>
  void sql(db, "UPDATE outbox SET state = 'sending', frozen = coalesce(frozen, ?) WHERE seq = ?").run(frozen, seq);

/** Keeps what is about to be sent, before its first byte goes out. */
export const saveFrozen = (db: Db, seq: number, frozen: string): void =>
  void sql(db, "UPDATE outbox SET frozen = ? WHERE seq = ? AND state = 'sending'").run(frozen, seq);

// Each of the four ends a try, and only the try that is under way: a sender that stalled cannot overwrite what was settled since.
export const markSent = (db: Db, seq: number, at: string): void =>
  void sql(db, "UPDATE outbox SET state = 'sent', sent_at = ?, failure = NULL WHERE seq = ? AND state = 'sending'").run(at, seq);

export const markRetry = (db: Db, seq: number, nextAttemptAt: string, counts: boolean, failure: IntentFailure): void =>
  void sql(db, "UPDATE outbox SET state = 'waiting', next_attempt_at = ?, attempts = attempts + ?, failure = ? WHERE seq = ? AND state = 'sending'").run(nextAttemptAt, counts ? 1 : 0, JSON.stringify(failure), seq);

export const markParked = (db: Db, seq: number, failure: IntentFailure): void =>
  void sql(db, "UPDATE outbox SET state = 'parked', attempts = attempts + 1, failure = ? WHERE seq = ? AND state = 'sending'").run(JSON.stringify(failure), seq);

/** A person looked: try again now, with the same key and bytes. */
export const retryNow = (db: Db, seq: number, now: string): boolean =>
  sql(db, "UPDATE outbox SET state = 'waiting', next_attempt_at = ? WHERE seq = ? AND state IN ('parked','waiting')").run(now, seq).changes === 1;

/** The line came back: everything that waited for it is due now; what the carrier itself put off keeps its time. */
export const wakeAll = (db: Db, now: string): void =>
  void sql(db, "UPDATE outbox SET next_attempt_at = ? WHERE state = 'waiting' AND next_attempt_at > ? AND json_extract(failure, '$.code') = 'offline'").run(now, now);

/** Answered with a no that another intent or a person takes up; kept for the record with the answer. */
export const markReplaced = (db: Db, seq: number, failure: IntentFailure): void =>
  void sql(db, "UPDATE outbox SET state = 'superseded', failure = ? WHERE seq = ? AND state = 'sending'").run(JSON.stringify(failure), seq);

/** Ends an intent that another replaces; it is kept for the record. */
export const supersede = (db: Db, seq: number): void => void sql(db, "UPDATE outbox SET state = 'superseded' WHERE seq = ? AND state IN ('waiting','parked')").run(seq);

export const findIntent = (db: Db, seq: number): OutboxEntry | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM outbox WHERE seq = ?').get(seq);
  return raw ? toRow(raw) : null;
};

/** Unsent ones in the order of sending, then the latest sent. */
export const listOutbox = (db: Db, sentLimit = 50): readonly OutboxEntry[] => [
  ...sql<Raw>(db, "SELECT * FROM outbox WHERE state IN ('waiting','sending','parked') ORDER BY seq").all().map(toRow),
  ...sql<Raw>(db, "SELECT * FROM outbox WHERE state = 'sent' ORDER BY sent_at DESC, seq DESC LIMIT ?").all(sentLimit).map(toRow),
];

/** Unsent intents of one case, oldest first. */
export const openIntentsOf = (db: Db, caseId: string): readonly OutboxEntry[] =>
  sql<Raw>(db, "SELECT * FROM outbox WHERE case_id = ? AND state IN ('waiting','parked') ORDER BY seq").all(caseId).map(toRow);

/** The newest intent of a kind about one thing of a case, whatever became of it. */
export const intentAbout = (db: Db, caseId: string, kind: IntentKind, subject: string): OutboxEntry | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM outbox WHERE case_id = ? AND kind = ? AND subject = ? ORDER BY seq DESC LIMIT 1').get(caseId, kind, subject);
  return raw ? toRow(raw) : null;
};

/** The newest intent of a kind of a case that was not replaced by another. */
export const latestIntent = (db: Db, caseId: string, kind: IntentKind): OutboxEntry | null => {
  const raw = sql<Raw>(db, "SELECT * FROM outbox WHERE case_id = ? AND kind = ? AND state <> 'superseded' ORDER BY seq DESC LIMIT 1").get(caseId, kind);
  return raw ? toRow(raw) : null;
};

/** How every payment and refund of a case stands in the outbox, by the number of its receipt or voucher. */
export const moneyIntents = (db: Db, caseId: string): ReadonlyMap<string, IntentState> =>
  new Map(sql<{ subject: string; state: IntentState }>(db, "SELECT subject, state FROM outbox WHERE case_id = ? AND kind IN ('record-payment','record-refund') ORDER BY seq").all(caseId).map(({ subject, state }) => [subject, state]));

export const countOutbox = (db: Db): { readonly waiting: number; readonly parked: number } => {
  const raw = sql<{ waiting: number; parked: number }>(db, "SELECT coalesce(sum(state IN ('waiting','sending')), 0) AS waiting, coalesce(sum(state = 'parked'), 0) AS parked FROM outbox").get();
  return { waiting: raw?.waiting ?? 0, parked: raw?.parked ?? 0 };
};

/** What the carrier calls a thing of a case (`organization`, `agreement`, `order`, `document:<id>`…). */
export const remoteId = (db: Db, caseId: string, subject: string): string | null =>
  sql<{ remote_id: string }>(db, 'SELECT remote_id FROM remote_ids WHERE case_id = ? AND subject = ?').get(caseId, subject)?.remote_id ?? null;

export const saveRemoteId = (db: Db, caseId: string, subject: string, id: string): void =>
  void sql(db, 'INSERT INTO remote_ids(case_id, subject, remote_id) VALUES (?, ?, ?) ON CONFLICT(case_id, subject) DO UPDATE SET remote_id = excluded.remote_id').run(caseId, subject, id);

export const findCaseByRemoteId = (db: Db, subject: string, id: string): string | null =>
  sql<{ case_id: string }>(db, 'SELECT case_id FROM remote_ids WHERE subject = ? AND remote_id = ?').get(subject, id)?.case_id ?? null;
