import type { CaseView } from '#contract/cases.ts';
import type { Reply } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase, touchCase } from '../../store/tables/case-rows.ts';
import { currentPick, setHold } from '../../store/tables/number/pick-rows.ts';
import { latestApproval } from '../../store/tables/approval/approval-rows.ts';
import { findListed, findListedByReservation, setListedState } from '../../store/tables/number/shortlist-rows.ts';
import { intend } from '../append-intent.ts';
import { viewCase } from '../cases/case-view.ts';
import { type Edit, mayEdit, record } from '../cases/edit-case.ts';
import { holdNow } from '../cases/load-case.ts';
import type { Actor, ConsoleContext, GrantedHold, HoldRequest, LineFailure } from '../console-context.ts';
import { checkLent, isLeased } from '../leases/lease-blocks.ts';
import { afterLeasePick, pickFromLease } from '../leases/pick-from-lease.ts';
import { refuse } from '../refuse.ts';
import { askNoted, clearAsked } from './asked-holds.ts';
import { checkHoldCaps } from './hold-caps.ts';
import { checkPick, giveBack, holdRequest, keepAfterAll, keepPick } from './keep-pick.ts';
import { isHeldHere } from './list-holds.ts';
import { refuseHold } from './refuse-hold.ts';
import { alternativesTo } from './search-numbers.ts';

/** Holds a number at the carrier for a named customer. A lost race is an answer, not a failure: it brings three of the same kind. */
export async function holdNumber(context: ConsoleContext, actor: Actor, caseId: string, digits: string): Promise<Result<Reply<'numbers/hold'>, Failure>> {
  const checked = checkPick(context, actor, caseId, [digits]);
  if (!checked.ok) return checked;
  const before = currentPick(context.db, caseId);
  if (before?.digits === digits && holdNow(context, before, 'draft') === 'granted') return refuse('already-holding', { number: digits });
  const fits = checkHoldCaps(context, checked.value, { digits, kind: 'case' });
  if (!fits.ok) return fits;
  if (isLeased(context, digits)) return holdLeased(context, actor, caseId, digits);
  const lent = checkLent(context, digits);
  if (!lent.ok) return lent;
  const request = holdRequest(context, checked.value, digits, actor.staffNo);
  const held = await askForCase(context, request);
  if (!held.ok && held.error.code === 'taken')
    return ok({ outcome: 'taken', view: viewCase(context, caseId), alternatives: await alternativesTo(context, digits), here: isHeldHere(context, digits, caseId) });
  if (!held.ok) {
    context.line.wake();
    return refuseHold(held.error, digits);
  }
  const kept = inTransaction(context.db, () => keepHold(context, actor, request, held.value));
  context.line.wake();
  return kept.ok ? ok({ outcome: 'granted', view: viewCase(context, caseId), alternatives: [] }) : kept;
}

/** A number lent to this PC is the case's at once; the claim follows by the outbox. */
function holdLeased(context: ConsoleContext, actor: Actor, caseId: string, digits: string): Result<Reply<'numbers/hold'>, Failure> {
  const picked = inTransaction(context.db, () => pickFromLease(context, { caseId, by: actor.staffNo, at: context.now() }, digits));
  if (!picked.ok) return picked;
  afterLeasePick(context);
  context.line.wake();
  return ok({ outcome: 'granted', view: viewCase(context, caseId), alternatives: [] });
}

type Asked = GrantedHold & { readonly noted: string };

