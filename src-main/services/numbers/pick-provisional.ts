import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { gradeNumber, headFloorLi } from '#domain/number/grade/grade-number.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { currentPick, openPicksOf } from '../../store/tables/number/pick-rows.ts';
import { intend } from '../append-intent.ts';
import { viewCase } from '../cases/case-view.ts';
import { type Edit, record } from '../cases/edit-case.ts';
import { partyId } from '../cases/party-id.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { checkLent, isLeased } from '../leases/lease-blocks.ts';
import { afterLeasePick, pickFromLease } from '../leases/pick-from-lease.ts';
import { refuse } from '../refuse.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { checkHoldCaps } from './hold-caps.ts';
import { checkPick, giveBack, keepAfterAll, keepPick } from './keep-pick.ts';

/** Offline: a sure pick when the wish is in this PC's lease, else a provisional one with ranked fallbacks; the carrier is asked as soon as the line is back. */
export function pickProvisional(context: ConsoleContext, actor: Actor, caseId: string, ranked: readonly string[]): Result<CaseView, Failure> {
  const leased = isLeased(context, ranked[0] ?? '');
  const picked = inTransaction(context.db, (): Result<null, Failure> => {
    const checked = checkPick(context, actor, caseId, ranked);
    if (!checked.ok) return checked;
    const [digits = '', ...fallbacks] = [...new Set(ranked)];
    const lent = checkLent(context, digits);
    if (!lent.ok) return lent;
    const clash = ranked.find((number) => openPicksOf(context.db, number).some((pick) => pick.caseId !== caseId));
    if (clash !== undefined) return refuse('number-not-free', { number: clash });
    // An approval names one number, and a fallback must not change what the customer pays: ordinary numbers only, with one floor.
    const { rules } = rulesInForce(context);
    const ordinary = [digits, ...fallbacks].every((number) => gradeNumber(number, rules).grade === 9);
    const oneFloor = new Set([digits, ...fallbacks].map((number) => headFloorLi(number, rules))).size === 1;
    if (fallbacks.length > 0 && !(ordinary && oneFloor)) return refuse('fallback-not-ordinary');
    const fits = checkHoldCaps(context, checked.value, { digits, kind: 'case' });
    if (!fits.ok) return fits;
    const edit: Edit = { caseId, by: actor.staffNo, at: context.now() };
    if (leased) return pickFromLease(context, edit, digits);
    const reservationId = context.newId();
    giveBack(context, edit, currentPick(context.db, caseId));
    keepAfterAll(context, caseId, digits);
    keepPick(context, edit, { digits, hold: 'provisional', reservationId, expiresAt: null, fallbacks });
    intend(context, edit, { kind: 'hold-number', body: {
      reservationId, digits, caseNo: checked.value.caseNo, customerId: partyId(caseId, 'customer'), customerName: checked.value.customer.name, staffNo: actor.staffNo, fallbacks,
    } }, digits);
    record(context, edit, 'number-picked-offline', { number: digits, fallbacks: fallbacks.join(' ') });
    return ok(null);
  });
  if (!picked.ok) return picked;
  if (leased) afterLeasePick(context);
  context.line.wake();
  return ok(viewCase(context, caseId));
}
