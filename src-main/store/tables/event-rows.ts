import type { CaseEventKind } from '#domain/cases/case-event.ts';
import { type Db, sql } from '../db.ts';

/** One event of a case: who did what, when. Appended only. */
export type CaseEvent = {
  readonly caseId: string; readonly at: string; readonly staffNo: string; readonly kind: CaseEventKind; readonly facts: Readonly<Record<string, string | number>>;
};

export const appendEvent = (db: Db, event: CaseEvent): void =>
  void sql(db, 'INSERT INTO case_events(case_id, at, staff_no, kind, facts) VALUES (?, ?, ?, ?, ?)').run(event.caseId, event.at, event.staffNo, event.kind, JSON.stringify(event.facts));

export const listEvents = (db: Db, caseId: string): readonly (CaseEvent & { readonly seq: number })[] =>
  sql<{ seq: number; case_id: string; at: string; staff_no: string; kind: CaseEventKind; facts: string }>(db, 'SELECT * FROM case_events WHERE case_id = ? ORDER BY seq').all(caseId)
    .map((raw) => ({ seq: raw.seq, caseId: raw.case_id, at: raw.at, staffNo: raw.staff_no, kind: raw.kind, facts: JSON.parse(raw.facts) as CaseEvent['facts'] }));

/** How many cases saw an event of this kind since an instant. */
export const countEventsSince = (db: Db, kind: CaseEventKind, since: string): number =>
  sql<{ n: number }>(db, 'SELECT count(DISTINCT case_id) AS n FROM case_events WHERE kind = ? AND at >= ?').get(kind, since)?.n ?? 0;
