import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Ask } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import type { Body } from '../store/resource-rows.ts';
import { listIn, objectIn, textIn } from '../tmf/body.ts';
import { holdLimits, type HoldKind } from './hold-limits.ts';
import { caseOf } from './reservations.ts';

/** Name of the customer a hold is for: the carrier may not know the party yet, and each case has its own id for it. */
function customerNameOf(reservation: Body): string | undefined {
  const party = listIn(reservation, 'relatedParty').find((one) => one['role'] === 'customer');
  return party && (textIn(objectIn(party, 'partyOrPartyRole'), 'name') ?? textIn(party, 'name'))?.trim();
}

/**
 * Whether one more hold fits. A case that takes another number gives its earlier one back, so its own case hold is not counted;
 * `upgrading`: the hall has this hold already and only the customer's count grows.
 */
export function checkCaps(desk: Desk, ask: Ask, body: Body, wanted: { readonly kind: HoldKind; readonly upgrading: boolean }): Result<true, Refusal> {
  const { kind, upgrading } = wanted;
  const [customer, caseId] = [customerNameOf(body), caseOf(body)?.['id']];
  const others = desk.store.numbers.liveHolds(ask.caller.hall, customer ?? '')
    .filter((hold) => hold.body['holdKind'] !== 'case' || caseId === undefined || caseOf(hold.body)?.['id'] !== caseId);
  const ofHall = others.filter((hold) => hold.hall === ask.caller.hall).length;
  if (!upgrading && ofHall >= holdLimits.perHall) return fail(refusal('hallHoldLimit', 'the hall holds as many numbers as it may', { limit: holdLimits.perHall }));
  const cases = new Set(others.filter((hold) => hold.body['holdKind'] === 'case' && customerNameOf(hold.body) === customer).map((hold) => caseOf(hold.body)?.['id']));
  if (kind === 'case' && customer !== undefined && cases.size >= holdLimits.perCustomer)
    return fail(refusal('customerHoldLimit', 'numbers are kept for as many cases of this customer as may be', { limit: holdLimits.perCustomer }));
  return ok(true);
}
