import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../src-main/store/db.ts';
import { migrate } from '../../../src-main/store/migrate.ts';
import { migrations } from '../../../src-main/store/migrations/registry.ts';
import { openStore } from '../../../src-main/store/open.ts';
import { readSetting, writeSetting } from '../../../src-main/store/tables/setting-rows.ts';

const key = new Uint8Array(32).fill(5);
const newest = migrations.at(-1)?.step ?? 0;
let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(dir, 'hall400.db');
});
afterEach(() => rmSync(dir, { recursive: true }));

const open = (): Db => {
  const opened = openStore(file, key);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
/** The file as SQLite opens it, with nothing of ours but the key. */
const openRaw = (): Db => {
  const db = new Database(file);
  db.pragma("cipher='sqlcipher'");
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  return db;
};
const digestOf = (name: string): string => createHash('sha256').update(readFileSync(name)).digest('hex');
const version = (db: Db): unknown => db.pragma('user_version', { simple: true });

describe('every open', () => {
  test('writes through to the disk: synchronous is FULL on a file that was opened again', () => {
    open().close();
    const raw = openRaw();
    // What a re-opened WAL file has by itself: this is why it is set at every open.
    expect([raw.pragma('journal_mode', { simple: true }), raw.pragma('synchronous', { simple: true })]).toEqual(['wal', 1]);
    raw.close();
    const again = open();
    expect(again.pragma('synchronous', { simple: true })).toBe(2);
    expect(again.pragma('foreign_keys', { simple: true })).toBe(1);
    again.close();
  });

  test('reads what was written before, under the same key', () => {
    const first = open();
    writeSetting(first, 'hall', { name: '望京㛃营业厅' });
    first.close();
    const again = open();
    expect(readSetting(again, 'hall')).toEqual({ name: '望京㛃营业厅' });
    again.close();
  });
});

describe('a file that is not opened is not touched', () => {
  const contents = () => Object.fromEntries(readdirSync(dir).filter((name) => name === 'hall400.db').map((name) => [name, digestOf(join(dir, name))]));

  test('another key', () => {
    open().close();
    const before = contents();
    expect(openStore(file, new Uint8Array(32).fill(6))).toEqual({ ok: false, error: { code: 'wrong-key' } });
    expect(contents()).toEqual(before);
    open().close();
  });

  test('a file of something else', () => {
    writeFileSync(file, 'Dies ist keine Datenbank. '.repeat(400));
    const before = contents();
    expect(openStore(file, key)).toMatchObject({ ok: false });
    expect(contents()).toEqual(before);
  });

  test('a file of a newer console', () => {
    const db = open();
    db.pragma(`user_version=${newest + 10}`);
    db.close();
    expect(openStore(file, key)).toEqual({ ok: false, error: { code: 'future-file', fileVersion: newest + 10, knownVersion: newest } });
    const raw = openRaw();
    expect(version(raw)).toBe(newest + 10);
    raw.close();
  });
});

describe('migration', () => {
  test('an empty file gets every step and no copy', () => {
    const db = open();
    expect(version(db)).toBe(newest);
    db.close();
    expect(readdirSync(dir).filter((name) => name.includes('before'))).toEqual([]);
  });

  test('an older file keeps its rows, and an encrypted copy of how it was lies beside it', () => {
    const [first, ...later] = migrations;
    const old = openRaw();
    old.exec(first?.up ?? '');
    old.pragma(`user_version=${first?.step}`);
    old.prepare("INSERT INTO staff VALUES ('WJ1', '旧人', 'clerk', '-', 1, 0, NULL, '2026-01-01')").run();
    old.close();
    const db = open();
    expect([version(db), later.length > 0]).toEqual([newest, true]);
    expect(db.prepare('SELECT name FROM staff').pluck().all()).toEqual(['旧人']);
    db.close();
    const copy = join(dir, `hall400.db.before-${first?.step}`);
    expect(readFileSync(copy).subarray(0, 15).toString()).not.toBe('SQLite format 3');
    expect(readFileSync(copy).includes(Buffer.from('旧人'))).toBe(false);
    const kept = new Database(copy);
    kept.pragma("cipher='sqlcipher'");
    kept.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
    expect([version(kept), kept.prepare('SELECT name FROM staff').pluck().all()]).toEqual([first?.step, ['旧人']]);
    kept.close();
  });

  test('a step that breaks leaves the file at the step before', () => {
    const db = openRaw();
    const [first] = migrations;
    db.exec(first?.up ?? '');
    db.pragma(`user_version=${first?.step}`);
    db.exec('CREATE TABLE cases(x)');
    expect(() => migrate(db, file)).toThrow('already exists');
    expect([version(db), db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'picks'").pluck().get()]).toEqual([first?.step, 0]);
    db.close();
  });

  test('steps go up in tens and every table is strict', () => {
    const db = open();
    expect(migrations.map(({ step }) => step)).toEqual(migrations.map((_, at) => (at + 1) * 10));
    expect(db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").pluck().all()).toEqual([]);
    db.close();
  });
});
