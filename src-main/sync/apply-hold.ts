import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { HoldNumberBody } from '#domain/outbox/intent-bodies.ts';
import type { Db } from '../store/db.ts';
import { findCase, setCaseState } from '../store/tables/case-rows.ts';
import { appendEvent } from '../store/tables/event-rows.ts';
import { appendIntent, openIntentsOf, saveRemoteId, supersede, type OutboxEntry } from '../store/tables/outbox-rows.ts';
import { currentPick, findPickByReservation, grantPick, insertPick, openPicksOf, setHold } from '../store/tables/number/pick-rows.ts';
import { findListedByReservation, setListedState } from '../store/tables/number/shortlist-rows.ts';
import { carrierStaffNo } from './apply-order-state.ts';

/** Grade of a fallback by the tables of the pick that it replaces: the customer signed for those. */
export type GradeOf = (digits: string, rulesVersion: string) => { readonly grade: number; readonly ruleId: string | null; readonly rulesVersion: string };

export type HoldContext = { readonly db: Db; readonly gradeOf: GradeOf; readonly ids: () => string; readonly now: Instant };

/** The carrier holds the number; a pick that is no longer current keeps only the carrier's name of the hold, for its release. */
export function applyHoldGranted({ db, now }: HoldContext, caseId: string, reservationId: string, remoteId: string, expiresAt: Instant): void {
  const pick = findPickByReservation(db, reservationId);
  if (remoteId !== reservationId) saveRemoteId(db, caseId, `reservation:${reservationId}`, remoteId);
  if (pick === null || pick.caseId !== caseId) return;
  // The carrier had kept the number for this case's shortlist and keeps it for the case now.
  const listed = findListedByReservation(db, remoteId);
  if (listed !== null) setListedState(db, listed.caseId, listed.digits, 'free');
  grantPick(db, pick.pickId, remoteId, expiresAt);
  appendEvent(db, { caseId, at: now, staffNo: carrierStaffNo, kind: 'number-held', facts: { number: pick.digits } });
}

/** The hold ended before the case was submitted; answers its case when that was news. */
export function applyHoldExpired({ db, now }: Pick<HoldContext, 'db' | 'now'>, reservationId: string): string | null {
  const listed = findListedByReservation(db, reservationId);
  if (listed !== null) {
    setListedState(db, listed.caseId, listed.digits, 'expired');
    appendEvent(db, { caseId: listed.caseId, at: now, staffNo: carrierStaffNo, kind: 'hold-expired', facts: { number: listed.digits } });
    return listed.caseId;
  }
  const pick = findPickByReservation(db, reservationId);
  if (pick === null || pick.hold !== 'granted' || findCase(db, pick.caseId)?.state !== 'draft') return null;
  setHold(db, pick.pickId, 'expired', pick.expiresAt);
  appendEvent(db, { caseId: pick.caseId, at: now, staffNo: carrierStaffNo, kind: 'hold-expired', facts: { number: pick.digits } });
  return pick.caseId;
}

/** Another hall has the number: the next fallback that is free here becomes the pick and asks in its turn; with none left the pick is lost. */
export function applyHoldTaken(context: HoldContext, entry: OutboxEntry, body: HoldNumberBody): void {
  const { db, now } = context;
  const pick = findPickByReservation(db, body.reservationId);
  if (pick === null || pick.caseId !== entry.caseId) return;
  setHold(db, pick.pickId, 'lost', null);
  appendEvent(db, { caseId: entry.caseId, at: now, staffNo: carrierStaffNo, kind: 'number-lost', facts: { number: pick.digits } });
  withdrawOrderFor(context, entry.caseId, body.reservationId);
  const at = body.fallbacks.findIndex((digits) => openPicksOf(db, digits).length === 0);
  const digits = body.fallbacks[at];
  if (digits === undefined) return;
  const next: HoldNumberBody = { ...body, reservationId: context.ids(), digits, fallbacks: body.fallbacks.slice(at + 1) };
  insertPick(db, {
    caseId: entry.caseId, digits, ...context.gradeOf(digits, pick.rulesVersion), hold: 'provisional', reservationId: next.reservationId, expiresAt: null, heldAt: now, fallbacks: next.fallbacks,
  });
  appendIntent(db, { key: context.ids(), caseId: entry.caseId, kind: 'hold-number', subject: entry.subject, body: next, createdAt: now, createdBy: entry.createdBy });
  appendEvent(db, { caseId: entry.caseId, at: now, staffNo: carrierStaffNo, kind: 'number-picked-offline', facts: { number: digits } });
}

// An order for the lost number must never go out: what was signed names that number. The case is the hall's again, to be signed anew.
export function withdrawOrderFor({ db, now }: HoldContext, caseId: string, reservationId: string): void {
  const cites = (entry: OutboxEntry): boolean =>
    (entry.kind === 'place-order' || entry.kind === 'release-number') && (entry.body as { readonly reservationId?: unknown }).reservationId === reservationId;
  const withdrawn = openIntentsOf(db, caseId).filter(cites);
  for (const { seq } of withdrawn) supersede(db, seq);
  if (withdrawn.some(({ kind }) => kind === 'place-order')) reopenCase(db, caseId, now);
}

/** The carrier never had the order: the case is a draft again. */
function reopenCase(db: Db, caseId: string, now: Instant): void {
  const state = findCase(db, caseId)?.state;
  if (state !== 'acknowledged') return;
  setCaseState(db, caseId, 'draft');
  appendEvent(db, { caseId, at: now, staffNo: carrierStaffNo, kind: 'state-changed', facts: { from: state, to: 'draft' } });
}

/** The order came too late: its hold had run out, so nothing was ordered and the hall takes the number, or another, anew. */
export function applyOrderTooLate({ db, now }: Pick<HoldContext, 'db' | 'now'>, caseId: string): void {
  reopenCase(db, caseId, now);
  const pick = currentPick(db, caseId);
  if (pick?.reservationId != null) applyHoldExpired({ db, now }, pick.reservationId);
}
