import { type Db, sql } from '../db.ts';

/** One setting of this console, as JSON. */
export function readSetting<T>(db: Db, name: string): T | null {
  const raw = sql<{ value: string }>(db, 'SELECT value FROM settings WHERE name = ?').get(name);
  return raw ? (JSON.parse(raw.value) as T) : null;
}

export const writeSetting = (db: Db, name: string, value: unknown): void =>
  void sql(db, 'INSERT INTO settings(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value').run(name, JSON.stringify(value));

/** The next value of a gapless counter of this device; call it inside the transaction that uses the value. */
export function nextCount(db: Db, name: string): number {
  const raw = sql<{ value: number }>(db, 'INSERT INTO counters(name, value) VALUES (?, 1) ON CONFLICT(name) DO UPDATE SET value = value + 1 RETURNING value').get(name);
  return raw?.value ?? 1;
}

/** Who looked at what guarded thing, and when. */
export const appendView = (db: Db, view: { readonly at: string; readonly staffNo: string; readonly what: string; readonly subject: string }): void =>
  void sql(db, 'INSERT INTO view_log(at, staff_no, what, subject) VALUES (?, ?, ?, ?)').run(view.at, view.staffNo, view.what, view.subject);

/** The last value a counter gave out; 0 before the first. */
export const readCount = (db: Db, name: string): number => sql<{ value: number }>(db, 'SELECT value FROM counters WHERE name = ?').get(name)?.value ?? 0;
