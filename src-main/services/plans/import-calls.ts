import type { Reply, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { CallImport } from '#contract/plans.ts';
import { parsePhone } from '#domain/applicant/phone.ts';
import { type CallsRefusal, mostCalls } from '#domain/calls/read-calls.ts';
import { ok, type Result } from '#domain/result.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import type { TableRefusal } from '../../files/table.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { findCallList, forgetCallList, keepCallList, keepUsage } from '../../store/tables/usage-rows.ts';
import { editCase, mayEdit, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext, Hall } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';
import { answersOf } from './case-usage.ts';
import { compareForCase } from './compare-case.ts';

/** Reads a customer's call list, keeps it without any caller's number, and compares by it; the rows that were not taken are told. */
export async function importCalls(context: ConsoleContext, actor: Actor, { caseId, fileName, bytes }: Request<'plans/import-calls'>): Promise<Result<CallImport, Failure>> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  if (currentPick(context.db, caseId) === null) return refuse('number-not-chosen');
  const answer = await context.calls.readCallList(bytes, answeredArea(row.value.form, readHall(context)));
  if (!answer.ok) return refuse('calls-unreadable', { why: answer.error.code });
  if (!answer.value.ok) return { ok: false, error: refusalWords(answer.value.error) };
  const { packed, ...told } = answer.value.value;
  const kept = editCase(context, actor, caseId, (_row, edit) => {
    keepCallList(context.db, edit, baseName(fileName), packed);
    keepUsage(context.db, edit, JSON.stringify({ ...answersOf(context, caseId), from: 'calls' }));
    record(context, edit, 'calls-imported', { file: baseName(fileName), calls: told.taken, rejected: told.rejected });
    return ok(null);
  });
  if (!kept.ok) return kept;
  const compared = await compareForCase(context, caseId);
  return compared.ok ? ok({ ...told, comparison: compared.value }) : compared;
}

/** Takes the list away again; the case is compared by the five questions as they were answered before it. */
export async function forgetCalls(context: ConsoleContext, actor: Actor, caseId: string): Promise<Result<Reply<'plans/forget-calls'>, Failure>> {
  const forgotten = editCase(context, actor, caseId, (_row, edit) => {
    if (findCallList(context.db, caseId) === null) return ok(null);
    keepUsage(context.db, edit, JSON.stringify({ ...answersOf(context, caseId), from: 'questions' }));
    forgetCallList(context.db, caseId);
    record(context, edit, 'usage-kept', { from: 'questions', minutes: answersOf(context, caseId).minutes });
    return ok(null);
  });
  return forgotten.ok ? compareForCase(context, caseId) : forgotten;
}

/** Where a call is answered: the area of the first fixed phone of the form, else the hall's own. */
function answeredArea({ destinations }: RoutingForm, { areaCode }: Hall): string {
  for (const { number } of destinations) {
    const phone = parsePhone(number);
    if (phone.ok && phone.value.areaCode !== null) return phone.value.areaCode;
  }
  return areaCode;
}

const baseName = (fileName: string): string => fileName.split(/[/\\]/).at(-1) ?? fileName;

function refusalWords(refusal: TableRefusal | CallsRefusal): Failure {
  switch (refusal.code) {
    case 'calls-columns': return { code: 'calls-columns', facts: { missing: refusal.missing.join(' ') } };
    case 'calls-none': return { code: 'calls-none', facts: { rejected: refusal.rejected } };
    case 'calls-too-many': case 'too-many-rows': return { code: 'calls-too-many', facts: { most: mostCalls } };
    default: return { code: 'calls-unreadable', facts: { why: refusal.code } };
  }
}
