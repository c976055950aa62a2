import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { assert } from '#domain/assert.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Db } from './db.ts';
import { migrate, type MigrateRefusal } from './migrate.ts';

/** Why the database was not opened; nothing was changed in any of these cases. */
export type OpenRefusal = MigrateRefusal | { readonly code: 'wrong-key' } | { readonly code: 'damaged'; readonly detail: string };

/** Opens (or makes) the encrypted database. `key` is 32 bytes and goes nowhere but into the pragma. */
export function openStore(file: string, key: Uint8Array): Result<Db, OpenRefusal> {
  assert(key.byteLength === 32, 'openStore: key is not 32 bytes');
  const existed = existsSync(file);
  const db = new Database(file);
  db.pragma("cipher='sqlcipher'");
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  try {
    db.pragma('temp_store=MEMORY');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    db.pragma('journal_mode=WAL');
  } catch (error) {
    db.close();
    return existed && isNotADatabase(error) ? fail({ code: 'wrong-key' }) : fail({ code: 'damaged', detail: String(error) });
  }
  // WAL re-opens at NORMAL, which loses acknowledged steps in a power cut: set FULL at every open and read it back.
  db.pragma('synchronous=FULL');
  db.pragma('foreign_keys=ON');
  db.pragma('busy_timeout=5000');
  assert(db.pragma('synchronous', { simple: true }) === 2, 'openStore: synchronous is not FULL');
  assert(newEnough(db), 'openStore: SQLite is older than 3.51.3');
  const migrated = migrate(db, file);
  if (!migrated.ok) db.close();
  return migrated.ok ? ok(db) : migrated;
}

const isNotADatabase = (error: unknown): boolean => (error as { readonly code?: string }).code === 'SQLITE_NOTADB';

function newEnough(db: Db): boolean {
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major * 1e6 + minor * 1e3 + patch >= 3_051_003;
}
