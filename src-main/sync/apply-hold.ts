import { assert } from '#domain/assert.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import { formatNumber } from '#domain/number/number.ts';
import type { HoldNumberBody, PlaceOrderBody } from '#domain/outbox/intent-bodies.ts';
import type { Db } from '../store/db.ts';
import { findCase, setCaseState } from '../store/tables/case-rows.ts';
import { appendEvent } from '../store/tables/event-rows.ts';
import { appendHistory } from '../store/tables/order-rows.ts';
import { appendIntent, openIntentsOf, saveRemoteId, supersede, type OutboxEntry } from '../store/tables/outbox-rows.ts';
import { currentPick, findPickByReservation, grantPick, insertPick, openPicksOf, type PickRow, setHold } from '../store/tables/number/pick-rows.ts';
import { findListedByReservation, setListedState } from '../store/tables/number/shortlist-rows.ts';
import { carrierStaffNo } from './apply-order-state.ts';

/** Grade of a fallback by the tables of the pick that it replaces: the customer signed for those. */
export type GradeOf = (digits: string, rulesVersion: string) => { readonly grade: number; readonly ruleId: string | null; readonly rulesVersion: string };

/** What the customer signed for a case, judged for the number that the case has now. */
export type PapersStand = (caseId: string) => 'unsigned' | 'stand' | 'outdated';

export type HoldContext = { readonly db: Db; readonly gradeOf: GradeOf; readonly papersStand: PapersStand; readonly ids: () => string; readonly now: Instant };

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
  const at = body.fallbacks.findIndex((digits) => openPicksOf(db, digits).length === 0);
  const digits = body.fallbacks[at];
  if (digits === undefined) {
    appendEvent(db, { caseId: entry.caseId, at: now, staffNo: carrierStaffNo, kind: 'number-lost', facts: { number: pick.digits } });
    withdrawOrderFor(context, entry.caseId, body.reservationId);
  } else applyFallback(context, entry, { ...pick, reservationId: body.reservationId }, { ...body, reservationId: context.ids(), digits, fallbacks: body.fallbacks.slice(at + 1) });
}

type Lost = Pick<PickRow, 'digits' | 'ranked' | 'rulesVersion'> & { readonly reservationId: string };

/** What the customer signed is a ranked list: a number further down the list changes no paper, and an order that waits follows it. */
function applyFallback(context: HoldContext, entry: OutboxEntry, lost: Lost, next: HoldNumberBody): void {
  const { db, now } = context;
  const { caseId } = entry;
  const { digits, reservationId, fallbacks } = next;
  insertPick(db, {
    caseId, digits, ...context.gradeOf(digits, lost.rulesVersion), hold: 'provisional', reservationId, expiresAt: null, heldAt: now, fallbacks, ranked: lost.ranked,
  });
  appendIntent(db, { key: context.ids(), caseId, kind: 'hold-number', subject: digits, body: next, createdAt: now, createdBy: entry.createdBy });
  const papers = context.papersStand(caseId);
  appendEvent(db, { caseId, at: now, staffNo: carrierStaffNo, kind: 'number-replaced', facts: { from: lost.digits, number: digits, rank: lost.ranked.indexOf(digits), papers } });
  if (papers === 'stand') followWithOrder(context, caseId, lost, next);
  else withdrawOrderFor(context, caseId, lost.reservationId);
}

// Behind the hold it cites, like the order that it takes the place of: nothing is ordered before the carrier has granted the number.
function followWithOrder({ db, ids, now }: HoldContext, caseId: string, lost: Lost, next: HoldNumberBody): void {
  assert(lost.ranked.includes(next.digits), 'followWithOrder: a number outside the list');
  for (const { seq, subject, body, createdBy } of openIntentsOf(db, caseId).filter(({ kind }) => kind === 'place-order').filter(cites(lost.reservationId))) {
    const order: PlaceOrderBody = { ...(body as PlaceOrderBody), number: next.digits, reservationId: next.reservationId };
    supersede(db, seq);
    appendIntent(db, { key: ids(), caseId, kind: 'place-order', subject, body: order, createdAt: now, createdBy });
    appendHistory(db, caseId, now, 'number-replaced', `${formatNumber(lost.digits)} → ${formatNumber(next.digits)}`);
  }
}

const cites = (reservationId: string) => (entry: OutboxEntry): boolean => (entry.body as { readonly reservationId?: unknown }).reservationId === reservationId;

// An order for the lost number must never go out: what was signed names that number. The case is the hall's again, to be signed anew.
export function withdrawOrderFor({ db, now }: HoldContext, caseId: string, reservationId: string): void {
  const withdrawn = openIntentsOf(db, caseId).filter((entry) => (entry.kind === 'place-order' || entry.kind === 'release-number') && cites(reservationId)(entry));
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
