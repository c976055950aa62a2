import { caseStates, mayMove, type CaseState } from '#domain/cases/case-state.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { Db } from '../store/db.ts';
import { findCase, setCaseState } from '../store/tables/case-rows.ts';
import { appendEvent } from '../store/tables/event-rows.ts';
import { appendHistory, findOrder, lastHistory, setActivated, setCarrierNote } from '../store/tables/order-rows.ts';

/** Who did it, in the events of a case, when it was the carrier. */
export const carrierStaffNo = 'carrier';

/** What the carrier said about the order of a case. */
export type OrderNews = { readonly state: string; readonly reason: string | null; readonly at: Instant };

// An order that is completed is still being worked on to us: only an active product means that the number rings.
const caseStateOf = (orderState: string): CaseState | null => {
  if (orderState === 'completed') return 'inProgress';
  return orderState !== 'draft' && (caseStates as readonly string[]).includes(orderState) ? (orderState as CaseState) : null;
};

/** Moves the case where the order went, if it may go there; true when anything changed. */
export function applyOrderState(db: Db, caseId: string, { state, reason, at }: OrderNews): boolean {
  const row = findCase(db, caseId);
  const to = caseStateOf(state);
  if (row === null || to === null) return false;
  if (mayMove(row.state, to)) {
    moveCase(db, caseId, row.state, to, reason, at);
    return true;
  }
  if (row.state !== to || state === 'completed') return false;
  // The counter calls a case acknowledged when it is submitted; the carrier's own word belongs into the history once.
  const order = findOrder(db, caseId);
  const told = lastHistory(db, caseId)?.code === to && order?.carrierNote === reason;
  if (order === null || told) return false;
  setCarrierNote(db, caseId, reason);
  appendHistory(db, caseId, at, to, reason ?? '');
  return true;
}

/** The number rings: the case is completed. */
export function applyActivation(db: Db, caseId: string, activatedAt: Instant, at: Instant): boolean {
  const row = findCase(db, caseId);
  if (row === null || !mayMove(row.state, 'completed')) return false;
  setActivated(db, caseId, activatedAt);
  moveCase(db, caseId, row.state, 'completed', null, at);
  return true;
}

function moveCase(db: Db, caseId: string, from: CaseState, to: CaseState, reason: string | null, at: Instant): void {
  setCaseState(db, caseId, to);
  setCarrierNote(db, caseId, reason);
  appendHistory(db, caseId, at, to, reason ?? '');
  appendEvent(db, { caseId, at, staffNo: carrierStaffNo, kind: 'state-changed', facts: { from, to, ...(reason === null ? {} : { reason }) } });
}
