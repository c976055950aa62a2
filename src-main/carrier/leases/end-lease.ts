import { assert } from '#domain/assert.ts';
import { decideClose, decideForce, decideOverdue, type LeaseEnd } from '#domain/lease/end-lease.ts';
import { decideRestoreNotice } from '#domain/lease/keep-lease.ts';
import { fail, ok } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Ask, Command } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import { announceAllocation } from '../pool/reservations.ts';
import type { StoredLease } from '../store/lease-rows.ts';
import { listIn, objectIn, textIn } from '../tmf/body.ts';
import { createResource } from '../tmf/create-resource.ts';
import { served, wireTime } from '../tmf/served.ts';
import { leasedNumber } from './claim-pick.ts';
import { keepLease, deviceOf, epochOf, journalOf, sha256hex } from './lease-wire.ts';

const leaseOf = (desk: Desk, ask: Ask): StoredLease | undefined => {
  const lease = desk.store.leases.find(epochOf(String(objectIn(ask.body, 'resourceReservation')['id'])));
  return lease?.hall === ask.caller.hall ? lease : undefined;
};

const numbersOf = (desk: Desk, lease: StoredLease | undefined) =>
  lease === undefined ? [] : desk.store.numbers.ofLease(lease.epoch).map((row) => leasedNumber(desk, row.number));

/** Writes what was decided: each number by one statement that names what must still be true. */
function write(desk: Desk, hall: string, { outcome, lease, changes }: LeaseEnd, cause: string | undefined): void {
  for (const change of changes) {
    const toPool = change.set.st === 'pool';
    assert(toPool ? desk.store.numbers.takeBack(change) : desk.store.numbers.keepFor(change), 'write: a lent number changed under its lease');
    if (toPool) announceAllocation(desk, change.digits, cause);
  }
  if (outcome !== 'replay') keepLease(desk, { ...lease, hall }, outcome, cause);
}

function taskDone(desk: Desk, ask: Ask, outcome: LeaseEnd['outcome']) {
  const kept = outcome === 'kept';
  const body = { ...ask.body, state: kept ? 'terminatedWithError' : 'done', outcome, effectiveCancellationDate: wireTime(ask.at) };
  const task = createResource(desk, ask, 'cancelResourceReservation', { body });
  return task.ok ? ok(served(201, 'cancelResourceReservation', task.value)) : task;
}

/** The device's last word on a block. */
export const closeLease: Command = (desk, ask) => {
  const lease = leaseOf(desk, ask);
  const report = { epoch: lease?.epoch ?? 0, journal: journalOf(ask.body, lease?.epoch ?? 0) };
  const seen = desk.store.leases.seen(report.epoch);
  const decided = decideClose({ lease, device: deviceOf(ask.caller), rows: numbersOf(desk, lease), seen, report }, sha256hex);
  if (!decided.ok) return fail(decided.error.code === 'leaseFenced' ? refusal('leaseFenced', 'the block was given up by two people') : refusal('dependencyUnknown', 'no such lease of this device'));
  if (decided.value.outcome === 'closed') for (const entry of report.journal) desk.store.leases.remember(entry);
  write(desk, ask.caller.hall, decided.value, ask.cause);
  return taskDone(desk, ask, decided.value.outcome);
};

const forceRefusals = {
  'lease-not-found': refusal('dependencyUnknown', 'no such lease in this hall'),
  'second-person-needed': refusal('semantic', 'two different people give a block up', { violations: [{ path: '/relatedParty', message: 'two different authorisers' }] }),
  'lease-not-settled': refusal('leaseNotSettled', 'the block may still be reported'),
} as const satisfies Record<string, Refusal>;

/** Two people give a block up; who and why stands in the task for ever. */
export const forceLease: Command = (desk, ask) => {
  if (!desk.lending) return fail(refusal('stateConflict', 'this carrier lends no numbers'));
  const lease = leaseOf(desk, ask);
  const [by = '', second = by] = listIn(ask.body, 'relatedParty').filter((party) => party['role'] === 'authoriser').map((party) => textIn(objectIn(party, 'partyOrPartyRole'), 'id') ?? '');
  const order = { by, second, deviceDestroyed: ask.body['deviceDestroyed'] === true };
  const decided = decideForce({ lease, rows: numbersOf(desk, lease), order, nowMs: ask.at, terms: desk.lending.terms });
  if (!decided.ok) return fail(forceRefusals[decided.error.code]);
  write(desk, ask.caller.hall, decided.value, ask.cause);
  return taskDone(desk, ask, decided.value.outcome);
};

/** A device tells that its database was put back or copied: its open blocks freeze, and it learns from which epoch on it may take blocks. */
export const noteRestore: Command = (desk, ask) => {
  const device = deviceOf(ask.caller);
  const notice = { noticeId: String(ask.body['id']), why: ask.body['reason'] === 'copied' ? 'copied' : 'restored' } as const;
  const { leases } = desk.store;
  const answered = leases.noticeAnswer(device, notice.noticeId);
  const decided = decideRestoreNotice({ leases: leases.ofDevice(device), notice, lastEpoch: leases.lastEpoch(), answered });
  for (const lease of decided.leases) keepLease(desk, { ...lease, hall: ask.caller.hall }, notice.why, ask.cause);
  if (!answered) leases.keepNoticeAnswer(device, decided.answer);
  return ok({ status: 201, body: { '@type': 'RestoreNotice', id: notice.noticeId, epochFloor: decided.answer.epochFloor }, headers: {} });
};

/** Blocks that nobody reported in time: their numbers wait in quarantine, still claimable, offered to nobody. */
export function sweepUnsettled(desk: Desk): void {
  const due = desk.store.leases.unsettled(desk.now());
  if (due.length > 0) desk.store.write(() => {
    for (const lease of due) {
      const overdue = decideOverdue(lease, desk.now());
      if (overdue) keepLease(desk, { ...overdue, hall: lease.hall }, 'overdue', undefined);
    }
  });
}
