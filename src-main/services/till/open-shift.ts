import type { TillState } from '#contract/till.ts';
import type { Failure } from '#contract/failures.ts';
import { elapsedMs, wallTime } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { lastShiftSequence, shiftNo } from '#domain/till/shift-no.ts';
import { inTransaction } from '../../store/db.ts';
import { insertShift, openShift, type ShiftRecord } from '../../store/tables/shift-rows.ts';
import { nextCount, readCount } from '../../store/tables/setting-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';

/** Opens a shift with the float that was counted into the drawer. */
export function openTill(context: ConsoleContext, actor: Actor, floatLi: number): Result<null, Failure> {
  if (floatLi % 10 !== 0) return refuse('bad-request');
  const opened = inTransaction(context.db, (): Result<null, Failure> => {
    const open = openShift(context.db);
    if (open !== null) return refuse('shift-already-open', { shiftNo: open.shiftNo, staffName: nameOf(context, open.staffNo) });
    const at = context.now();
    const { date } = wallTime(at);
    const hall = readHall(context);
    const counter = `shift-${date}`;
    if (readCount(context.db, counter) >= lastShiftSequence) return refuse('shifts-used-up', { most: lastShiftSequence });
    const no = shiftNo({ hallCode: hall.code, desk: hall.desk, date, sequence: nextCount(context.db, counter) });
    insertShift(context.db, { shiftId: context.newId(), shiftNo: no, staffNo: actor.staffNo, desk: hall.desk, openedAt: at, floatLi });
    return ok(null);
  });
  if (opened.ok) context.emit('till/changed', null);
  return opened;
}

/** The shift in which this person takes and gives money now; call it inside the transaction that books the row. */
export function openShiftOf(context: ConsoleContext, actor: Pick<Actor, 'staffNo'>): Result<{ readonly shiftId: string; readonly shiftNo: string }, Failure> {
  const open = openShift(context.db);
  if (open === null) return refuse('shift-not-open');
  const standing = standingOf(context, actor, open);
  if (standing === 'of-another') return refuse('shift-of-another', { staffName: nameOf(context, open.staffNo) });
  if (standing === 'too-old') return refuse('shift-too-old', { hours: Math.floor(openHours(context, open)) });
  return ok({ shiftId: open.shiftId, shiftNo: open.shiftNo });
}

/** Whose an open shift is, and whether it has been open for longer than a shift may. */
export function standingOf(context: ConsoleContext, actor: Pick<Actor, 'staffNo'>, open: ShiftRecord): Exclude<TillState['standing'], 'none'> {
  if (open.staffNo !== actor.staffNo) return 'of-another';
  return openHours(context, open) > context.reference.policy.till.shiftMaxHours ? 'too-old' : 'own';
}

export const nameOf = (context: Pick<ConsoleContext, 'db'>, staffNo: string): string => findStaff(context.db, staffNo)?.name ?? staffNo;

const openHours = (context: ConsoleContext, open: ShiftRecord): number => elapsedMs(open.openedAt, context.now()) / 3_600_000;
