import type { CaseView } from '#contract/cases.ts';
import { emptyCustomer } from '#domain/applicant/customer.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { emptyForm } from '#domain/routing/routing-form.ts';
import { inTransaction } from '../../store/db.ts';
import { insertCase, savePlace } from '../../store/tables/case-rows.ts';
import { nextCount } from '../../store/tables/setting-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { viewCase } from './case-view.ts';
import { record } from './edit-case.ts';

/** A new, empty case of the clerk. Its number names hall, desk and day: unique without asking anyone. */
export function createCase(context: ConsoleContext, actor: Actor): Result<CaseView, never> {
  const caseId = context.newId();
  inTransaction(context.db, () => {
    const at = context.now();
    const day = wallTime(at).date.replaceAll('-', '');
    const hall = readHall(context);
    const caseNo = `${hall.code}${String(hall.desk).padStart(2, '0')}-${day}-${String(nextCount(context.db, `case-${day}`)).padStart(4, '0')}`;
    insertCase(context.db, {
      caseId, caseNo, state: 'draft', createdBy: actor.staffNo, owner: actor.staffNo, createdAt: at, editedBy: actor.staffNo, editedAt: at, revision: 1,
      parkedAt: null, parkedNote: '', place: { task: 'customer', field: null }, customer: emptyCustomer, form: emptyForm, plan: null, byHand: [],
    });
    savePlace(context.db, actor.staffNo, caseId, 'customer', 'name');
    record(context, { caseId, by: actor.staffNo, at }, 'case-created', { caseNo });
  });
  return ok(viewCase(context, caseId));
}
