import type { OutboxRow } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import { readBinding } from '#domain/approval/approval-binding.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { findIntent, listOutbox as entries, retryNow } from '../../store/tables/outbox-rows.ts';
import { findTask } from '../../store/tables/approval/remote-task-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** Everything unsent in the order of sending, then what went out last. */
export const listOutbox = (context: ConsoleContext): readonly OutboxRow[] =>
  entries(context.db).map(({ body: _body, frozen: _frozen, key: _key, subject, createdBy: _by, ...row }) => {
    const found = findCase(context.db, row.caseId);
    return { ...row, ...(found === null ? elsewhere(context, subject) : { caseNo: found.caseNo, company: found.customer.name, number: currentPick(context.db, row.caseId)?.digits ?? null }) };
  });

/** The case of another PC that we decided on. */
function elsewhere(context: ConsoleContext, flowId: string): Pick<OutboxRow, 'caseNo' | 'company' | 'number'> {
  const packet = findTask(context.db, flowId)?.packet ?? null;
  const content = packet === null ? null : readBinding(packet.binding);
  return { caseNo: packet?.caseNo ?? '', company: content?.customerName ?? '', number: content?.number ?? null };
}

/** A person looked at what was parked: try it again with the same key. */
export function retryIntent(context: ConsoleContext, actor: Actor, seq: number): Result<readonly OutboxRow[], Failure> {
  const retried = inTransaction(context.db, (): Result<null, Failure> => {
    const intent = findIntent(context.db, seq);
    if (intent === null) return refuse('intent-not-found');
    if (!retryNow(context.db, seq, context.now())) return refuse('intent-not-parked');
    if (findCase(context.db, intent.caseId) !== null) record(context, { caseId: intent.caseId, by: actor.staffNo, at: context.now() }, 'outbox-retried', { kind: intent.kind });
    return ok(null);
  });
  if (!retried.ok) return retried;
  context.line.wake();
  return ok(listOutbox(context));
}
