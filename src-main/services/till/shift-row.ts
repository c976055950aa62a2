import type { ShiftRow } from '#contract/till.ts';
import { cashTotalLi } from '#domain/till/count-cash.ts';
import { byTender, differences, expectedByTender, splitLate, sumOf } from '#domain/till/shift-totals.ts';
import { entriesOf, type EntryRecord } from '../../store/tables/shift-entry-rows.ts';
import { type CountRecord, listCounts, type ShiftRecord } from '../../store/tables/shift-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { nameOf } from './open-shift.ts';

/** A shift with its rows, and the count that is true of them: one made before money moved again is none. */
export type LoadedShift = {
  readonly record: ShiftRecord; readonly booked: readonly EntryRecord[]; readonly late: readonly EntryRecord[]; readonly counts: readonly CountRecord[]; readonly count: CountRecord | null;
};

export function loadShift(context: Pick<ConsoleContext, 'db'>, record: ShiftRecord): LoadedShift {
  const { booked, late } = splitLate(entriesOf(context.db, record.shiftId));
  const counts = listCounts(context.db, record.shiftId);
  const last = counts.at(-1);
  return { record, booked, late, counts, count: last !== undefined && (record.close !== null || last.entriesSeen === booked.length) ? last : null };
}

export const expectedOf = ({ record, booked }: Pick<LoadedShift, 'record' | 'booked'>) => expectedByTender(record.floatLi, booked);

/** What the count says for each way of paying. */
export const countedOf = ({ cash, others }: Pick<CountRecord, 'cash' | 'others'>) => byTender((tender) => (tender === 'cash' ? cashTotalLi(cash) : others[tender]));

/** A shift for lists. */
export function shiftRow(context: Pick<ConsoleContext, 'db'>, loaded: LoadedShift): ShiftRow {
  const { record, booked, late, count } = loaded;
  return {
    shiftId: record.shiftId, shiftNo: record.shiftNo, staffNo: record.staffNo, staffName: nameOf(context, record.staffNo), openedAt: record.openedAt, closedAt: record.close?.closedAt ?? null,
    state: record.close !== null ? 'closed' : count === null ? 'open' : 'counted', entries: booked.length, floatLi: record.floatLi,
    differenceLi: count === null ? null : sumOf(differences(countedOf(count), expectedOf(loaded))), lateItems: late.length, sheetPaperId: record.close?.sheetPaperId ?? null,
  };
}
