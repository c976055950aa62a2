import type { FrozenWhy, LeaseBlock } from '#domain/lease/lease-block.ts';
import type { PickEntry, PickJournal } from '#domain/lease/pick-journal.ts';
import { type Db, sql } from '../../db.ts';

/** How the carrier took the closing report; null: not answered yet. */
export type ReportEnd = 'closed' | 'kept' | 'fenced';

/** A block with its closing report: the key is minted with the durable closed flag, so a repeat is the same report. */
export type LeaseRow = LeaseBlock & { readonly reportKey: string | null; readonly reportEnd: ReportEnd | null };

type Raw = {
  epoch: number; numbers: string; pick_until_ms: number; settle_until_ms: number; state: LeaseBlock['state']; frozen_why: FrozenWhy | null;
  report_key: string | null; report_end: ReportEnd | null;
};
const toRow = (raw: Raw): LeaseRow => ({
  epoch: raw.epoch, numbers: JSON.parse(raw.numbers) as string[], pickUntilMs: raw.pick_until_ms, settleUntilMs: raw.settle_until_ms, state: raw.state,
  frozenWhy: raw.frozen_why, reportKey: raw.report_key, reportEnd: raw.report_end,
});

/** Every block this database ever took in, oldest first. */
export const listLeases = (db: Db): readonly LeaseRow[] => sql<Raw>(db, 'SELECT * FROM leases ORDER BY epoch').all().map(toRow);

export const findLease = (db: Db, epoch: number): LeaseRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM leases WHERE epoch = ?').get(epoch);
  return raw ? toRow(raw) : null;
};

export const insertLease = (db: Db, block: LeaseBlock, at: string): void =>
  void sql(db, "INSERT INTO leases(epoch, numbers, pick_until_ms, settle_until_ms, state, taken_at) VALUES (?, ?, ?, ?, 'active', ?)").run(
    block.epoch, JSON.stringify(block.numbers), block.pickUntilMs, block.settleUntilMs, at);

/** Times, closed flag and freeze of a block as decided; a report key comes with the closed flag and stays. */
export const saveLease = (db: Db, block: LeaseBlock, reportKey: string | null): void =>
  void sql(db, 'UPDATE leases SET pick_until_ms = ?, settle_until_ms = ?, state = ?, frozen_why = ?, report_key = coalesce(report_key, ?) WHERE epoch = ?').run(
    block.pickUntilMs, block.settleUntilMs, block.state, block.frozenWhy, reportKey, block.epoch);

export const setReportEnd = (db: Db, epoch: number, end: ReportEnd): void => void sql(db, 'UPDATE leases SET report_end = ? WHERE epoch = ?').run(end, epoch);

type RawEntry = { epoch: number; pick_seq: number; digits: string; case_id: string; at_ms: number; prev_hash: string; hash: string };
const toEntry = (raw: RawEntry): PickEntry => ({
  epoch: raw.epoch, pickSeq: raw.pick_seq, digits: raw.digits, caseRef: raw.case_id, atMs: raw.at_ms, prevHash: raw.prev_hash, hash: raw.hash,
});

/** The picks of one epoch in order. */
export const journalOf = (db: Db, epoch: number): PickJournal => sql<RawEntry>(db, 'SELECT * FROM lease_journal WHERE epoch = ? ORDER BY pick_seq').all(epoch).map(toEntry);

export const insertPickEntry = (db: Db, entry: PickEntry): void =>
  void sql(db, 'INSERT INTO lease_journal(epoch, pick_seq, digits, case_id, at_ms, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    entry.epoch, entry.pickSeq, entry.digits, entry.caseRef, entry.atMs, entry.prevHash, entry.hash);

/** Picks of all epochs that the carrier has said nothing about yet. */
export const countUnsynced = (db: Db): number =>
  sql<{ n: number }>(db, 'SELECT count(*) AS n FROM lease_journal j WHERE NOT EXISTS(SELECT 1 FROM lease_claims c WHERE c.hash = j.hash)').get()?.n ?? 0;

export const countClaimed = (db: Db, epoch: number): number =>
  sql<{ n: number }>(db, "SELECT count(*) AS n FROM lease_claims c JOIN lease_journal j ON j.hash = c.hash WHERE j.epoch = ? AND c.outcome = 'claimed'").get(epoch)?.n ?? 0;

/** What the carrier said to a claim; its first word stays. */
export const saveClaimEnd = (db: Db, hash: string, outcome: 'claimed' | 'fenced', at: string): void =>
  void sql(db, 'INSERT INTO lease_claims(hash, outcome, at) VALUES (?, ?, ?) ON CONFLICT(hash) DO NOTHING').run(hash, outcome, at);
