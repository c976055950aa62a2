import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import { maskIdentityNumber } from '#domain/applicant/mask.ts';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { nameReading } from '#domain/applicant/name-reading.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { ok, type Result } from '#domain/result.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase, saveCustomer, saveForm, savePlace } from '../../store/tables/case-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { viewCase } from './case-view.ts';
import { editCase, record } from './edit-case.ts';

/** Saves the customer fields that changed, exactly as typed; on disk when this returns. The event names fields, never values. */
export function saveCustomerFields(context: ConsoleContext, actor: Actor, caseId: string, patch: Partial<CustomerDraft>): Result<CaseView, Failure> {
  const saved = editCase(context, actor, caseId, (row, edit) => {
    const changed = (Object.keys(patch) as (keyof CustomerDraft)[]).filter((field) => patch[field] !== undefined && patch[field] !== row.customer[field]);
    if (changed.length === 0) return ok(null);
    const customer: CustomerDraft = { ...row.customer, ...patch };
    saveCustomer(context.db, edit, customer, nameReading(customer.name));
    record(context, edit, 'customer-saved', { fields: changed.join(' ') });
    return ok(null);
  });
  return saved.ok ? ok(viewCase(context, caseId)) : saved;
}

/** The screen sends back masked owners' numbers that nobody typed over: what is stored stands in their place. */
function unmasked(form: RoutingForm, stored: RoutingForm): RoutingForm {
  const kept = new Map(stored.destinations.map(({ id, ownerIdNumber }) => [id, ownerIdNumber ?? '']));
  const destinations = form.destinations.map((destination) => {
    const before = kept.get(destination.id) ?? '';
    return before !== '' && destination.ownerIdNumber === maskIdentityNumber(before) ? { ...destination, ownerIdNumber: before } : destination;
  });
  return { ...form, destinations };
}

/** Saves the acceptance form whole: its parts cite each other. */
export function saveRoutingForm(context: ConsoleContext, actor: Actor, caseId: string, typed: RoutingForm): Result<CaseView, Failure> {
  const saved = editCase(context, actor, caseId, (row, edit) => {
    const form = unmasked(typed, row.form);
    if (JSON.stringify(row.form) === JSON.stringify(form)) return ok(null);
    saveForm(context.db, edit, form);
    record(context, edit, 'form-saved', { destinations: form.destinations.length });
    return ok(null);
  });
  return saved.ok ? ok(viewCase(context, caseId)) : saved;
}

/** Remembers where the clerk stands; a restart opens the same case and field. No edit: it touches no content. */
export function rememberPlace(context: ConsoleContext, actor: Actor, caseId: string, task: TaskName, field: string | null): Result<null, Failure> {
  return inTransaction(context.db, () => {
    const row = findCase(context.db, caseId);
    if (row === null) return refuse('case-not-found');
    if (row.owner === actor.staffNo) savePlace(context.db, actor.staffNo, caseId, task, field);
    return ok(null);
  });
}
