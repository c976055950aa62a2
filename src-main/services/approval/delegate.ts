import type { Delegation } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import { longestDelegationDays } from '#domain/approval/delegation.ts';
import { sameStaff } from '#domain/approval/same-staff.ts';
import { addDays, isPlainDate } from '#domain/calendar/plain-date.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { may } from '#domain/staff/role.ts';
import { ok, type Result } from '#domain/result.ts';
import { endDelegation as storeEnd, insertDelegation, listDelegations } from '../../store/tables/approval/delegation-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** Every delegation of this PC, the newest first. */
export const delegations = (context: ConsoleContext): readonly Delegation[] => listDelegations(context.db).map(({ madeAt: _at, ...delegation }) => delegation);

/** Lets another supervisor decide in one's name from today on; never for one's own cases, and nobody passes it on. */
export function delegate(context: ConsoleContext, actor: Actor, wanted: { readonly toStaffNo: string; readonly until: string; readonly reason: string }): Result<readonly Delegation[], Failure> {
  const to = findStaff(context.db, wanted.toStaffNo.trim().toUpperCase());
  if (to === null || !to.active || !may(to.role, 'approval/decide') || sameStaff(to.staffNo, actor.staffNo)) return refuse('delegate-unfit');
  const today = wallTime(context.now()).date;
  if (!isPlainDate(wanted.until) || wanted.until < today || wanted.until > addDays(today, longestDelegationDays)) return refuse('delegate-unfit', { days: longestDelegationDays });
  insertDelegation(context.db, { delegationId: context.newId(), from: actor.staffNo, to: to.staffNo, fromDay: today, until: wanted.until, reason: wanted.reason, madeAt: context.now() });
  return ok(delegations(context));
}

/** Ends one's own delegation at once. */
export const endDelegation = (context: ConsoleContext, actor: Actor, delegationId: string): Result<readonly Delegation[], Failure> =>
  storeEnd(context.db, delegationId, actor.staffNo, context.now()) ? ok(delegations(context)) : refuse('delegation-not-found');
