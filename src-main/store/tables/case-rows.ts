import { type CustomerDraft, emptyCustomer } from '#domain/applicant/customer.ts';
import type { PlainDate } from '#domain/calendar/plain-date.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import type { CaseState } from '#domain/cases/case-state.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { readForm } from '#domain/routing/read-form.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { type Db, sql } from '../db.ts';

/**
 * The plan as the clerk chose it; the quote is computed, never stored, from the catalogue and the day frozen here. `terminals` where
 * the fee is per terminal; `reason` where a cheaper plan could be had.
 */
export type PlanChoice = {
  readonly planId: string; readonly version: string; readonly addOnIds: readonly string[]; readonly minimumLi: number | null;
  readonly catalogueVersion: string; readonly chosenOn: PlainDate; readonly terminals: number | null; readonly reason: string | null;
};

/** The one catalogue there was before versions were frozen with the choice. */
const firstCatalogue = '2024-10';
type StoredChoice = Pick<PlanChoice, 'planId' | 'version' | 'addOnIds' | 'minimumLi'> & Partial<PlanChoice>;

/** A case as stored. `editedBy` is the last person who changed its content: a supervisor who did may not approve it. */
export type CaseRow = {
  readonly caseId: string; readonly caseNo: string; readonly state: CaseState; readonly createdBy: string; readonly owner: string; readonly createdAt: string;
  readonly editedBy: string; readonly editedAt: string; readonly revision: number; readonly parkedAt: string | null; readonly parkedNote: string;
  readonly place: { readonly task: TaskName; readonly field: string | null };
  readonly customer: CustomerDraft; readonly form: RoutingForm; readonly plan: PlanChoice | null; readonly byHand: readonly string[];
};

type Raw = {
  case_id: string; case_no: string; state: CaseState; created_by: string; owner: string; created_at: string; edited_by: string; edited_at: string; revision: number;
  parked_at: string | null; parked_note: string; place_task: TaskName; place_field: string | null; customer: string; form: string; plan: string | null; by_hand: string;
};

// Lists of cases are read again and again, and a form can be long: the same text is the same object, so that what was computed from it can be kept with it.
const forms = new Map<string, RoutingForm>();
const FORMS_KEPT = 200;

function storedForm(text: string): RoutingForm {
  const known = forms.get(text);
  const form = known ?? readForm(JSON.parse(text));
  // The form that was asked for last is forgotten last.
  forms.delete(text);
  forms.set(text, form);
  const [oldest] = forms.keys();
  if (forms.size > FORMS_KEPT && oldest !== undefined) forms.delete(oldest);
  return form;
}

const toRow = (raw: Raw): CaseRow => ({
  caseId: raw.case_id, caseNo: raw.case_no, state: raw.state, createdBy: raw.created_by, owner: raw.owner, createdAt: raw.created_at, editedBy: raw.edited_by,
  editedAt: raw.edited_at, revision: raw.revision, parkedAt: raw.parked_at, parkedNote: raw.parked_note, place: { task: raw.place_task, field: raw.place_field },
  // A case stored by an older console lacks the fields that came later.
  customer: { ...emptyCustomer, ...(JSON.parse(raw.customer) as Partial<CustomerDraft>) }, form: storedForm(raw.form),
  plan: raw.plan === null ? null : planOf(JSON.parse(raw.plan) as StoredChoice, raw), byHand: JSON.parse(raw.by_hand) as string[],
});

const planOf = (stored: StoredChoice, { created_at }: Raw): PlanChoice => ({ catalogueVersion: firstCatalogue, chosenOn: wallTime(created_at).date, terminals: null, reason: null, ...stored });

export const findCase = (db: Db, caseId: string): CaseRow | null => {
  const raw = sql<Raw>(db, 'SELECT * FROM cases WHERE case_id = ?').get(caseId);
  return raw ? toRow(raw) : null;
};

/** Newest edit first; the workbench sorts by deadline itself. */
export const listCases = (db: Db, limit = 2000): readonly CaseRow[] =>
  sql<Raw>(db, 'SELECT * FROM cases ORDER BY edited_at DESC LIMIT ?').all(limit).map(toRow);

