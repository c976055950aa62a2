import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { ListImport } from '#contract/routing.ts';
import type { Result } from '#domain/result.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { mayEdit } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** Reads a list of callers in the thread of the call lists; what was read goes to the screen, which puts it into the form. */
export async function importList(context: ConsoleContext, actor: Actor, { caseId, bytes }: Request<'routing/import-list'>): Promise<Result<ListImport, Failure>> {
  const row = mayEdit(findCase(context.db, caseId), actor);
  if (!row.ok) return row;
  const most = context.reference.policy.routing.listEntries.value;
  const answer = await context.calls.readCallerList(bytes, most);
  if (!answer.ok) return refuse('list-unreadable', { why: answer.error.code });
  if (answer.value.ok) return answer.value;
  const { code } = answer.value.error;
  if (code === 'list-too-long' || code === 'too-many-rows') return refuse('list-too-long', { most });
  return code === 'list-none' ? refuse('list-none') : refuse('list-unreadable', { why: code });
}
