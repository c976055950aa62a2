import type { CashCount } from '#domain/till/count-cash.ts';
import type { TenderKind } from '#domain/till/tender.ts';
import { type Db, sql } from '../db.ts';

/** A shift as opened, with its close when there is one. */
export type ShiftRecord = {
  readonly shiftId: string; readonly shiftNo: string; readonly staffNo: string; readonly desk: number; readonly openedAt: string; readonly floatLi: number; readonly close: CloseRecord | null;
};

/** How a shift ended; `expected` is what its rows gave then. */
export type CloseRecord = {
  readonly countId: number; readonly closedAt: string; readonly closedBy: string; readonly authorisedBy: string | null; readonly note: string; readonly depositLi: number; readonly depositBag: string;
  readonly floatLeftLi: number; readonly expected: Readonly<Record<TenderKind, number>>; readonly sheetPaperId: string;
};

/** One count; an earlier one stays. `entriesSeen`: how many rows the shift had then, for a count says nothing about money taken after it. */
export type CountRecord = {
  readonly countId: number; readonly shiftId: string; readonly countedAt: string; readonly countedBy: string; readonly entriesSeen: number; readonly cash: CashCount;
  readonly others: Readonly<Record<Exclude<TenderKind, 'cash'>, number>>; readonly slips: readonly { readonly entryId: string; readonly li: number }[];
};

/** What was said about a mismatch; the latest stands. */
export type ExplanationRecord = {
  readonly shiftId: string; readonly mismatchId: string; readonly action: 'in-transit' | 'explained'; readonly note: string; readonly explainedAt: string; readonly explainedBy: string; readonly authorisedBy: string | null;
};

type RawShift = {
  shift_id: string; shift_no: string; staff_no: string; desk: number; opened_at: string; float_li: number; count_id: number | null; closed_at: string; closed_by: string; authorised_by: string | null;
  note: string; deposit_li: number; deposit_bag: string; float_left_li: number; expected: string; sheet_paper_id: string;
};
const toShift = (raw: RawShift): ShiftRecord => ({
  shiftId: raw.shift_id, shiftNo: raw.shift_no, staffNo: raw.staff_no, desk: raw.desk, openedAt: raw.opened_at, floatLi: raw.float_li,
  close: raw.count_id === null ? null : {
    countId: raw.count_id, closedAt: raw.closed_at, closedBy: raw.closed_by, authorisedBy: raw.authorised_by, note: raw.note, depositLi: raw.deposit_li, depositBag: raw.deposit_bag,
    floatLeftLi: raw.float_left_li, expected: JSON.parse(raw.expected) as CloseRecord['expected'], sheetPaperId: raw.sheet_paper_id,
  },
});

const select = `SELECT s.*, c.count_id, c.closed_at, c.closed_by, c.authorised_by, c.note, c.deposit_li, c.deposit_bag, c.float_left_li, c.expected, c.sheet_paper_id
  FROM shifts s LEFT JOIN shift_closes c USING(shift_id)`;

export const findShift = (db: Db, shiftId: string): ShiftRecord | null => {
  const raw = sql<RawShift>(db, `${select} WHERE s.shift_id = ?`).get(shiftId);
  return raw ? toShift(raw) : null;
};

/** The one shift of this PC that is not closed. */
export const openShift = (db: Db): ShiftRecord | null => {
  const raw = sql<RawShift>(db, `${select} WHERE c.shift_id IS NULL`).get();
  return raw ? toShift(raw) : null;
};

/** When the shift after this one was opened; null while there is none. */
export const openedAfter = (db: Db, shiftId: string): string | null =>
  sql<{ at: string }>(db, 'SELECT n.opened_at AS at FROM shifts n WHERE n.rank > (SELECT rank FROM shifts WHERE shift_id = ?) ORDER BY n.rank LIMIT 1').get(shiftId)?.at ?? null;

/** Opened in a span of moments, newest first. */
export const listShifts = (db: Db, from: string, before: string, limit: number): readonly ShiftRecord[] =>
  sql<RawShift>(db, `${select} WHERE s.opened_at >= ? AND s.opened_at < ? ORDER BY s.rank DESC LIMIT ?`).all(from, before, limit).map(toShift);

