import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { dueDate } from '#domain/calendar/working-days.ts';
import { ok, type Result } from '#domain/result.ts';
import { setCaseState } from '../../store/tables/case-rows.ts';
import { appendHistory, insertOrder } from '../../store/tables/order-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { editCase, record } from '../cases/edit-case.ts';
import { loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { clockStart, workingDaysOf } from '../payments/view-payments.ts';
import { refuse } from '../refuse.ts';
import { endBrowseHolds } from '../shortlist/browse-hold.ts';
import { appendOrderIntents } from './order-intents.ts';

/** Hands the complete case to the outbox: the order, what it needs and the promised day are one transaction; the line sends when it can. */
export function submitCase(context: ConsoleContext, actor: Actor, caseId: string): Result<CaseView, Failure> {
  const submitted = editCase(context, actor, caseId, (_row, edit): Result<null, Failure> => {
    const loaded = loadCase(context, caseId);
    if (loaded === null) return refuse('case-not-found');
    const activation = loaded.tasks.find((view) => view.task === 'activation');
    if (activation?.status !== 'todo' || loaded.pick === null || loaded.plan?.quote == null) return refuse('tasks-open', { tasks: (activation?.reason?.waitsFor ?? []).join(' ') });
    // Nothing due: the day of the complete case takes the place of the payment (product.md, due date).
    const start = clockStart(loaded) ?? edit.at;
    const workingDays = workingDaysOf(context, loaded.pick.grade);
    const due = dueDate({ paidAt: start, cutOff: context.reference.policy.activation.cutOff, workingDays, calendar: announcedCalendar });
    insertOrder(context.db, { caseId, submittedAt: edit.at, submittedBy: actor.staffNo, clockStartAt: start, dueDate: due.date, provisional: due.provisional, workingDays });
    appendHistory(context.db, caseId, edit.at, 'submitted', actor.name);
    endBrowseHolds(context, edit);
    appendOrderIntents(context, edit, loaded, { dueDate: due.date, workingDays });
    // The hall's part is done: from here on the case is not edited. The carrier's own word follows with its answer.
    setCaseState(context.db, caseId, 'acknowledged');
    record(context, edit, 'case-submitted', { number: loaded.pick.digits, due: due.date });
    return ok(null);
  });
  if (!submitted.ok) return submitted;
  context.line.wake();
  return ok(viewCase(context, caseId));
}
