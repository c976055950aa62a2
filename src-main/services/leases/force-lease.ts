import type { Failure } from '#contract/failures.ts';
import type { Request } from '#contract/contract.ts';
import type { LeaseView } from '#contract/leases.ts';
import { ok, type Result } from '#domain/result.ts';
import { may } from '#domain/staff/role.ts';
import { inTransaction } from '../../store/db.ts';
import { appendView } from '../../store/tables/setting-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { checkSignIn } from '../session/sign-in.ts';
import type { LeaseLineFailure } from './lease-line.ts';
import { viewLease } from './view-lease.ts';

const refusals = {
  leaseNotSettled: 'lease-not-settled', dependencyUnknown: 'lease-not-found', semantic: 'second-person-needed',
} as const satisfies Record<string, Failure['code']>;

/** Two people give up a block that cannot be reported any more, of any PC of the hall; both are named here and at the carrier. */
export async function forceLease(context: ConsoleContext, actor: Actor, { epoch, reason, destroyed, second }: Request<'leases/force'>): Promise<Result<LeaseView, Failure>> {
  const other = await checkSignIn(context, second.staffNo, second.password);
  if (!other.ok) return other;
  if (other.value.staffNo === actor.staffNo || !may(other.value.role, 'number/hold')) return refuse('second-person-needed');
  const people = [actor.staffNo, other.value.staffNo] as const;
  // Before the first byte goes out: whatever becomes of this program, both are named for what the carrier may have done.
  writeDown(context, people, 'lease-force-asked', `${epoch} ${reason}`);
  const forced = await context.line.leases.force({ epoch, reason, by: people[0], second: people[1], deviceDestroyed: destroyed }, context.newId());
  if (!forced.ok) return refuseForce(forced.error);
  writeDown(context, people, 'lease-forced', `${epoch} ${reason}`);
  return ok(viewLease(context));
}

const writeDown = (context: ConsoleContext, people: readonly string[], what: 'lease-force-asked' | 'lease-forced', subject: string): void =>
  inTransaction(context.db, () => {
    for (const staffNo of people) appendView(context.db, { at: context.now(), staffNo, what, subject });
  });

function refuseForce(error: LeaseLineFailure): Result<never, Failure> {
  if (error.code === 'offline') return refuse('carrier-offline');
  return error.carrierCode in refusals ? refuse(refusals[error.carrierCode as keyof typeof refusals]) : refuse('carrier-refused', { reason: error.reason });
}
