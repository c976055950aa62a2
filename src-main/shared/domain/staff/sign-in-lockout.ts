import { elapsedMs, toInstant, type Instant } from '../calendar/shanghai-time.ts';
import { fail, ok, type Result } from '../result.ts';

/** What is remembered of failed sign-ins of one staff number, on disk, so that a restart forgets nothing. */
export type SignInRecord = { readonly failures: number; readonly lockedUntil: Instant | null };

/** Values a hall can change. */
export type LockoutPolicy = { readonly tries: number; readonly lockMs: number };

/** Five tries, then five minutes. */
export const standardLockout: LockoutPolicy = { tries: 5, lockMs: 5 * 60_000 };

/** The hall's idle time inside its bounds: what is out of them is brought to the nearest bound. */
export function lockAfterMs(minutes: number): number {
  return Math.min(15, Math.max(2, minutes)) * 60_000;
}

/** No failures remembered: a new member of staff, and after each success. */
export const cleanRecord: SignInRecord = { failures: 0, lockedUntil: null };

/** Whether a password may be tried now, before it is looked at. */
export function maySignIn(record: SignInRecord, now: Instant, policy: LockoutPolicy = standardLockout): Result<{ readonly triesLeft: number }, { readonly code: 'sign-in-locked'; readonly until: Instant; readonly waitMs: number }> {
  const waitMs = record.lockedUntil === null ? 0 : elapsedMs(now, record.lockedUntil);
  if (record.lockedUntil !== null && waitMs > 0) return fail({ code: 'sign-in-locked', until: record.lockedUntil, waitMs });
  return ok({ triesLeft: policy.tries - (record.lockedUntil === null ? record.failures : 0) });
}

/** The record after a wrong password: the last try locks; the first one after a lock counts from one again. */
export function afterWrongPassword(record: SignInRecord, now: Instant, policy: LockoutPolicy = standardLockout): SignInRecord {
  const failures = (record.lockedUntil === null ? record.failures : 0) + 1;
  if (failures < policy.tries) return { failures, lockedUntil: null };
  return { failures, lockedUntil: toInstant(Date.parse(now) + policy.lockMs) };
}
