import type { BatchOutcome } from '#contract/approval.ts';
import type { Reply } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { approvalQueue } from './approval-queue.ts';
import { decideOne } from './decide-approval.ts';
import type { DecisionRequest } from './take-decision.ts';

type Request = Omit<DecisionRequest, 'approvalId' | 'bindingHash'> & { readonly items: readonly Pick<DecisionRequest, 'approvalId' | 'bindingHash'>[] };

/** Decides up to twenty requests of one grade and one plan: each by itself, checked and recorded as if it came alone. */
export function decideBatch(context: ConsoleContext, actor: Actor, { items, ...decision }: Request): Result<Reply<'approval/decide-batch'>, Failure> {
  const queue = approvalQueue(context, actor);
  const rows = items.map(({ approvalId }) => queue.find((row) => row.approvalId === approvalId));
  const kinds = new Set(rows.flatMap((row) => (row === undefined ? [] : [`${row.grade} ${row.planId}`])));
  if (kinds.size > 1 || new Set(items.map((item) => item.approvalId)).size !== items.length) return refuse('batch-mixed');
  const outcome: BatchOutcome = items.map((item, at) => {
    const number = rows[at]?.number ?? '';
    if (rows[at] === undefined) return { approvalId: item.approvalId, number, done: false, why: 'approval-already-decided' };
    const decided = decideOne(context, actor, { ...decision, ...item }, 'batch');
    return { approvalId: item.approvalId, number, done: decided.ok, why: decided.ok ? null : decided.error.code };
  });
  return ok({ outcome, queue: approvalQueue(context, actor) });
}
