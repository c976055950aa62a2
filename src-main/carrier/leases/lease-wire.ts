import { createHash } from 'node:crypto';
import type { LeaseRow } from '#domain/lease/lease-row.ts';
import type { PickClaim, PickEntry } from '#domain/lease/pick-journal.ts';
import type { Caller } from '../http/bearer.ts';
import type { Desk } from '../desk.ts';
import type { Body } from '../store/resource-rows.ts';
import type { StoredLease } from '../store/lease-rows.ts';
import { listIn, objectIn, textIn } from '../tmf/body.ts';
import { changeResource } from '../tmf/create-resource.ts';
import { wireTime } from '../tmf/served.ts';

/** SHA-256 for the domain's hash chain. */
export const sha256hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Whom a lease belongs to: the machine that the token names, whatever database it runs. */
export const deviceOf = ({ hall, device }: Caller): string => `${hall}.${device}`;

/** Name of a lease on the wire; the epoch is its identity. */
export const leaseId = (epoch: number): string => `lease-${epoch}`;

/** The epoch of a lease's name; 0 for any other text. */
export const epochOf = (id: string): number => Number(/^lease-(\d{1,15})$/.exec(id)?.[1] ?? 0);

/** The lease that a claim rests on. */
export const leaseRefOf = (reservation: Body): Body | undefined => listIn(reservation, 'relatedEntity').find((entity) => entity['role'] === 'lease');

const stateOf = ({ state }: LeaseRow): string => ({ active: 'completed', overdue: 'held', closed: 'cancelled', forced: 'cancelled' })[state];

/** A lease as the carrier serves it; `reason` says how it came to its state. */
export const leaseBody = (lease: StoredLease, reason: string, createdAt: string): Body => ({
  '@type': 'NumberBlockLease', '@baseType': 'ResourceReservation', state: stateOf(lease), stateChangeReason: reason, leaseEpoch: lease.epoch,
  reservationItem: lease.numbers.map((value, index) => ({
    '@type': 'ResourceReservationItem', id: String(index + 1), resource: { '@type': 'ResourceRef', '@referredType': 'TollFreeNumber', id: value, value },
  })),
  reservationPeriod: { startDateTime: createdAt, endDateTime: wireTime(lease.pickUntilMs) }, validFor: { endDateTime: wireTime(lease.settleUntilMs) },
  leaseState: lease.state, device: lease.device, renewals: lease.renewals, journalHead: { pickSeq: lease.headSeq, hash: lease.headHash }, ...(lease.frozenWhy === null ? {} : { frozenWhy: lease.frozenWhy }),
});

/** Keeps a lease as it is now; a `reason` is told to the hall, a longer journal is not. */
export function keepLease(desk: Desk, lease: StoredLease, reason: string | null, cause: string | undefined): void {
  desk.store.leases.update(lease);
  const id = leaseId(lease.epoch);
  const before = desk.store.resources.find('numberBlockLease', id)?.body ?? {};
  const createdAt = textIn(objectIn(before, 'reservationPeriod'), 'startDateTime') ?? wireTime(desk.now());
  const body = leaseBody(lease, reason ?? String(before['stateChangeReason']), createdAt);
  if (reason === null) desk.store.resources.replace('numberBlockLease', id, body, desk.now());
  else changeResource(desk, 'numberBlockLease', id, body, 'StateChangeEvent', cause);
}

/** The journal entry that a claim carries; the contract has checked its shape. */
export function claimOf(body: Body, digits: string, caseRef: string): PickClaim {
  const claim = objectIn(body, 'leaseClaim');
  return { epoch: Number(claim['leaseEpoch']), pickSeq: Number(claim['pickSeq']), digits, caseRef, atMs: Date.parse(String(claim['pickedAt'])), prevHash: String(claim['prevHash']) };
}

/** The journal of a closing report. */
export const journalOf = (body: Body, epoch: number): readonly PickEntry[] => listIn(body, 'pickJournal').map((entry) => ({
  epoch, pickSeq: Number(entry['pickSeq']), digits: String(entry['number']), caseRef: String(entry['caseRef']), atMs: Date.parse(String(entry['pickedAt'])),
  prevHash: String(entry['prevHash']), hash: String(entry['hash']),
}));
