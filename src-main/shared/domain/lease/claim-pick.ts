import { fail, ok, type Result } from '../result.ts';
import { guardOf, type NumberChange, type NumberRow } from './lease-row.ts';
import type { PickClaim } from './pick-journal.ts';

/** Why a pick is not honoured: its epoch no longer holds the number, or another case of the same lease has it. */
export type ClaimRefusal = { readonly code: 'leaseFenced'; readonly currentEpoch: number | null } | { readonly code: 'numberTaken' };

/** The number is the case's; a replay changes nothing. */
export type Claimed = { readonly outcome: 'held'; readonly change: NumberChange } | { readonly outcome: 'replay' };

/** Lent → held for the case: only when state, device and epoch are the claim's own. Zero rows updated by the change: read again and decide again. */
export function decideClaim(row: NumberRow, device: string, claim: Pick<PickClaim, 'digits' | 'epoch' | 'caseRef'>): Result<Claimed, ClaimRefusal> {
  const ofThisLease = row.device === device && row.leaseEpoch === claim.epoch;
  if (!ofThisLease) return fail({ code: 'leaseFenced', currentEpoch: row.leaseEpoch });
  if (row.st === 'leased' && (row.caseRef === null || row.caseRef === claim.caseRef)) {
    return ok({ outcome: 'held', change: { digits: row.digits, guard: guardOf(row), set: { st: 'held', leaseEpoch: claim.epoch, device, caseRef: claim.caseRef } } });
  }
  return row.caseRef === claim.caseRef ? ok({ outcome: 'replay' }) : fail({ code: 'numberTaken' });
}
