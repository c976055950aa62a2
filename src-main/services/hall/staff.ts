import type { Failure } from '#contract/failures.ts';
import type { StaffView } from '#contract/session.ts';
import { ok, type Result } from '#domain/result.ts';
import { checkPassword } from '#domain/staff/password.ts';
import type { Role } from '#domain/staff/role.ts';
import { findStaff, insertStaff, listStaff as allStaff, setStaffActive, setStaffPassword } from '../../store/tables/staff-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { hashPassword } from '../session/password.ts';

/** Everyone of the hall; passwords never leave the store. */
export const listStaff = (context: ConsoleContext): readonly StaffView[] =>
  allStaff(context.db).map(({ staffNo, name, role, active }) => ({ staffNo, name, role, active }));

/** Adds a member of staff with a first password. */
export async function addStaff(context: ConsoleContext, staff: { readonly staffNo: string; readonly name: string; readonly role: Role; readonly password: string }): Promise<Result<readonly StaffView[], Failure>> {
  const staffNo = staff.staffNo.toUpperCase();
  const checked = checkPassword(staff.password, staffNo);
  if (!checked.ok) return refuse('password-weak', { why: checked.error.code, ...checked.error.facts });
  const password = await hashPassword(staff.password, context.passwordCost);
  if (findStaff(context.db, staffNo) !== null) return refuse('staff-number-taken', { staffNo });
  insertStaff(context.db, { staffNo, name: staff.name, role: staff.role, password }, context.now());
  return ok(listStaff(context));
}

/** Sets a password: one's own, or by the admin anyone's. */
export async function changePassword(context: ConsoleContext, actor: Actor, typedNo: string, password: string): Promise<Result<null, Failure>> {
  const staffNo = typedNo.toUpperCase();
  if (actor.role !== 'admin' && actor.staffNo !== staffNo) return refuse('not-allowed');
  if (findStaff(context.db, staffNo) === null) return refuse('staff-unknown');
  const checked = checkPassword(password, staffNo);
  if (!checked.ok) return refuse('password-weak', { why: checked.error.code, ...checked.error.facts });
  setStaffPassword(context.db, staffNo, await hashPassword(password, context.passwordCost));
  return ok(null);
}

/** Closes or opens an account; nobody closes their own. */
export function setActive(context: ConsoleContext, actor: Actor, typedNo: string, active: boolean): Result<readonly StaffView[], Failure> {
  const staffNo = typedNo.toUpperCase();
  if (actor.staffNo === staffNo) return refuse('own-account');
  if (findStaff(context.db, staffNo) === null) return refuse('staff-unknown');
  setStaffActive(context.db, staffNo, active);
  return ok(listStaff(context));
}
