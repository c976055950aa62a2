import type { Failure } from '#contract/failures.ts';
import type { HallLeaseView } from '#contract/leases.ts';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** Every PC's blocks, newest first: what two people look at before they give one up. */
export async function listHallLeases(context: ConsoleContext): Promise<Result<readonly HallLeaseView[], Failure>> {
  const listed = await context.line.leases.ofHall();
  if (!listed.ok) return listed.error.code === 'offline' ? refuse('carrier-offline') : refuse('carrier-refused', { reason: listed.error.reason });
  return ok(listed.value.map(({ epoch, device, state, frozenWhy, numbers, pickUntilMs, settleUntilMs }) => ({
    epoch, device, state: state === 'overdue' ? 'over' : state, frozen: frozenWhy !== null, numbers: numbers.length, pickUntil: toInstant(pickUntilMs), settleUntil: toInstant(settleUntilMs),
  })));
}
