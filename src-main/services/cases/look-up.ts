import type { CaseEventView, CaseView, FoundCase } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase, lastCaseOf, searchCases } from '../../store/tables/case-rows.ts';
import { listEvents } from '../../store/tables/event-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { appendView } from '../../store/tables/setting-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { alternativesTo } from '../numbers/search-numbers.ts';
import { refuse } from '../refuse.ts';
import { viewCase } from './case-view.ts';
import { record } from './edit-case.ts';

/** Opens a case for reading; everyone who may read cases sees it masked. A number that was lost comes with others of its kind. */
export async function openCase(context: ConsoleContext, caseId: string): Promise<Result<CaseView, Failure>> {
  if (findCase(context.db, caseId) === null) return refuse('case-not-found');
  const pick = currentPick(context.db, caseId);
  const alternatives = pick?.hold === 'lost' || pick?.hold === 'expired' ? await alternativesTo(context, pick.digits) : [];
  return ok(viewCase(context, caseId, alternatives));
}

/** Global search; `@last` is the case this person had open last, so that a restart goes on there. */
export function findCases(context: ConsoleContext, actor: Actor, text: string): Result<readonly FoundCase[], Failure> {
  const { db } = context;
  const last = lastCaseOf(db, actor.staffNo);
  // A 400 number may be typed in groups; a case number keeps its hyphens.
  const wanted = text.trim().startsWith('400') ? text.replace(/[-\s]/g, '') : text.trim();
  const hits = text === '@last' ? (last === null ? [] : [{ caseId: last, matched: 'case-no' }]) : wanted === '' ? [] : searchCases(db, wanted.toLowerCase());
  return ok(hits.flatMap(({ caseId, matched }): FoundCase[] => {
    const row = findCase(db, caseId);
    if (row === null) return [];
    return [{ caseId, caseNo: row.caseNo, company: row.customer.name, number: currentPick(db, caseId)?.digits ?? null, matched: matched as FoundCase['matched'] }];
  }));
}

/** The events of a case, oldest first, with names. */
export function listCaseEvents(context: ConsoleContext, caseId: string): Result<readonly CaseEventView[], Failure> {
  if (findCase(context.db, caseId) === null) return refuse('case-not-found');
  return ok(listEvents(context.db, caseId).map((event) => ({
    seq: event.seq, at: event.at, staffNo: event.staffNo, staffName: findStaff(context.db, event.staffNo)?.name ?? '', kind: event.kind, facts: event.facts,
  })));
}

/** Shows a guarded field in full; who looked is on disk before the value leaves. */
export function revealField(context: ConsoleContext, actor: Actor, caseId: string, field: 'legalIdNumber' | 'handlerIdNumber'): Result<{ readonly value: string }, Failure> {
  return inTransaction(context.db, () => {
    const row = findCase(context.db, caseId);
    if (row === null) return refuse('case-not-found');
    const at = context.now();
    appendView(context.db, { at, staffNo: actor.staffNo, what: field, subject: caseId });
    record(context, { caseId, by: actor.staffNo, at }, 'field-revealed', { field });
    return ok({ value: row.customer[field] });
  });
}
