import type { Reply } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { takeBackDecision } from '#domain/approval/approval.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { findApproval, latestApproval, reopenApproval } from '../../store/tables/approval/approval-rows.ts';
import { record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { approvalQueue } from './approval-queue.ts';
import { takeBackRemote } from './remote/decide-remote.ts';
import { keepRemote } from './remote/offer-remote.ts';
import { tellDecided } from './take-decision.ts';
import { approvalOf } from './view-approval.ts';

/** Undoes a decision within ten seconds: by who made it, while no agreement was signed on it. */
export function takeBack(context: ConsoleContext, actor: Actor, approvalId: string): Result<Reply<'approval/take-back'>, Failure> {
  const stored = findApproval(context.db, approvalId);
  const undone = stored === null ? takeBackRemote(context, actor, approvalId) : inTransaction(context.db, () => undo(context, actor, approvalId));
  if (!undone.ok) return undone;
  if (stored !== null) tellDecided(context, stored.caseId);
  return ok({ queue: approvalQueue(context, actor) });
}

function undo(context: ConsoleContext, actor: Actor, approvalId: string): Result<null, Failure> {
  const stored = findApproval(context.db, approvalId);
  if (stored === null) return refuse('approval-not-found');
  const at = context.now();
  const undone = takeBackDecision(approvalOf(stored), { by: actor.staffNo, at });
  if (!undone.ok) return refuse(undone.error.code === 'not-decider' ? 'not-allowed' : 'take-back-too-late');
  // The clerk asked anew meanwhile: the request that was returned is history.
  if (latestApproval(context.db, stored.caseId)?.approvalId !== approvalId || !reopenApproval(context.db, approvalId)) return refuse('take-back-too-late');
  keepRemote(context, stored.caseId, approvalId);
  record(context, { caseId: stored.caseId, by: actor.staffNo, at }, 'approval-taken-back', { from: stored.state });
  return ok(null);
}
