import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { isFinal } from '#domain/cases/case-state.ts';
import { inTransaction } from '../../store/db.ts';
import { appendEvent, type CaseEvent } from '../../store/tables/event-rows.ts';
import { type CaseRow, findCase } from '../../store/tables/case-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** Who edits which case when: what every statement that counts as an edit needs. */
export type Edit = { readonly caseId: string; readonly by: string; readonly at: string };

/** May this person work on the case now? Its owner only; a parked case is picked up first; a submitted one is the carrier's. */
export function mayEdit(row: CaseRow | null, actor: Actor): Result<CaseRow, Failure> {
  if (row === null) return refuse('case-not-found');
  if (row.owner !== actor.staffNo) return refuse('case-of-another', { owner: row.owner });
  if (isFinal(row.state) || row.state !== 'draft') return refuse('case-not-editable', { state: row.state });
  if (row.parkedAt !== null) return refuse('case-parked');
  return ok(row);
}

/** One edit of a draft: check, change and event in one transaction. `work` gets the row as it stands inside the transaction. */
export function editCase<T>(context: ConsoleContext, actor: Actor, caseId: string, work: (row: CaseRow, edit: Edit) => Result<T, Failure>): Result<T, Failure> {
  return inTransaction(context.db, () => {
    const row = mayEdit(findCase(context.db, caseId), actor);
    return row.ok ? work(row.value, { caseId, by: actor.staffNo, at: context.now() }) : row;
  });
}

/** Appends an event of a case in the transaction of what happened. */
export const record = (context: ConsoleContext, edit: Edit, kind: CaseEvent['kind'], facts: CaseEvent['facts'] = {}): void =>
  appendEvent(context.db, { caseId: edit.caseId, at: edit.at, staffNo: edit.by, kind, facts });
