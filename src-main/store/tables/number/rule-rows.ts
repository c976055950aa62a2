import type { GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import { type Db, sql } from '../../db.ts';

/** One published rule table with its grades; `publishedBy` is null for a table that came with the program. */
export type RuleTableRow = {
  readonly version: number; readonly rules: NumberRules; readonly grades: GradeTable; readonly note: string; readonly confirmed: boolean; readonly publishedAt: string; readonly publishedBy: string | null;
};

/** A published table without its content. */
export type RuleTableHead = Omit<RuleTableRow, 'rules' | 'grades'>;

type RawHead = { version: number; note: string; confirmed: number; published_at: string; published_by: string | null };
type Raw = RawHead & { rules: string; grades: string };
const HEAD = 'version, note, confirmed, published_at, published_by';
const toHead = (raw: RawHead): RuleTableHead => ({ version: raw.version, note: raw.note, confirmed: raw.confirmed === 1, publishedAt: raw.published_at, publishedBy: raw.published_by });

/** Version of the table in force; 0 before any is kept. */
export const newestRuleVersion = (db: Db): number => sql<{ version: number | null }>(db, 'SELECT max(version) AS version FROM rule_tables').get()?.version ?? 0;

export function findRuleTable(db: Db, version: number): RuleTableRow | null {
  const raw = sql<Raw>(db, `SELECT ${HEAD}, rules, grades FROM rule_tables WHERE version = ?`).get(version);
  return raw ? { ...toHead(raw), rules: JSON.parse(raw.rules) as NumberRules, grades: JSON.parse(raw.grades) as GradeTable } : null;
}

/** All tables that were ever in force, newest first. */
export const listRuleTables = (db: Db): readonly RuleTableHead[] => sql<RawHead>(db, `SELECT ${HEAD} FROM rule_tables ORDER BY version DESC`).all().map(toHead);

export const insertRuleTable = (db: Db, row: RuleTableRow): void =>
  void sql(db, `INSERT INTO rule_tables(${HEAD}, rules, grades) VALUES (?, ?, ?, ?, ?, ?, ?)`).run(
    row.version, row.note, row.confirmed ? 1 : 0, row.publishedAt, row.publishedBy, JSON.stringify(row.rules), JSON.stringify(row.grades));
