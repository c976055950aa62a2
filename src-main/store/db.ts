import type Database from 'better-sqlite3';

/** The console's one connection. Only `store/` writes SQL against it. */
export type Db = Database.Database;

const cache = new WeakMap<Db, Map<string, Database.Statement>>();

/** The prepared statement of this text, made once per connection. */
export function sql<Row = unknown>(db: Db, text: string): Database.Statement<unknown[], Row> {
  const known = cache.get(db) ?? new Map<string, Database.Statement>();
  cache.set(db, known);
  const found = known.get(text) ?? db.prepare(text);
  known.set(text, found);
  return found as Database.Statement<unknown[], Row>;
}

/** Runs `work` as one transaction that takes the write lock first; a throw rolls all of it back. */
export function inTransaction<T>(db: Db, work: () => T): T {
  return db.inTransaction ? work() : db.transaction(work).immediate();
}
