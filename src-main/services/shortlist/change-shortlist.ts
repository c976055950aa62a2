import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { deleteListed, findListed, type HeldRow, listShortlist, setRank } from '../../store/tables/number/shortlist-rows.ts';
import { editCase, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { numbersOf } from './add-number.ts';
import { endBrowseHold } from './browse-hold.ts';
import { type Listed, viewShortlist } from './view-shortlist.ts';

/** Takes a number off the list; its browse hold goes back, the case's own number stays the case's. */
export async function dropFromShortlist(context: ConsoleContext, actor: Actor, caseId: string, digits: string): Promise<Result<Listed, Failure>> {
  const dropped = editCase(context, actor, caseId, (_row, edit): Result<null, Failure> => {
    const listed = findListed(context.db, caseId, digits);
    if (listed === null) return ok(null);
    if (listed.state === 'held') endBrowseHold(context, edit, listed as HeldRow);
    deleteListed(context.db, caseId, digits);
    record(context, edit, 'shortlist-changed', { numbers: numbersOf(context, caseId) });
    return ok(null);
  });
  if (!dropped.ok) return dropped;
  context.line.wake();
  return viewShortlist(context, caseId);
}

/** Puts the named numbers first, in their order; the others follow as they stood. */
export async function orderShortlist(context: ConsoleContext, actor: Actor, caseId: string, ranked: readonly string[]): Promise<Result<Listed, Failure>> {
  const ordered = editCase(context, actor, caseId, (): Result<null, Failure> => {
    const listed = listShortlist(context.db, caseId).map((row) => row.digits);
    const wanted = [...new Set(ranked)].filter((digits) => listed.includes(digits));
    [...wanted, ...listed.filter((digits) => !wanted.includes(digits))].forEach((digits, index) => setRank(context.db, caseId, digits, index + 1));
    return ok(null);
  });
  return ordered.ok ? viewShortlist(context, caseId) : ordered;
}
