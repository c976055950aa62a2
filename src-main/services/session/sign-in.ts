import type { Failure } from '#contract/failures.ts';
import { elapsedMs } from '#domain/calendar/shanghai-time.ts';
import { cleanRecord, maySignIn, afterWrongPassword } from '#domain/staff/sign-in-lockout.ts';
import { ok, type Result } from '#domain/result.ts';
import { findStaff, setSignInTries } from '../../store/tables/staff-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { hashPassword, isPassword } from './password.ts';

/**
 * Checks staff number and password. An unknown number costs the same time and says the same as a wrong password;
 * five wrong ones in a row block the number for a while, remembered over a restart.
 */
export async function checkSignIn(context: ConsoleContext, staffNo: string, password: string): Promise<Result<Actor, Failure>> {
  const row = findStaff(context.db, staffNo.trim().toUpperCase());
  if (row === null) {
    await hashPassword(password, context.passwordCost);
    return refuse('wrong-sign-in');
  }
  const record = { failures: row.failed, lockedUntil: row.blockedUntil };
  const allowed = maySignIn(record, context.now());
  if (!allowed.ok) return refuse('sign-in-blocked', { minutes: Math.ceil(allowed.error.waitMs / 60_000) });
  if (!(await isPassword(password, row.password))) {
    const next = afterWrongPassword(record, context.now());
    setSignInTries(context.db, row.staffNo, next.failures, next.lockedUntil);
    return next.lockedUntil === null ? refuse('wrong-sign-in', { triesLeft: allowed.value.triesLeft - 1 }) : refuse('sign-in-blocked', { minutes: Math.ceil(elapsedMs(context.now(), next.lockedUntil) / 60_000) });
  }
  if (!row.active) return refuse('staff-inactive');
  if (row.failed > 0) setSignInTries(context.db, row.staffNo, cleanRecord.failures, cleanRecord.lockedUntil);
  return ok({ staffNo: row.staffNo, name: row.name, role: row.role });
}
