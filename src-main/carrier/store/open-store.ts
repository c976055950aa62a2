import Database from 'better-sqlite3';
import { assert } from '#domain/assert.ts';
import { schemaSteps } from './schema.ts';

/** The carrier's file, open; one connection, so writes are serial. */
export type CarrierDatabase = Database.Database;

/** Opens or makes the carrier's own file. With a key (64 hex digits) every page is encrypted. */
export function openStore(file: string, key: string | undefined): CarrierDatabase {
  const database = new Database(file);
  if (key !== undefined) {
    assert(/^[0-9a-f]{64}$/.test(key), 'openStore: the key is not 64 hex digits');
    database.pragma("cipher='sqlcipher'");
    database.pragma(`key="x'${key}'"`);
  }
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('temp_store = MEMORY');
  database.pragma('foreign_keys = ON');
  const version = Number(database.pragma('user_version', { simple: true }));
  assert(version <= schemaSteps.length, `openStore: file of version ${version}, this program knows ${schemaSteps.length}`);
  for (const [index, step] of schemaSteps.entries()) {
    if (index >= version) database.transaction(() => { database.exec(step); database.pragma(`user_version = ${index + 1}`); }).immediate();
  }
  return database;
}
