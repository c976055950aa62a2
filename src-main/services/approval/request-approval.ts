import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { decideApproval, insertApproval, latestApproval } from '../../store/tables/approval-rows.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { editCase, record } from '../cases/edit-case.ts';
import { loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
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
    const pending = latestApproval(context.db, caseId);
    if (pending?.state === 'requested')
      decideApproval(context.db, { approvalId: pending.approvalId, state: 'withdrawn', decidedBy: null, decidedAt: edit.at, reasons: [], note: '', expiresAt: null });
    insertApproval(context.db, { approvalId: context.newId(), caseId, requestedBy: actor.staffNo, requestedAt: edit.at, reason, binding: binding.text, bindingHash: binding.hash });
    record(context, edit, 'approval-requested', { number: loaded.pick?.digits ?? '', hash: binding.hash });
    return ok(null);
  });
  return requested.ok ? ok(viewCase(context, caseId)) : requested;
}

/** Takes a request back before it is decided. */
export function withdrawApproval(context: ConsoleContext, actor: Actor, caseId: string): Result<CaseView, Failure> {
  return inTransaction(context.db, () => {
    const row = findCase(context.db, caseId);
    if (row === null) return refuse('case-not-found');
    if (row.owner !== actor.staffNo) return refuse('case-of-another', { owner: row.owner });
    const pending = latestApproval(context.db, caseId);
    if (pending === null || pending.state !== 'requested') return refuse('approval-already-decided');
    const at = context.now();
    decideApproval(context.db, { approvalId: pending.approvalId, state: 'withdrawn', decidedBy: actor.staffNo, decidedAt: at, reasons: [], note: '', expiresAt: null });
    record(context, { caseId, by: actor.staffNo, at }, 'approval-withdrawn');
    return ok(viewCase(context, caseId));
  });
}
