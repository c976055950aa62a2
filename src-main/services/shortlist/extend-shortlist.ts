import type { Failure } from '#contract/failures.ts';
import type { Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { type CaseRow, findCase } from '../../store/tables/case-rows.ts';
import { findListed, findListedByReservation, listShortlist, setListedHeld, setListedState, type ShortlistRow } from '../../store/tables/number/shortlist-rows.ts';
import { mayEdit, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { isLent } from '../leases/lease-blocks.ts';
import { checkHoldCaps } from '../numbers/hold-caps.ts';
import { isNamed } from '../numbers/keep-pick.ts';
import { refuseHold } from '../numbers/refuse-hold.ts';
import { refuse } from '../refuse.ts';
import { askForBrowse } from './browse-hold.ts';
import { type Listed, viewShortlist } from './view-shortlist.ts';

/** Holds every listed number for a quarter of an hour from now: what lives is extended, what ran out or was never held is asked for anew. One number by name is extended only: what is not held is refused. */
export async function extendShortlist(context: ConsoleContext, actor: Actor, caseId: string, only?: string): Promise<Result<Listed, Failure>> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  if (!isNamed(row.value)) return refuse('customer-not-named');
  const wanted = listShortlist(context.db, caseId).filter(({ digits, state }) => only === undefined || (digits === only && state === 'held'));
  if (only !== undefined && wanted.length === 0) return refuse('hold-not-found');
  let held = 0;
  let refused: Result<never, Failure> | null = null;
  for (const listed of wanted) {
    const outcome = await holdOnceMore(context, actor, row.value, listed, only === undefined);
    if (outcome === null) held += 1;
    else refused = outcome;
    if (outcome?.error.code === 'carrier-offline') break;
  }
  if (held > 0) record(context, { caseId, by: actor.staffNo, at: context.now() }, 'hold-extended', { numbers: held });
  context.line.wake();
  return refused !== null && (held === 0 || refused.error.code === 'carrier-offline') ? refused : viewShortlist(context, caseId);
}

/** null: held, or nothing to do. */
async function holdOnceMore(context: ConsoleContext, actor: Actor, row: CaseRow, listed: ShortlistRow, anew: boolean) {
  const { caseId, digits, reservationId } = listed;
  if (reservationId !== null) {
    const extended = await context.line.extend(reservationId, context.newId());
    const stillOurs = findListedByReservation(context.db, reservationId) !== null;
    if (extended.ok) {
      if (stillOurs) setListedHeld(context.db, caseId, digits, reservationId, extended.value.expiresAt);
      return null;
    }
    if (extended.error.code !== 'over') return extended.error.code === 'refused' ? refuse('hold-limit') : refuseHold(extended.error, digits);
    inTransaction(context.db, () => {
      if (!stillOurs) return;
      setListedState(context.db, caseId, digits, 'expired');
      record(context, { caseId, by: actor.staffNo, at: context.now() }, 'hold-expired', { number: digits });
    });
  }
  if (!anew) return refuse('hold-not-found');
  if (findListed(context.db, caseId, digits) === null || isLent(context, digits)) return null;
  const fits = checkHoldCaps(context, row, { digits, kind: 'browse' });
  if (!fits.ok) return fits;
  const outcome = await askForBrowse(context, actor, row, digits);
  return outcome === null ? null : refuseHold(outcome, digits);
}
