import type { CaseView } from '#contract/cases.ts';
import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { keepRealCall } from '../../store/tables/real-call-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** Whether a real call went as the signed test call says; only a number that rings can be called. Anybody of the counter may have made it. */
export function recordRealCall(context: ConsoleContext, actor: Actor, { caseId, testCallId, as: outcome, note }: Request<'routing/record-real-call'>): Result<CaseView, Failure> {
  const kept = inTransaction(context.db, () => {
    const row = findCase(context.db, caseId);
    if (row === null) return refuse('case-not-found');
    if (row.state !== 'completed') return refuse('not-activated-yet');
    if (!row.form.testCalls.some(({ id }) => id === testCallId)) return refuse('test-call-not-found');
    const at = context.now();
    keepRealCall(context.db, caseId, { testCallId, outcome, note, madeBy: actor.staffNo, madeAt: at });
    record(context, { caseId, by: actor.staffNo, at }, 'real-call-made', { call: testCallId, outcome });
    return ok(null);
  });
  return kept.ok ? ok(viewCase(context, caseId)) : kept;
}
