import type { Failure } from '#contract/failures.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { parseNumber } from '#domain/number/number.ts';
import type { HoldNumberBody } from '#domain/outbox/intent-bodies.ts';
import { type Result } from '#domain/result.ts';
import { type CaseRow, countNumbersOf, findCase, touchCase } from '../../store/tables/case-rows.ts';
import { latestApproval } from '../../store/tables/approval/approval-rows.ts';
import { openIntentsOf, supersede } from '../../store/tables/outbox-rows.ts';
import { insertPick, type PickRow, setHold } from '../../store/tables/number/pick-rows.ts';
import { intend } from '../append-intent.ts';
import { type Edit, mayEdit } from '../cases/edit-case.ts';
import { partyId } from '../cases/party-id.ts';
import type { Actor, ConsoleContext, HoldRequest } from '../console-context.ts';
import { readHall, readPolicy } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';

/** A hold names its customer: two characters of the name at least. */
export const isNamed = (row: CaseRow): boolean => row.customer.name.trim().length >= 2;

/** What stands in the way of picking these numbers for this case, before anyone is asked. */
export function checkPick(context: ConsoleContext, actor: Actor, caseId: string, numbers: readonly string[]): Result<CaseRow, Failure> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  if (!isNamed(row.value)) return refuse('customer-not-named');
  if (latestApproval(context.db, caseId)?.state === 'requested') return refuse('approval-pending');
  const bad = numbers.find((digits) => !parseNumber(digits, context.reference.segments).ok);
  if (bad !== undefined) return refuse('number-not-orderable', { number: bad });
  const { creditCode } = row.value.customer;
  const limit = readPolicy(context).numbersPerOrganisation;
  if (creditCode !== '' && countNumbersOf(context.db, creditCode, caseId) >= limit) return refuse('number-limit', { limit });
  return row;
}

/** What the carrier is asked for a case: a reservation and a key of its own. */
export const holdRequest = (context: ConsoleContext, row: CaseRow, digits: string, staffNo: string): HoldRequest => ({
  reservationId: context.newId(), key: context.newId(), digits, caseId: row.caseId, caseNo: row.caseNo, customerId: partyId(row.caseId, 'customer'),
  customerName: row.customer.name, staffNo, hallCode: readHall(context).code,
});

/** Makes a number the case's, with grade and rule version as they are now. */
export function keepPick(context: ConsoleContext, edit: Edit, pick: Pick<PickRow, 'digits' | 'hold' | 'reservationId' | 'expiresAt' | 'fallbacks'>): void {
  const { rules, version } = rulesInForce(context);
  const graded = gradeNumber(pick.digits, rules);
  insertPick(context.db, {
    ...pick, ranked: [pick.digits, ...pick.fallbacks], caseId: edit.caseId, grade: graded.grade, ruleId: graded.grade === 9 ? null : graded.ruleId, heldAt: edit.at, rulesVersion: String(version),
  });
  touchCase(context.db, edit);
}

/** The case's earlier number goes back to the pool; a failed send is the outbox's business. */
export function giveBack(context: ConsoleContext, edit: Edit, pick: PickRow | null): void {
  if (pick === null) return;
  const neverAsked = pick.hold === 'provisional' && withdrawAsk(context, edit.caseId, pick.reservationId);
  if (!neverAsked && pick.reservationId !== null && (pick.hold === 'granted' || pick.hold === 'provisional' || pick.hold === 'leased'))
    intend(context, edit, { kind: 'release-number', body: { reservationId: pick.reservationId } }, pick.digits);
  setHold(context.db, pick.pickId, 'released', null);
}

/** Stops asking for a hold that is given up: parked, it would keep everything behind it from going. True when not one byte of it ever went out. */
function withdrawAsk(context: ConsoleContext, caseId: string, reservationId: string | null): boolean {
  const asked = openIntentsOf(context.db, caseId).filter((intent) => intent.kind === 'hold-number' && (intent.body as HoldNumberBody).reservationId === reservationId);
  const unsent = asked.filter(({ frozen }) => frozen === null || frozen === '[]');
  for (const { seq } of [...unsent, ...asked.filter(({ state }) => state === 'parked')]) supersede(context.db, seq);
  return unsent.length > 0;
}

/** The case wants the number back that it was giving back: what has not gone out yet never does, and the carrier still has it for this case. */
export function keepAfterAll(context: ConsoleContext, caseId: string, digits: string): void {
  for (const intent of openIntentsOf(context.db, caseId)) if (intent.kind === 'release-number' && intent.subject === digits) supersede(context.db, intent.seq);
}
