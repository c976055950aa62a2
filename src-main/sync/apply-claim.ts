import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { ClaimNumberBody } from '#domain/outbox/intent-bodies.ts';
import { appendEvent } from '../store/tables/event-rows.ts';
import { saveClaimEnd } from '../store/tables/number/lease-rows.ts';
import { saveRemoteId } from '../store/tables/outbox-rows.ts';
import { findPickByReservation, grantPick, setHold } from '../store/tables/number/pick-rows.ts';
import { withdrawOrderFor, type HoldContext } from './apply-hold.ts';
import { carrierStaffNo } from './apply-order-state.ts';

/** The carrier keeps the number for the case from now on; a case that has given it up since keeps only the name of the hold, for its release. */
export function applyClaimGranted({ db, now }: HoldContext, caseId: string, { reservationId, hash }: ClaimNumberBody, remoteId: string, expiresAt: Instant): void {
  saveClaimEnd(db, hash, 'claimed', now);
  if (remoteId !== reservationId) saveRemoteId(db, caseId, `reservation:${reservationId}`, remoteId);
  const pick = findPickByReservation(db, reservationId);
  if (pick === null || pick.caseId !== caseId) return;
  grantPick(db, pick.pickId, remoteId, expiresAt);
  appendEvent(db, { caseId, at: now, staffNo: carrierStaffNo, kind: 'lease-claimed', facts: { number: pick.digits } });
}

/** The block was given up behind this PC's back: the case is told, takes another number and is signed anew. */
export function applyClaimFenced(context: HoldContext, caseId: string, { reservationId, hash }: ClaimNumberBody): void {
  const { db, now } = context;
  saveClaimEnd(db, hash, 'fenced', now);
  const pick = findPickByReservation(db, reservationId);
  if (pick === null || pick.caseId !== caseId) return;
  setHold(db, pick.pickId, 'lost', null);
  appendEvent(db, { caseId, at: now, staffNo: carrierStaffNo, kind: 'number-lost', facts: { number: pick.digits } });
  withdrawOrderFor(context, caseId, reservationId);
}
