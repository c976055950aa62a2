import type { Failure } from '#contract/failures.ts';
import type { ShiftView } from '#contract/till.ts';
import type { Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { dropCarrierPayment, saveCarrierPayment } from '../../store/tables/carrier-payment-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { findLoadedShift } from './view/load-shift.ts';
import { numbersOfShift } from './view/shift-evidence.ts';
import { showShift } from './view/view-shift.ts';

// Numbers that this PC has not given out: the carrier has them only where rows were lost here, as by a restored copy.
const askedBeyond = 20;
const lastSequence = 9999;

/** Asks the carrier what it has under every number of the shift's days; its latest word stands. Offline what is known stays. */
export async function askCarrier(context: ConsoleContext, actor: Actor, shiftId: string): Promise<Result<ShiftView, Failure>> {
  const loaded = findLoadedShift(context, shiftId);
  if (loaded === null) return refuse('shift-not-found');
  const askedAt = context.now();
  const asked = numbersOfShift(context, loaded).flatMap(({ numberAt, numbers, issued }) =>
    Array.from({ length: Math.min(Math.max(issued, 0, ...numbers.map(({ sequence }) => sequence)) + askedBeyond, lastSequence) }, (_, at) => numberAt(at + 1)));
  const held = await context.line.moneyHeld(asked);
  if (!held.ok) return held.error.code === 'offline' ? refuse('carrier-offline') : refuse('carrier-refused', { reason: held.error.code === 'refused' ? held.error.reason : '' });
  inTransaction(context.db, () => {
    const has = new Set(held.value.map(({ correlatorId }) => correlatorId));
    for (const correlatorId of asked) if (!has.has(correlatorId)) dropCarrierPayment(context.db, correlatorId, askedAt);
    for (const money of held.value) saveCarrierPayment(context.db, money, context.now());
  });
  context.emit('till/changed', null);
  return showShift(context, actor, shiftId);
}
