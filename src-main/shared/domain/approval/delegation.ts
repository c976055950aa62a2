import type { PlainDate } from '../calendar/plain-date.ts';
import type { Role } from '../staff/role.ts';
import { type Hands, mayDecide } from './may-decide.ts';
import { sameStaff } from './same-staff.ts';

/** A supervisor lets another of the same hall decide in their name, both days included. */
export type Delegated = { readonly delegationId: string; readonly from: string; readonly to: string; readonly fromDay: PlainDate; readonly until: PlainDate; readonly endedAt: string | null };

/** A delegation lasts at most so many days: longer is a change of role. */
export const longestDelegationDays = 31;

/** In whose name this decision is made; null: in one's own. Never for a case that the absent one may not decide. */
export function onBehalfOf(delegations: readonly Delegated[], question: Hands & { readonly decider: string; readonly role: Role; readonly today: PlainDate }): string | null {
  const { decider, role, today, ...hands } = question;
  const active = delegations.filter((one) => one.endedAt === null && sameStaff(one.to, decider) && one.fromDay <= today && today <= one.until);
  return active.find((one) => mayDecide({ ...hands, decider: one.from, role }).ok)?.from ?? null;
}