/** A number on the shortlist keeps its hold, which becomes the case's; any other is asked for. */
async function askForCase(context: ConsoleContext, request: HoldRequest): Promise<Result<Asked, LineFailure>> {
  const listed = findListed(context.db, request.caseId, request.digits);
  if (listed?.reservationId != null) {
    const noted = listed.reservationId;
    const upgraded = await askNoted(context, { ...request, reservationId: noted }, context.line.upgrade, true);
    if (upgraded.ok) return ok({ ...upgraded.value, noted });
    if (upgraded.error.code !== 'over') return upgraded;
    inTransaction(context.db, () => {
      setListedState(context.db, request.caseId, request.digits, 'expired');
      record(context, { caseId: request.caseId, by: request.staffNo, at: context.now() }, 'hold-expired', { number: request.digits });
    });
  }
  const held = await askNoted(context, request, (asked) => context.line.hold(asked, 'case'));
  return held.ok ? ok({ ...held.value, noted: request.reservationId }) : held;
}

/** Writes what was granted; a case that may have it no more (parked, cancelled, taken over, its number asked to be approved) while the carrier was asked gives it back. */
function keepHold(context: ConsoleContext, actor: Actor, { caseId, digits }: HoldRequest, { noted, reservationId, expiresAt }: Asked): Result<null, Failure> {
  clearAsked(context, noted);
  const edit: Edit = { caseId, by: actor.staffNo, at: context.now() };
  const listed = findListedByReservation(context.db, reservationId);
  if (listed !== null) setListedState(context.db, caseId, digits, 'free');
  const row = checkPick(context, actor, caseId, [digits]);
  const before = currentPick(context.db, caseId);
  if (!row.ok) {
    // Asked for twice: the first answer made it the case's own.
    if (before?.reservationId !== reservationId) intend(context, edit, { kind: 'release-number', body: { reservationId } }, digits);
    return row;
  }
  if (before?.reservationId === reservationId) setHold(context.db, before.pickId, 'released', null);
  else giveBack(context, edit, before);
  keepAfterAll(context, caseId, digits);
  keepPick(context, edit, { digits, hold: 'granted', reservationId, expiresAt, fallbacks: [] });
  record(context, edit, 'number-held', { number: digits, until: expiresAt });
  return ok(null);
}

/** Extends the hold as far as the carrier allows. */
export async function extendHold(context: ConsoleContext, actor: Actor, caseId: string): Promise<Result<CaseView, Failure>> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  const pick = currentPick(context.db, caseId);
  if (pick === null || pick.reservationId === null || pick.hold !== 'granted') return refuse('hold-not-found');
  const extended = await context.line.extend(pick.reservationId, context.newId());
  if (!extended.ok && extended.error.code === 'refused') return refuse('hold-limit');
  const edit: Edit = { caseId, by: actor.staffNo, at: context.now() };
  inTransaction(context.db, () => {
    // The case may have another number by now.
    if (currentPick(context.db, caseId)?.pickId !== pick.pickId) return;
    if (extended.ok) {
      setHold(context.db, pick.pickId, 'granted', extended.value.expiresAt);
      record(context, edit, 'hold-extended', { number: pick.digits, until: extended.value.expiresAt });
    } else if (extended.error.code === 'over') {
      setHold(context.db, pick.pickId, 'expired', pick.expiresAt);
      record(context, edit, 'hold-expired', { number: pick.digits });
    }
  });
  return extended.ok ? ok(viewCase(context, caseId)) : refuseHold(extended.error, pick.digits);
}

/** Gives the number back; offline too, the carrier hears of it later. */
export function releaseNumber(context: ConsoleContext, actor: Actor, caseId: string): Result<CaseView, Failure> {
  const released = inTransaction(context.db, (): Result<null, Failure> => {
    const row = mayEdit(findCase(context.db, caseId), actor);
    if (!row.ok) return row;
    const pick = currentPick(context.db, caseId);
    if (pick === null) return refuse('hold-not-found');
    if (latestApproval(context.db, caseId)?.state === 'requested') return refuse('approval-pending');
    const edit: Edit = { caseId, by: actor.staffNo, at: context.now() };
    giveBack(context, edit, pick);
    touchCase(context.db, edit);
    record(context, edit, 'number-released', { number: pick.digits });
    return ok(null);
  });
  if (!released.ok) return released;
  context.line.wake();
  return ok(viewCase(context, caseId));
}
