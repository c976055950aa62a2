import { assert } from '#domain/assert.ts';
import { decideGrant, grantRoom } from '#domain/lease/grant-lease.ts';
import { decideRenew } from '#domain/lease/keep-lease.ts';
import { fail, ok } from '#domain/result.ts';
import type { Command, Query } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';
import { announceAllocation } from '../pool/reservations.ts';
import type { StoredLease } from '../store/lease-rows.ts';
import { listIn, objectIn } from '../tmf/body.ts';
import { createResource } from '../tmf/create-resource.ts';
import { served, servedBody, servedPage, wireTime } from '../tmf/served.ts';
import { addressedForPatch } from '../tmf/find-resource.ts';
import { keepLease, deviceOf, epochOf, leaseBody, leaseId } from './lease-wire.ts';

/** Numbers looked at for one that is lent: more of them make a better spread. */
const choice = 20;

/** Lends a block of ordinary numbers to the device that asks. */
export const grantLease: Command = (desk, ask) => {
  const { lending, store } = desk;
  if (!lending) return fail(refusal('stateConflict', 'this carrier lends no numbers'));
  const device = deviceOf(ask.caller);
  const asked = Number(objectIn(objectIn(listIn(ask.body, 'reservationItem')[0] ?? {}, 'capacityDemand'), 'capacityAmount')['amount']);
  const { all, here } = store.numbers.leaseCounts(device);
  const counts = { pool: lending.ordinaryFree(), leased: all, leasedHere: here };
  const nextEpoch = store.leases.lastEpoch() + 1;
  const size = Math.min(asked, grantRoom({ terms: lending.terms, counts }));
  const candidates = size < lending.terms.smallestBlock ? [] : lending.candidates(size * choice, nextEpoch);
  const decided = decideGrant({ device, key: ask.cause ?? '', asked, nowMs: ask.at, terms: lending.terms, leases: store.leases.ofDevice(device), nextEpoch, counts, candidates });
  if (!decided.ok) return fail(decided.error.code === 'pool-short' ? refusal('poolShort', 'too few numbers may be lent now') : refusal('leaseFrozen', 'a forked journal of this device is not settled'));
  const { outcome, changes } = decided.value;
  const lease: StoredLease = { ...decided.value.lease, hall: ask.caller.hall };
  if (outcome === 'replay') {
    const known = store.resources.find('numberBlockLease', leaseId(lease.epoch));
    assert(known, 'grantLease: lease without its resource');
    return ok(served(200, 'numberBlockLease', known));
  }
  store.leases.insert(lease);
  for (const change of changes) {
    assert(store.numbers.lend(change), 'grantLease: a free number was not free');
    announceAllocation(desk, change.digits, ask.cause);
  }
  const created = createResource(desk, ask, 'numberBlockLease', { id: leaseId(lease.epoch), body: leaseBody(lease, outcome, wireTime(ask.at)) });
  return created.ok ? ok(served(201, 'numberBlockLease', created.value)) : created;
};

/** More time for the same block. */
export const renewLease: Command = (desk, ask) => {
  const found = addressedForPatch(desk, ask, 'numberBlockLease');
  if (!found.ok) return found;
  if (!desk.lending) return fail(refusal('stateConflict', 'this carrier lends no numbers'));
  const lease = desk.store.leases.find(epochOf(found.value.id));
  const renewed = decideRenew(lease, deviceOf(ask.caller), ask.at, desk.lending.terms);
  if (!renewed.ok) {
    if (renewed.error.code === 'lease-not-found') return fail(refusal('notFound', 'no such lease of this device'));
    return fail(renewed.error.code === 'lease-frozen' ? refusal('leaseFrozen', 'the lease is frozen') : refusal('stateConflict', renewed.error.code));
  }
  keepLease(desk, { ...renewed.value, hall: ask.caller.hall }, 'renewed', ask.cause);
  const kept = desk.store.resources.find('numberBlockLease', found.value.id);
  assert(kept, 'renewLease: the lease vanished');
  return ok(served(200, 'numberBlockLease', kept));
};

/** A lease as it is; only its hall sees it. */
export const readLease: Query = (desk, ask) => {
  const found = addressedForPatch(desk, { ...ask, headers: {} }, 'numberBlockLease');
  return found.ok ? ok(served(200, 'numberBlockLease', found.value)) : found;
};

/** The blocks lent to the hall's machines, newest first. */
export const listLeases: Query = (desk, ask) =>
  ok(servedPage(desk.store.resources.ofHall('numberBlockLease', ask.caller.hall).map((one) => servedBody('numberBlockLease', one)).toReversed(), ask.query));
