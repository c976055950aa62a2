import { inTransaction } from '../../store/db.ts';
import { type CaseRow, findCase } from '../../store/tables/case-rows.ts';
import { currentPick, findPickByReservation } from '../../store/tables/number/pick-rows.ts';
import { findListed, type HeldRow, heldRows, setListedHeld, setListedState } from '../../store/tables/number/shortlist-rows.ts';
import { intend } from '../append-intent.ts';
import { type Edit, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext, GrantedHold, LineFailure } from '../console-context.ts';
import { askNoted, clearAsked } from '../numbers/asked-holds.ts';
import { holdRequest } from '../numbers/keep-pick.ts';


/** Asks the carrier to keep a listed number for a quarter of an hour; the answer stands on the list when this returns. Null: held, or the case's own already. */
export async function askForBrowse(context: ConsoleContext, actor: Actor, row: CaseRow, digits: string): Promise<LineFailure | null> {
  const pick = currentPick(context.db, row.caseId);
  if (pick?.digits === digits && pick.hold !== 'lost' && pick.hold !== 'expired') return null;
  const request = holdRequest(context, row, digits, actor.staffNo);
  const held = await askNoted(context, request, (asked) => context.line.hold(asked, 'browse'));
  if (held.ok) inTransaction(context.db, () => {
    clearAsked(context, request.reservationId);
    keepBrowse(context, { caseId: row.caseId, by: actor.staffNo, at: context.now() }, digits, held.value);
  });
  else if (held.error.code === 'taken') setListedState(context.db, row.caseId, digits, 'taken');
  return held.ok ? null : held.error;
}

/** What was dropped from the list, or whose case has ended, while the carrier was asked is given back. */
function keepBrowse(context: ConsoleContext, edit: Edit, digits: string, held: GrantedHold): void {
  if (findPickByReservation(context.db, held.reservationId) !== null) return;
  const wanted = findListed(context.db, edit.caseId, digits) !== null && findCase(context.db, edit.caseId)?.state === 'draft';
  if (wanted) setListedHeld(context.db, edit.caseId, digits, held.reservationId, held.expiresAt);
  else intend(context, edit, { kind: 'release-number', body: { reservationId: held.reservationId } }, digits);
}

/** Gives a browse hold back; the number stays listed without one. In the transaction of what ends it; offline too. */
export function endBrowseHold(context: ConsoleContext, edit: Edit, held: HeldRow): void {
  setListedState(context.db, held.caseId, held.digits, 'free');
  intend(context, edit, { kind: 'release-number', body: { reservationId: held.reservationId } }, held.digits);
  record(context, edit, 'number-released', { number: held.digits });
}

/** The case is over for this hall: its browse holds go back by themselves. */
export function endBrowseHolds(context: ConsoleContext, edit: Edit): void {
  for (const held of heldRows(context.db, edit.caseId)) endBrowseHold(context, edit, held);
}
