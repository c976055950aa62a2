import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import type { CaseRow } from '../../store/tables/case-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { readPolicy } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';
import { type LivingHold, livingHolds } from './list-holds.ts';

/**
 * Whether one more hold fits the hall's policy, as far as this PC can count: its clerk's, its own of the hall, the customer's. The carrier
 * counts again over all PCs. A case that takes another number gives its earlier one back, so that one is not counted.
 */
export function checkHoldCaps(context: ConsoleContext, row: CaseRow, wanted: { readonly digits: string; readonly kind: 'browse' | 'case' }): Result<null, Failure> {
  const goesBack = (hold: LivingHold): boolean => hold.caseId === row.caseId && (hold.digits === wanted.digits || (wanted.kind === 'case' && hold.kind !== 'browse'));
  const others = livingHolds(context).filter((hold) => !goesBack(hold));
  const policy = readPolicy(context);
  if (others.filter((hold) => hold.owner === row.owner).length >= policy.holdsPerClerk) return refuse('clerk-hold-limit', { limit: policy.holdsPerClerk });
  if (others.length >= policy.holdsPerHall) return refuse('hall-hold-limit', { limit: policy.holdsPerHall });
  const ofCustomer = others.filter((hold) => hold.kind !== 'browse' && isSameCustomer(hold, row));
  return wanted.kind === 'case' && ofCustomer.length >= policy.holdsPerCustomer ? refuse('customer-hold-limit', { limit: policy.holdsPerCustomer }) : ok(null);
}

const isSameCustomer = (hold: LivingHold, { customer }: CaseRow): boolean =>
  hold.company.trim() === customer.name.trim() || (hold.creditCode.trim() !== '' && hold.creditCode.trim() === customer.creditCode.trim());