/** What the last close left in the drawer; 0 before the first. */
export const floatLeft = (db: Db): number =>
  sql<{ li: number }>(db, 'SELECT c.float_left_li AS li FROM shift_closes c JOIN shifts s USING(shift_id) ORDER BY s.rank DESC LIMIT 1').get()?.li ?? 0;

/** What the close before this shift left in the drawer; null before the first. */
export const floatLeftBefore = (db: Db, shiftId: string): number | null =>
  sql<{ li: number }>(db, 'SELECT c.float_left_li AS li FROM shift_closes c JOIN shifts s USING(shift_id) WHERE s.rank < (SELECT rank FROM shifts WHERE shift_id = ?) ORDER BY s.rank DESC LIMIT 1').get(shiftId)?.li ?? null;

export const insertShift = (db: Db, row: Omit<ShiftRecord, 'close'>): void =>
  void sql(db, 'INSERT INTO shifts(shift_id, shift_no, staff_no, desk, opened_at, float_li, rank) VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(rank), 0) + 1 FROM shifts))').run(
    row.shiftId, row.shiftNo, row.staffNo, row.desk, row.openedAt, row.floatLi);

export const insertClose = (db: Db, shiftId: string, row: CloseRecord): void =>
  void sql(db, `INSERT INTO shift_closes(shift_id, count_id, closed_at, closed_by, authorised_by, note, deposit_li, deposit_bag, float_left_li, expected, sheet_paper_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(shiftId, row.countId, row.closedAt, row.closedBy, row.authorisedBy, row.note, row.depositLi, row.depositBag, row.floatLeftLi,
    JSON.stringify(row.expected), row.sheetPaperId);

export const insertCount = (db: Db, row: Omit<CountRecord, 'countId'>): void =>
  void sql(db, 'INSERT INTO shift_counts(shift_id, counted_at, counted_by, entries_seen, cash, others, slips) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    row.shiftId, row.countedAt, row.countedBy, row.entriesSeen, JSON.stringify(row.cash), JSON.stringify(row.others), JSON.stringify(row.slips));

type RawCount = { count_id: number; shift_id: string; counted_at: string; counted_by: string; entries_seen: number; cash: string; others: string; slips: string };

/** Every count of a shift, first to last. */
export const listCounts = (db: Db, shiftId: string): readonly CountRecord[] =>
  sql<RawCount>(db, 'SELECT * FROM shift_counts WHERE shift_id = ? ORDER BY count_id').all(shiftId).map((raw) => ({
    countId: raw.count_id, shiftId: raw.shift_id, countedAt: raw.counted_at, countedBy: raw.counted_by, entriesSeen: raw.entries_seen, cash: JSON.parse(raw.cash) as CashCount,
    others: JSON.parse(raw.others) as CountRecord['others'], slips: JSON.parse(raw.slips) as CountRecord['slips'],
  }));

export const insertExplanation = (db: Db, row: ExplanationRecord): void =>
  void sql(db, 'INSERT INTO shift_explanations(shift_id, mismatch_id, action, note, explained_at, explained_by, authorised_by) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    row.shiftId, row.mismatchId, row.action, row.note, row.explainedAt, row.explainedBy, row.authorisedBy);

type RawExplanation = { shift_id: string; mismatch_id: string; action: ExplanationRecord['action']; note: string; explained_at: string; explained_by: string; authorised_by: string | null };

/** What stands about each mismatch of a shift, by its id. */
export const explanationsOf = (db: Db, shiftId: string): ReadonlyMap<string, ExplanationRecord> =>
  new Map(sql<RawExplanation>(db, 'SELECT * FROM shift_explanations WHERE shift_id = ? ORDER BY explanation_id').all(shiftId).map((raw) => [raw.mismatch_id, {
    shiftId: raw.shift_id, mismatchId: raw.mismatch_id, action: raw.action, note: raw.note, explainedAt: raw.explained_at, explainedBy: raw.explained_by, authorisedBy: raw.authorised_by,
  }]));
