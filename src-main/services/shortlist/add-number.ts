import type { Failure } from '#contract/failures.ts';
import { parseNumber } from '#domain/number/number.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { type CaseRow, findCase } from '../../store/tables/case-rows.ts';
import { deleteListed, findListed, insertListed, listShortlist } from '../../store/tables/number/shortlist-rows.ts';
import { mayEdit, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { isLent } from '../leases/lease-blocks.ts';
import { checkHoldCaps } from '../numbers/hold-caps.ts';
import { isHeldHere } from '../numbers/list-holds.ts';
import { isNamed } from '../numbers/keep-pick.ts';
import { refuseHold } from '../numbers/refuse-hold.ts';
import { alternativesTo } from '../numbers/search-numbers.ts';
import { refuse } from '../refuse.ts';
import { askForBrowse } from './browse-hold.ts';
import { type Listed, shortlistLimit, viewShortlist } from './view-shortlist.ts';

/** Lists a number for the customer. Online and with a named customer it is held, unless it is lent to this PC: then nobody else can take it; a number that another hall took is listed as taken, with three of the same kind. */
export async function addToShortlist(context: ConsoleContext, actor: Actor, caseId: string, digits: string): Promise<Result<Listed, Failure>> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  if (!parseNumber(digits, context.reference.segments).ok) return refuse('number-not-orderable', { number: digits });
  const holds = isNamed(row.value) && context.line.connection().state !== 'offline' && !isLent(context, digits);
  const isNew = findListed(context.db, caseId, digits) === null;
  const listed = list(context, actor, row.value, digits, holds);
  if (!listed.ok) return listed;
  if (!holds || findListed(context.db, caseId, digits)?.state === 'held') return viewShortlist(context, caseId);
  const outcome = await askForBrowse(context, actor, row.value, digits);
  if (outcome?.code === 'limit' || outcome?.code === 'refused') {
    if (isNew) unlist(context, actor, caseId, digits);
    return refuseHold(outcome, digits);
  }
  context.line.wake();
  const view = await viewShortlist(context, caseId);
  return view.ok && outcome?.code === 'taken' ? ok({ ...view.value, alternatives: await alternativesTo(context, digits), here: isHeldHere(context, digits, caseId) }) : view;
}

function list(context: ConsoleContext, actor: Actor, { caseId }: CaseRow, digits: string, holds: boolean): Result<null, Failure> {
  return inTransaction(context.db, () => {
    const row = mayEdit(findCase(context.db, caseId), actor);
    if (!row.ok) return row;
    const fits = holds ? checkHoldCaps(context, row.value, { digits, kind: 'browse' }) : ok(null);
    if (!fits.ok || findListed(context.db, caseId, digits) !== null) return fits;
    if (listShortlist(context.db, caseId).length >= shortlistLimit) return refuse('shortlist-full', { limit: shortlistLimit });
    const edit = { caseId, by: actor.staffNo, at: context.now() };
    insertListed(context.db, { caseId, digits, addedAt: edit.at, addedBy: actor.staffNo });
    record(context, edit, 'shortlist-changed', { numbers: numbersOf(context, caseId) });
    return ok(null);
  });
}

/** The carrier keeps no more numbers for us: what was listed for its answer goes again. */
function unlist(context: ConsoleContext, actor: Actor, caseId: string, digits: string): void {
  inTransaction(context.db, () => {
    deleteListed(context.db, caseId, digits);
    record(context, { caseId, by: actor.staffNo, at: context.now() }, 'shortlist-changed', { numbers: numbersOf(context, caseId) });
  });
}

/** The list as the case's history names it. */
export const numbersOf = (context: ConsoleContext, caseId: string): string => listShortlist(context.db, caseId).map(({ digits }) => digits).join(' ');
