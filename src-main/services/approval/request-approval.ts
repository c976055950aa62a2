import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { insertApproval, latestApproval, withdrawApproval as endRequest } from '../../store/tables/approval/approval-rows.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { type Edit, editCase, record } from '../cases/edit-case.ts';
import { loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { offerRemote, withdrawRemote } from './remote/offer-remote.ts';
import { bindingOf } from './view-approval.ts';

/** Asks a supervisor for a special number; bound to exactly what the case says now. A pending request for other content is replaced. */
export function requestApproval(context: ConsoleContext, actor: Actor, caseId: string, reason: string): Result<CaseView, Failure> {
  const requested = editCase(context, actor, caseId, (_row, edit): Result<null, Failure> => {
    const loaded = loadCase(context, caseId);
    if (loaded === null) return refuse('case-not-found');
    if (!loaded.approval.needed) return refuse('approval-not-needed');
    if (loaded.approval.state === 'requested') return refuse('approval-already-requested');
    const binding = bindingOf(loaded.row, loaded.pick, loaded.plan);
    if (binding === null || !loaded.facts.planAllowed) return refuse('plan-not-allowed', { why: loaded.plan?.refusal?.code ?? 'plan-not-chosen' });
    if (loaded.facts.customerErrors > 0) return refuse('task-not-open', { task: 'customer' });
    endPending(context, edit, null);
    const approval = { approvalId: context.newId(), caseId, requestedBy: actor.staffNo, requestedAt: edit.at, reason, binding: binding.text, bindingHash: binding.hash };
    insertApproval(context.db, approval);
    record(context, edit, 'approval-requested', { number: loaded.pick?.digits ?? '', hash: binding.hash });
    offerRemote(context, edit, approval, loaded);
    return ok(null);
  });
  if (!requested.ok) return requested;
  context.emit('approval/changed', null);
  context.line.wake();
  return ok(viewCase(context, caseId));
}

/** Ends the request that waits, here and on the hall's other desks; false when none does. `by` null: something else took its place. */
export function endPending(context: ConsoleContext, edit: Edit, by: string | null): boolean {
  const pending = latestApproval(context.db, edit.caseId);
  if (pending?.state !== 'requested' || !endRequest(context.db, pending.approvalId, by, edit.at)) return false;
  withdrawRemote(context, edit, pending.approvalId, 'now');
  return true;
}

/** Takes a request back before it is decided. */
export function withdrawApproval(context: ConsoleContext, actor: Actor, caseId: string): Result<CaseView, Failure> {
  const withdrawn = inTransaction(context.db, (): Result<null, Failure> => {
    const row = findCase(context.db, caseId);
    if (row === null) return refuse('case-not-found');
    if (row.owner !== actor.staffNo) return refuse('case-of-another', { owner: row.owner });
    const edit = { caseId, by: actor.staffNo, at: context.now() };
    if (!endPending(context, edit, actor.staffNo)) return refuse('approval-already-decided');
    record(context, edit, 'approval-withdrawn');
    return ok(null);
  });
  if (!withdrawn.ok) return withdrawn;
  context.emit('approval/changed', null);
  context.line.wake();
  return ok(viewCase(context, caseId));
}
