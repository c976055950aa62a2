import type { RestoreNotice } from '#domain/lease/keep-lease.ts';
import type { CloseReport } from '#domain/lease/pick-journal.ts';
import type { ForceRequest } from '#domain/lease/served-lease.ts';
import type { ClaimNumberBody } from '#domain/outbox/intent-bodies.ts';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import { holdBody, type HoldFacts } from './reservation-body.ts';
import { partyRef, ref, relatedParty, type Wire } from './wire-refs.ts';

export const grantBody = (size: number): Wire => ({
  '@type': 'NumberBlockLease', '@baseType': 'ResourceReservation',
  reservationItem: [{ '@type': 'ResourceReservationItem', id: '1', capacityDemand: { '@type': 'Capacity', capacityAmount: { amount: size, units: 'ea' } } }],
});

export const renewBody: Wire = { '@type': 'NumberBlockLease' };

export const closeBody = ({ journal }: CloseReport, leaseId: string, taskId: string): Wire => ({
  '@type': 'CloseNumberBlockLease', '@baseType': 'CancelResourceReservation', id: taskId, resourceReservation: ref('ResourceReservationRef', leaseId),
  pickJournal: journal.map(({ pickSeq, digits, caseRef, atMs, prevHash, hash }) => ({ pickSeq, number: digits, caseRef, pickedAt: toInstant(atMs), prevHash, hash })),
});

export const forceBody = ({ reason, by, second, deviceDestroyed }: ForceRequest, leaseId: string, taskId: string): Wire => ({
  '@type': 'ForceNumberBlockLease', '@baseType': 'CancelResourceReservation', id: taskId, resourceReservation: ref('ResourceReservationRef', leaseId),
  cancellationReason: reason, deviceDestroyed, relatedParty: [by, second].map((staffNo) => relatedParty('authoriser', partyRef('Individual', staffNo))),
});

export const restoreBody = ({ noticeId, why }: RestoreNotice): Wire => ({ '@type': 'RestoreNotice', id: noticeId, reason: why });

/** A hold that rests on this machine's block, with the entry of its journal. */
export function claimBody(facts: HoldFacts & Pick<ClaimNumberBody, 'epoch' | 'pickSeq' | 'atMs' | 'prevHash'>, leaseId: string): Wire {
  const hold = holdBody(facts);
  return {
    ...hold, relatedEntity: [...hold['relatedEntity'] as readonly Wire[], { '@type': 'RelatedEntity', role: 'lease', '@referredType': 'NumberBlockLease', id: leaseId }],
    leaseClaim: { leaseEpoch: facts.epoch, pickSeq: facts.pickSeq, pickedAt: toInstant(facts.atMs), prevHash: facts.prevHash },
  };
}
