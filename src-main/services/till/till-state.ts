import type { ShiftRow, TillState } from '#contract/till.ts';
import { addDays } from '#domain/calendar/plain-date.ts';
import { instantOfWall } from '#domain/calendar/shanghai-time.ts';
import { floatLeft, listShifts, openShift } from '../../store/tables/shift-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { standingOf } from './open-shift.ts';
import { loadShift, shiftRow } from './view/load-shift.ts';
import { refundsOwed } from './view/shift-evidence.ts';

const recentShifts = 8;
const listedShifts = 400;
const [firstDay, lastDay] = ['2000-01-01', '2999-12-31'];

/** The drawer of this PC as it stands now. */
export function tillState(context: ConsoleContext, actor: Actor): TillState {
  const open = openShift(context.db);
  return {
    shift: open === null ? null : shiftRow(context, loadShift(context, open)), standing: open === null ? 'none' : standingOf(context, actor, open), floatProposedLi: floatLeft(context.db),
    recent: shiftsBetween(context, firstDay, lastDay, recentShifts), refunds: refundsOwed(context, ['draft', 'rejected', 'failed', 'cancelled']),
  };
}

/** Shifts opened on these days, newest first. */
export const listShiftRows = (context: ConsoleContext, { from, to }: { readonly from: string | null; readonly to: string | null }): readonly ShiftRow[] =>
  shiftsBetween(context, from ?? firstDay, to ?? lastDay, listedShifts);

const shiftsBetween = (context: ConsoleContext, from: string, to: string, limit: number): readonly ShiftRow[] =>
  listShifts(context.db, instantOfWall(from, '00:00'), instantOfWall(addDays(to, 1), '00:00'), limit).map((record) => shiftRow(context, loadShift(context, record)));
