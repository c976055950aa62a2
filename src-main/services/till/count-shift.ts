import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { ShiftView } from '#contract/till.ts';
import { ok, type Result } from '#domain/result.ts';
import { cashFaces } from '#domain/till/count-cash.ts';
import { inTransaction } from '../../store/db.ts';
import { insertCount } from '../../store/tables/shift-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { findLoadedShift } from './view/load-shift.ts';
import { showShift } from './view/view-shift.ts';

type Count = Request<'till/count'>;

/** Keeps a blind count; the first look at what should be there comes with the answer. Whoever counts stands in it; a recount is a row beside the first. */
export function countShift(context: ConsoleContext, actor: Actor, { shiftId, cash, others, slips }: Count): Result<ShiftView, Failure> {
  const counted = inTransaction(context.db, (): Result<null, Failure> => {
    const loaded = findLoadedShift(context, shiftId);
    if (loaded === null) return refuse('shift-not-found');
    if (loaded.record.close !== null) return refuse('shift-closed');
    const slipEntries = new Set(loaded.booked.flatMap(({ entryId, tender }) => (tender === 'cash' ? [] : [entryId])));
    if (!isWholeFen({ cash, others, slips }) || slips.some(({ entryId }) => !slipEntries.delete(entryId))) return refuse('bad-request');
    insertCount(context.db, { shiftId, countedAt: context.now(), countedBy: actor.staffNo, entriesSeen: loaded.booked.length, cash, others, slips });
    return ok(null);
  });
  if (!counted.ok) return counted;
  context.emit('till/changed', null);
  return showShift(context, actor, shiftId);
}

const faces = new Set<string>(cashFaces.map(String));

const isWholeFen = ({ cash, others, slips }: Pick<Count, 'cash' | 'others' | 'slips'>): boolean =>
  Object.keys(cash.pieces).every((face) => faces.has(face)) && [cash.looseLi, ...Object.values(others), ...slips.map(({ li }) => li)].every((li) => li % 10 === 0);
