import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { ShiftView } from '#contract/till.ts';
import { ok, type Result } from '#domain/result.ts';
import { type ExplainRefusal, mayExplain } from '#domain/till/close-shift.ts';
import { inTransaction } from '../../store/db.ts';
import { insertExplanation } from '../../store/tables/shift-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { findLoadedShift } from './view/load-shift.ts';
import { standsFor, whoAuthorises } from './second-person.ts';
import { matchShift, showShift } from './view/view-shift.ts';

const codes = { 'in-transit-of-another': 'bad-request', 'note-needed': 'note-needed', 'supervisor-needed': 'supervisor-needed' } as const satisfies Record<ExplainRefusal, Failure['code']>;

/** Says of mismatches that they are on their way (在途), or why they are there; a supervisor stands for all of them at once. */
export async function explainMismatches(context: ConsoleContext, actor: Actor, { shiftId, mismatchIds, action, note, supervisor }: Request<'till/explain'>): Promise<Result<ShiftView, Failure>> {
  const authoriser = await whoAuthorises(context, actor, supervisor);
  if (!authoriser.ok) return authoriser;
  const said = inTransaction(context.db, (): Result<null, Failure> => {
    const loaded = findLoadedShift(context, shiftId);
    if (loaded === null) return refuse('shift-not-found');
    if (loaded.record.close !== null) return refuse('shift-closed');
    if (loaded.count === null) return refuse('shift-not-counted');
    const stands = standsFor(authoriser.value, supervisor, loaded);
    if (!stands.ok) return stands;
    const { mismatches } = matchShift(context, actor, loaded);
    const wanted = [...new Set(mismatchIds)];
    for (const id of wanted) {
      const mismatch = mismatches.find((one) => one.id === id);
      if (mismatch === undefined) return refuse('mismatch-not-found');
      const allowed = mayExplain(mismatch, { action, note, authorisedBy: stands.value });
      if (!allowed.ok) return refuse(codes[allowed.error]);
    }
    for (const mismatchId of wanted) insertExplanation(context.db, { shiftId, mismatchId, action, note, explainedAt: context.now(), explainedBy: actor.staffNo, authorisedBy: stands.value });
    return ok(null);
  });
  if (!said.ok) return said;
  context.emit('till/changed', null);
  return showShift(context, actor, shiftId);
}
