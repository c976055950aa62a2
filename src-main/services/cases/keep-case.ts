import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { may } from '#domain/staff/role.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase, setCaseState, setOwner, setParked } from '../../store/tables/case-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { endPending } from '../approval/request-approval.ts';
import { giveBack } from '../numbers/keep-pick.ts';
import { endBrowseHolds } from '../shortlist/browse-hold.ts';
import { viewCase } from './case-view.ts';
import { editCase, record } from './edit-case.ts';

/** Puts a case aside with a note for whoever picks it up (挂起). */
export function parkCase(context: ConsoleContext, actor: Actor, caseId: string, note: string): Result<CaseView, Failure> {
  const parked = editCase(context, actor, caseId, (_row, edit) => {
    setParked(context.db, caseId, edit.at, note.trim());
    record(context, edit, 'case-parked', { note: note.trim() });
    return ok(null);
  });
  return parked.ok ? ok(viewCase(context, caseId)) : parked;
}

/** Picks a parked case up again. */
export function resumeCase(context: ConsoleContext, actor: Actor, caseId: string): Result<CaseView, Failure> {
  return inTransaction(context.db, () => {
    const row = findCase(context.db, caseId);
    if (row === null) return refuse('case-not-found');
    if (row.owner !== actor.staffNo) return refuse('case-of-another', { owner: row.owner });
    if (row.parkedAt === null) return refuse('not-parked');
    setParked(context.db, caseId, null, '');
    record(context, { caseId, by: actor.staffNo, at: context.now() }, 'case-resumed');
    return ok(viewCase(context, caseId));
  });
}

/** A supervisor takes a case over from another person of the hall. */
export function takeOverCase(context: ConsoleContext, actor: Actor, caseId: string): Result<CaseView, Failure> {
  return inTransaction(context.db, () => {
    const row = findCase(context.db, caseId);
    if (row === null) return refuse('case-not-found');
    if (!may(actor.role, 'case/take-over')) return refuse('not-allowed');
    if (row.owner !== actor.staffNo) {
      setOwner(context.db, caseId, actor.staffNo);
      record(context, { caseId, by: actor.staffNo, at: context.now() }, 'case-taken-over', { from: row.owner });
    }
    return ok(viewCase(context, caseId));
  });
}

/** Ends a draft; its number goes back to the pool. Money that came in goes back first, and an announced transfer is withdrawn. */
export function cancelCase(context: ConsoleContext, actor: Actor, caseId: string, reason: string): Result<CaseView, Failure> {
  const refused = closeRefused(context, actor, caseId, reason);
  if (refused !== null) return refused;
  const cancelled = editCase(context, actor, caseId, (_row, edit) => {
    const { receivedLi, waitingLi } = viewCase(context, caseId).payments;
    if (receivedLi > 0 || waitingLi > 0) return refuse('cannot-cancel', { receivedLi, waitingLi });
    giveBack(context, edit, currentPick(context.db, caseId));
    endPending(context, edit, null);
    endBrowseHolds(context, edit);
    setCaseState(context.db, caseId, 'cancelled');
    record(context, edit, 'case-cancelled', { reason });
    return ok(null);
  });
  if (!cancelled.ok) return cancelled;
  context.line.wake();
  return ok(viewCase(context, caseId));
}

/** Closes a case that the carrier rejected or could not open; what was received is written beside it, to be paid back. Null for any other case. */
function closeRefused(context: ConsoleContext, actor: Actor, caseId: string, reason: string): Result<CaseView, Failure> | null {
  return inTransaction(context.db, () => {
    const row = findCase(context.db, caseId);
    if (row === null || (row.state !== 'rejected' && row.state !== 'failed')) return null;
    if (row.owner !== actor.staffNo) return refuse('case-of-another', { owner: row.owner });
    const { receivedLi } = viewCase(context, caseId).payments;
    setCaseState(context.db, caseId, 'cancelled');
    record(context, { caseId, by: actor.staffNo, at: context.now() }, 'case-cancelled', { reason, after: row.state, toPayBackLi: receivedLi });
    return ok(viewCase(context, caseId));
  });
}
