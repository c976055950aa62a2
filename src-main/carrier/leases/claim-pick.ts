import { assert } from '#domain/assert.ts';
import { decideClaim } from '#domain/lease/claim-pick.ts';
import { judgeEntry } from '#domain/lease/journal-head.ts';
import type { NumberRow as LeasedNumber } from '#domain/lease/lease-row.ts';
import type { PickClaim } from '#domain/lease/pick-journal.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Answer, Ask, Command } from '../http/ask.ts';
import { refusal, refusedAnswer, type Refusal } from '../http/refusal.ts';
import { holdLimits } from '../pool/hold-limits.ts';
import { caseOf, numberOf } from '../pool/reservations.ts';
import type { NumberRow } from '../store/number-rows.ts';
import { textIn } from '../tmf/body.ts';
import { createResource } from '../tmf/create-resource.ts';
import { served, wireTime } from '../tmf/served.ts';
import { keepLease, claimOf, deviceOf, sha256hex } from './lease-wire.ts';

const states = { leased: 'leased', reserved: 'held', allocated: 'assigned' } as const satisfies Record<NumberRow['status'], LeasedNumber['st']>;

/** A number as the lease rules see it; without a row it is free, or was sold before our time. */
export function leasedNumber(desk: Desk, digits: string): LeasedNumber {
  const row = desk.store.numbers.find(digits);
  if (row) return { digits, st: states[row.status], leaseEpoch: row.leaseEpoch, device: row.device, caseRef: row.caseRef };
  return { digits, st: desk.pool.statusOf(digits) === 'available' ? 'pool' : 'assigned', leaseEpoch: null, device: null, caseRef: null };
}

/** What this entry says about the device's journal is remembered whatever becomes of the claim. */
export function rememberEntry(desk: Desk, device: string, claim: PickClaim, cause: string | undefined): void {
  const lease = desk.store.leases.find(claim.epoch);
  if (!lease || lease.device !== device) return;
  const judged = judgeEntry(lease, desk.store.leases.seen(claim.epoch), claim, sha256hex);
  if (judged.standing === 'known') return;
  desk.store.leases.remember(judged.seen);
  const next = { ...lease, ...judged.lease };
  keepLease(desk, next, next.frozenWhy === lease.frozenWhy ? null : 'journalForked', cause);
}

/** A pick made offline becomes a hold of its case. The refusal is an answer: it is kept, and so is what was learnt of the journal. */
export const claimPick: Command = (desk, ask) => {
  const digits = numberOf(ask.body);
  const caseRef = textIn(caseOf(ask.body) ?? {}, 'id');
  if (caseRef === undefined) return fail(refusal('semantic', 'a claim names its case', { violations: [{ path: '/relatedEntity', message: 'role missing' }] }));
  if (!desk.pool.statusOf(digits)) return fail(refusal('semantic', 'not a number of this pool', { violations: [{ path: '/reservationItem/0/resource/value', message: 'not a number of this pool' }] }));
  const device = deviceOf(ask.caller);
  const claim = claimOf(ask.body, digits, caseRef);
  rememberEntry(desk, device, claim, ask.cause);
  const outcome = honour(desk, ask, device, claim);
  return outcome.ok ? outcome : ok(refusedAnswer(outcome.error, desk.newId()));
};

function honour(desk: Desk, ask: Ask, device: string, claim: PickClaim): Result<Answer, Refusal> {
  const decided = decideClaim(leasedNumber(desk, claim.digits), device, claim);
  if (!decided.ok) {
    if (decided.error.code === 'numberTaken') return fail(refusal('numberTaken', 'another case of this lease has the number'));
    const { currentEpoch } = decided.error;
    return fail(refusal('leaseFenced', 'this epoch no longer holds the number', currentEpoch === null ? {} : { currentEpoch }));
  }
  if (decided.value.outcome === 'replay') return ok(served(200, 'resourceReservation', known(desk, claim.digits)));
  const id = textIn(ask.body, 'id') ?? desk.newId();
  const until = ask.at + holdLimits.case;
  const body = {
    ...ask.body, state: 'completed', stateChangeReason: 'granted', creationDate: wireTime(ask.at), holdKind: 'case', renewals: 0,
    reservationPeriod: { startDateTime: wireTime(ask.at), endDateTime: wireTime(until) },
  };
  const created = createResource(desk, ask, 'resourceReservation', { body, id });
  if (!created.ok) return created;
  assert(desk.store.numbers.holdLeased(decided.value.change, id, until), 'honour: a lent number changed under its claim');
  return ok(served(201, 'resourceReservation', created.value));
}

function known(desk: Desk, digits: string) {
  const reservation = desk.store.resources.find('resourceReservation', desk.store.numbers.find(digits)?.reservationId ?? '');
  assert(reservation, 'known: a claimed number without its reservation');
  return reservation;
}