export const insertCase = (db: Db, row: CaseRow): void =>
  void sql(db, `INSERT INTO cases(case_id, case_no, state, created_by, owner, created_at, edited_by, edited_at, revision, customer, form)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    row.caseId, row.caseNo, row.state, row.createdBy, row.owner, row.createdAt, row.editedBy, row.editedAt, row.revision, JSON.stringify(row.customer), JSON.stringify(row.form));

type Edit = { readonly caseId: string; readonly by: string; readonly at: string };
const touched = 'edited_by = ?, edited_at = ?, revision = revision + 1';

export const saveCustomer = (db: Db, edit: Edit, customer: CustomerDraft, pinyin: string): void =>
  void sql(db, `UPDATE cases SET customer = ?, company = ?, pinyin = ?, credit_code = ?, ${touched} WHERE case_id = ?`).run(
    JSON.stringify(customer), customer.name, pinyin, customer.creditCode, edit.by, edit.at, edit.caseId);

export const saveForm = (db: Db, edit: Edit, form: RoutingForm): void =>
  void sql(db, `UPDATE cases SET form = ?, ${touched} WHERE case_id = ?`).run(JSON.stringify(form), edit.by, edit.at, edit.caseId);

export const savePlan = (db: Db, edit: Edit, plan: PlanChoice | null): void =>
  void sql(db, `UPDATE cases SET plan = ?, ${touched} WHERE case_id = ?`).run(plan === null ? null : JSON.stringify(plan), edit.by, edit.at, edit.caseId);

export const saveByHand = (db: Db, edit: Edit, byHand: readonly string[]): void =>
  void sql(db, `UPDATE cases SET by_hand = ?, ${touched} WHERE case_id = ?`).run(JSON.stringify(byHand), edit.by, edit.at, edit.caseId);

/** Marks an edit that lies in another table (number, document…). */
export const touchCase = (db: Db, edit: Edit): void => void sql(db, `UPDATE cases SET ${touched} WHERE case_id = ?`).run(edit.by, edit.at, edit.caseId);

/** A change that is nobody's edit: the carrier's answer, parking, taking over. */
export const setCaseState = (db: Db, caseId: string, state: CaseState): void =>
  void sql(db, 'UPDATE cases SET state = ?, revision = revision + 1 WHERE case_id = ?').run(state, caseId);

export const setParked = (db: Db, caseId: string, parkedAt: string | null, note: string): void =>
  void sql(db, 'UPDATE cases SET parked_at = ?, parked_note = ?, revision = revision + 1 WHERE case_id = ?').run(parkedAt, note, caseId);

export const setOwner = (db: Db, caseId: string, owner: string): void =>
  void sql(db, 'UPDATE cases SET owner = ?, revision = revision + 1 WHERE case_id = ?').run(owner, caseId);

/** Where the clerk stands, so that a restart opens the same case and field. */
export function savePlace(db: Db, staffNo: string, caseId: string, task: TaskName, field: string | null): void {
  sql(db, 'UPDATE cases SET place_task = ?, place_field = ? WHERE case_id = ?').run(task, field, caseId);
  sql(db, 'INSERT INTO last_places(staff_no, case_id) VALUES (?, ?) ON CONFLICT(staff_no) DO UPDATE SET case_id = excluded.case_id').run(staffNo, caseId);
}

export const lastCaseOf = (db: Db, staffNo: string): string | null =>
  sql<{ case_id: string }>(db, 'SELECT case_id FROM last_places WHERE staff_no = ?').get(staffNo)?.case_id ?? null;

/** Cases with a filled form, the one edited last first. */
export const recentForms = (db: Db, limit: number): readonly string[] =>
  sql<{ case_id: string }>(db, "SELECT case_id FROM cases WHERE json_array_length(form, '$.destinations') > 0 ORDER BY edited_at DESC LIMIT ?").all(limit).map((raw) => raw.case_id);

/** Global search: case number, company, pinyin initials, credit code, number, receipt; newest first. */
export const searchCases = (db: Db, text: string, limit = 12): readonly { readonly caseId: string; readonly matched: string }[] => {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<{ caseId: string; matched: string }>(db, `
    SELECT case_id AS caseId, CASE
      WHEN case_no LIKE :like ESCAPE '\\' THEN 'case-no' WHEN company LIKE :like ESCAPE '\\' THEN 'company'
      WHEN pinyin LIKE :like ESCAPE '\\' THEN 'pinyin' WHEN credit_code LIKE :like ESCAPE '\\' THEN 'credit-code'
      WHEN EXISTS(SELECT 1 FROM picks p WHERE p.case_id = c.case_id AND p.current = 1 AND p.digits LIKE :like ESCAPE '\\') THEN 'number'
      WHEN EXISTS(SELECT 1 FROM receipts r WHERE r.case_id = c.case_id AND r.receipt_no LIKE :like ESCAPE '\\')
        OR EXISTS(SELECT 1 FROM reversals v JOIN payments p USING(payment_id) WHERE p.case_id = c.case_id AND v.receipt_no LIKE :like ESCAPE '\\') THEN 'receipt' END AS matched
    FROM cases c WHERE matched IS NOT NULL ORDER BY edited_at DESC LIMIT :limit`).all({ like, limit });
};

/** Cases of one organisation that hold or use a number, this one left out: the limit of numbers counts them. */
export const countNumbersOf = (db: Db, creditCode: string, exceptCaseId: string): number =>
  sql<{ n: number }>(db, `SELECT count(*) AS n FROM cases c JOIN picks p ON p.case_id = c.case_id AND p.current = 1
    WHERE c.credit_code = ? AND c.case_id <> ? AND c.state NOT IN ('cancelled','rejected','failed') AND p.hold IN ('granted','provisional','leased')`).get(creditCode, exceptCaseId)?.n ?? 0;
