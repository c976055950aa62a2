import type { Reply } from '#contract/contract.ts';
import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { parseNumber } from '#domain/number/number.ts';
import { gradeNumber } from '#domain/number/grade-number.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { type CaseRow, countNumbersOf, findCase, touchCase } from '../../store/tables/case-rows.ts';
import { currentPick, insertPick, openPicksOf, type PickRow, setHold } from '../../store/tables/pick-rows.ts';
import { latestApproval } from '../../store/tables/approval-rows.ts';
import { intend } from '../append-intent.ts';
import { viewCase } from '../cases/case-view.ts';
import { type Edit, mayEdit, record } from '../cases/edit-case.ts';
import { partyId } from '../cases/party-id.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readHall, readPolicy } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { clearAsked, giveBackAsked, noteAsked } from './asked-holds.ts';
import { alternativesTo } from './search-numbers.ts';

/** Holds a number at the carrier for a named customer. A lost race is an answer, not a failure: it brings three of the same kind. */
export async function holdNumber(context: ConsoleContext, actor: Actor, caseId: string, digits: string): Promise<Result<Reply<'numbers/hold'>, Failure>> {
  const checked = checkPick(context, actor, caseId, [digits]);
  if (!checked.ok) return checked;
  const row = checked.value;
  const before = currentPick(context.db, caseId);
  if (before?.digits === digits && before.hold === 'granted') return refuse('already-holding');
  const reservationId = context.newId();
  noteAsked(context, reservationId, { caseId, digits, by: actor.staffNo });
  const held = await context.line.hold({
    reservationId, key: context.newId(), digits, caseId, caseNo: row.caseNo, customerId: partyId(caseId, 'customer'), customerName: row.customer.name,
    staffNo: actor.staffNo, hallCode: readHall(context).code,
  }, 'case');
  if (!held.ok && held.error.code === 'offline') {
    giveBackAsked(context, reservationId);
    context.line.wake();
    return refuse('carrier-offline');
  }
  if (!held.ok) inTransaction(context.db, () => clearAsked(context, reservationId));
  if (!held.ok && held.error.code === 'taken')
    return ok({ outcome: 'taken', view: viewCase(context, caseId), alternatives: await alternativesTo(context, digits) });
  if (!held.ok) return refuse('carrier-refused', { reason: 'reason' in held.error ? held.error.reason : '' });
  return inTransaction(context.db, () => {
    clearAsked(context, reservationId);
    const edit: Edit = { caseId, by: actor.staffNo, at: context.now() };
    giveBack(context, edit, currentPick(context.db, caseId));
    keepPick(context, edit, { digits, hold: 'granted', reservationId: held.value.reservationId, expiresAt: held.value.expiresAt, fallbacks: [] });
    record(context, edit, 'number-held', { number: digits, until: held.value.expiresAt });
    context.line.wake();
    return ok({ outcome: 'granted', view: viewCase(context, caseId), alternatives: [] });
  });
}

/** Offline: a provisional pick with ranked fallbacks; the carrier is asked as soon as the line is back. */
export function pickProvisional(context: ConsoleContext, actor: Actor, caseId: string, ranked: readonly string[]): Result<CaseView, Failure> {
  const picked = inTransaction(context.db, (): Result<null, Failure> => {
    const checked = checkPick(context, actor, caseId, ranked);
    if (!checked.ok) return checked;
    const [digits = '', ...fallbacks] = [...new Set(ranked)];
    const clash = ranked.find((number) => openPicksOf(context.db, number).some((pick) => pick.caseId !== caseId));
    if (clash !== undefined) return refuse('number-not-free', { number: clash });
    // An approval names one number, and a fallback must not change what the customer pays: same grade, and none for special ones.
    const grades = [digits, ...fallbacks].map((number) => gradeNumber(number, rulesInForce(context).rules).grade);
    if (fallbacks.length > 0 && (grades[0] !== 9 || grades.some((grade) => grade !== 9))) return refuse('fallback-not-ordinary');
    const edit: Edit = { caseId, by: actor.staffNo, at: context.now() };
    const reservationId = context.newId();
    giveBack(context, edit, currentPick(context.db, caseId));
    keepPick(context, edit, { digits, hold: 'provisional', reservationId, expiresAt: null, fallbacks });
    intend(context, edit, { kind: 'hold-number', body: {
      reservationId, digits, caseNo: checked.value.caseNo, customerId: partyId(caseId, 'customer'), customerName: checked.value.customer.name, staffNo: actor.staffNo, fallbacks,
    } }, digits);
    record(context, edit, 'number-picked-offline', { number: digits, fallbacks: fallbacks.join(' ') });
    return ok(null);
  });
  if (!picked.ok) return picked;
  context.line.wake();
  return ok(viewCase(context, caseId));
}

/** Extends the hold as far as the carrier allows. */
export async function extendHold(context: ConsoleContext, actor: Actor, caseId: string): Promise<Result<CaseView, Failure>> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  const pick = currentPick(context.db, caseId);
  if (pick === null || pick.reservationId === null || pick.hold !== 'granted') return refuse('hold-not-found');
  const extended = await context.line.extend(pick.reservationId, context.newId());
  if (!extended.ok) return extended.error.code === 'offline' ? refuse('carrier-offline') : refuse('hold-limit');
  inTransaction(context.db, () => {
    setHold(context.db, pick.pickId, 'granted', extended.value.expiresAt);
    record(context, { caseId, by: actor.staffNo, at: context.now() }, 'hold-extended', { until: extended.value.expiresAt });
  });
  return ok(viewCase(context, caseId));
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

/** What stands in the way of picking these numbers for this case, before anyone is asked. */
function checkPick(context: ConsoleContext, actor: Actor, caseId: string, numbers: readonly string[]): Result<CaseRow, Failure> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  if (row.value.customer.name.trim().length < 2) return refuse('customer-not-named');
  if (latestApproval(context.db, caseId)?.state === 'requested') return refuse('approval-pending');
  const bad = numbers.find((digits) => !parseNumber(digits, context.reference.segments).ok);
  if (bad !== undefined) return refuse('number-not-orderable', { number: bad });
  const { creditCode } = row.value.customer;
  const limit = readPolicy(context).numbersPerOrganisation;
  if (creditCode !== '' && countNumbersOf(context.db, creditCode, caseId) >= limit) return refuse('number-limit', { limit });
  return row;
}

function keepPick(context: ConsoleContext, edit: Edit, pick: Pick<PickRow, 'digits' | 'hold' | 'reservationId' | 'expiresAt' | 'fallbacks'>): void {
  const { rules, version } = rulesInForce(context);
  const graded = gradeNumber(pick.digits, rules);
  insertPick(context.db, {
    ...pick, caseId: edit.caseId, grade: graded.grade, ruleId: graded.grade === 9 ? null : graded.ruleId, heldAt: edit.at,
    rulesVersion: String(version),
  });
  touchCase(context.db, edit);
}

/** The case's earlier number goes back to the pool; a failed send is the outbox's business. */
function giveBack(context: ConsoleContext, edit: Edit, pick: PickRow | null): void {
  if (pick === null) return;
  if (pick.reservationId !== null && (pick.hold === 'granted' || pick.hold === 'provisional'))
    intend(context, edit, { kind: 'release-number', body: { reservationId: pick.reservationId } }, pick.digits);
  setHold(context.db, pick.pickId, 'released', null);
}
