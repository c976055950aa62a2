import Database from 'better-sqlite3';
import { assert } from '#domain/assert.ts';
import { schema, schemaVersion } from './schema.ts';

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
  const version = database.pragma('user_version', { simple: true });
  if (version === 0) database.transaction(() => { database.exec(schema); database.pragma(`user_version = ${schemaVersion}`); }).immediate();
  else assert(version === schemaVersion, `openStore: file of version ${String(version)}, this program knows ${schemaVersion}`);
  return database;
}
