import type { ShiftRow } from '#contract/till.ts';
import { countedByTender, differences, expectedByTender, splitLate, sumOf } from '#domain/till/shift-totals.ts';
import { entriesCarriedIn, entriesOf, type EntryRecord } from '../../../store/tables/shift-entry-rows.ts';
import { type CountRecord, findShift, listCounts, type ShiftRecord } from '../../../store/tables/shift-rows.ts';
import type { ConsoleContext } from '../../console-context.ts';
import { nameOf } from '../open-shift.ts';

/** A shift with its rows. `count` is the one that is true of them: one made before money moved again is none. `carriedIn`: money of earlier shifts that was written in this one. */
export type LoadedShift = {
  readonly record: ShiftRecord; readonly booked: readonly EntryRecord[]; readonly late: readonly EntryRecord[]; readonly carriedIn: readonly EntryRecord[];
  readonly counts: readonly CountRecord[]; readonly count: CountRecord | null;
};

export function loadShift({ db }: Pick<ConsoleContext, 'db'>, record: ShiftRecord): LoadedShift {
  const { booked, late } = splitLate(entriesOf(db, record.shiftId));
  const counts = listCounts(db, record.shiftId);
  const last = counts.at(-1);
  const stands = last !== undefined && (record.close !== null || last.entriesSeen === booked.length);
  return { record, booked, late, carriedIn: entriesCarriedIn(db, record.shiftId), counts, count: stands ? last : null };
}

export function findLoadedShift(context: Pick<ConsoleContext, 'db'>, shiftId: string): LoadedShift | null {
  const record = findShift(context.db, shiftId);
  return record === null ? null : loadShift(context, record);
}

/** A shift for lists. */
export function shiftRow(context: Pick<ConsoleContext, 'db'>, { record, booked, late, count }: LoadedShift): ShiftRow {
  return {
    shiftId: record.shiftId, shiftNo: record.shiftNo, staffNo: record.staffNo, staffName: nameOf(context, record.staffNo), openedAt: record.openedAt, closedAt: record.close?.closedAt ?? null,
    state: record.close !== null ? 'closed' : count === null ? 'open' : 'counted', entries: booked.length, floatLi: record.floatLi,
    differenceLi: count === null ? null : sumOf(differences(countedByTender(count, record.floatLi), expectedByTender(booked))), lateItems: late.length, sheetPaperId: record.close?.sheetPaperId ?? null,
  };
}
