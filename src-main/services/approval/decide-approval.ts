import type { Reply } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { findApproval } from '../../store/tables/approval/approval-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { checkSignIn } from '../session/sign-in.ts';
import { approvalQueue } from './approval-queue.ts';
import { decideRemote } from './remote/decide-remote.ts';
import { withdrawRemote } from './remote/offer-remote.ts';
import { decidedNow, type DecisionRequest, takeDecision, tellDecided } from './take-decision.ts';

type Request = DecisionRequest & { readonly supervisor: { readonly staffNo: string; readonly password: string } | null };

/** Takes a decision down: by the supervisor signed in, or one who signs in beside the clerk with own number and password. */
export async function decideOnApproval(context: ConsoleContext, actor: Actor, { supervisor, ...request }: Request): Promise<Result<Reply<'approval/decide'>, Failure>> {
  const by = supervisor === null ? ok(actor) : await checkSignIn(context, supervisor.staffNo, supervisor.password);
  if (!by.ok) return by;
  const decided = decideOne(context, by.value, request, supervisor === null ? 'desk' : 'beside');
  return decided.ok ? ok({ queue: approvalQueue(context, actor) }) : decided;
}

/** One decision at this PC: on a case of its own, or on the carrier's task of another PC's. */
export function decideOne(context: ConsoleContext, by: Actor, request: DecisionRequest, via: 'desk' | 'beside' | 'batch'): Result<null, Failure> {
  if (findApproval(context.db, request.approvalId) === null) return decideRemote(context, by, request);
  const decided = inTransaction(context.db, () => {
    const taken = takeDecision(context, { ...request, by, via, ...decidedNow(context) });
    // The hall's other PCs still show it; the carrier hears of it once the decision can no longer be taken back.
    if (taken.ok) withdrawRemote(context, { caseId: taken.value.row.caseId, by: by.staffNo, at: context.now() }, request.approvalId, 'after-take-back');
    return taken;
  });
  if (!decided.ok) return decided;
  tellDecided(context, decided.value.row.caseId);
  context.line.wake();
  return ok(null);
}
