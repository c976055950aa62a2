import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../../src-main/store/db.ts';
import { migrate } from '../../../src-main/store/migrate.ts';
import { migrations } from '../../../src-main/store/migrations/registry.ts';
import { insertLease, listLeases, saveLease } from '../../../src-main/store/tables/number/lease-rows.ts';
import { currentPick, insertPick } from '../../../src-main/store/tables/number/pick-rows.ts';

const block = { epoch: 3, numbers: ['4000000010'], pickUntilMs: 10, settleUntilMs: 20, state: 'active', frozenWhy: null } as const;
let dir: string;
let db: Db;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lease-tables-'));
  db = new Database(join(dir, 'old.db'));
  db.pragma('foreign_keys=ON');
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

function fillBeforeLeases(): void {
  for (const { step, up } of migrations.filter((migration) => migration.step < 80)) {
    db.exec(up);
    db.pragma(`user_version=${step}`);
  }
  db.exec(`
    INSERT INTO staff(staff_no, name, role, password, created_at) VALUES ('A1', '甲', 'clerk', 'x', 'now');
    INSERT INTO cases(case_id, case_no, state, created_by, owner, created_at, edited_by, edited_at, revision, customer, form) VALUES ('c1', 'WJ-1', 'draft', 'A1', 'A1', 'now', 'A1', 'now', 1, '{}', '{}');
    INSERT INTO picks VALUES (4, 'c1', '4000000001', 9, NULL, '1', 'released', 'r1', NULL, 'then', '[]', 0), (9, 'c1', '4000000002', 9, NULL, '1', 'granted', 'r2', 'later', 'now', '["4000000003"]', 1);
  `);
}

test('a database from before leases keeps its picks with their ids; a pick may be leased from now on, and ids go on', () => {
  fillBeforeLeases();
  const before = db.prepare('SELECT * FROM picks ORDER BY pick_id').all();
  expect(migrate(db, join(dir, 'old.db')).ok).toBe(true);
  expect(db.prepare('SELECT * FROM picks ORDER BY pick_id').all()).toEqual(before.map((row, index) => ({ ...(row as object), ranked: ['["4000000001"]', '["4000000002","4000000003"]'][index] })));
  insertPick(db, { caseId: 'c1', digits: '4000000010', grade: 9, ruleId: null, rulesVersion: '1', hold: 'leased', reservationId: 'r3', expiresAt: null, heldAt: 'now', fallbacks: [], ranked: ['4000000010'] });
  expect(currentPick(db, 'c1')).toMatchObject({ pickId: 10, hold: 'leased' });
  expect(() => db.prepare("INSERT INTO picks SELECT 99, case_id, digits, grade, rule_id, rules_version, hold, reservation_id, expires_at, held_at, fallbacks, 1, ranked FROM picks WHERE pick_id = 10").run()).toThrow('UNIQUE');
  expect(() => db.prepare("UPDATE picks SET case_id = 'nobody' WHERE pick_id = 10").run()).toThrow('FOREIGN KEY');
});

test('a closed block never opens again, a journal entry never changes and a number stands in it once', () => {
  fillBeforeLeases();
  migrate(db, join(dir, 'old.db'));
  insertLease(db, block, 'now');
  expect(() => saveLease(db, { ...block, state: 'closed' }, null)).toThrow('CHECK');
  saveLease(db, { ...block, state: 'closed' }, 'report-1');
  expect(() => saveLease(db, block, null)).toThrow('never opens again');
  expect(listLeases(db)).toMatchObject([{ state: 'closed', reportKey: 'report-1', reportEnd: null }]);
  const pick = "INSERT INTO lease_journal(epoch, pick_seq, digits, case_id, at_ms, prev_hash, hash) VALUES (3, ?, '4000000010', 'c1', 1, 'epoch-3', ?)";
  db.prepare(pick).run(1, 'h1');
  expect(() => db.prepare(pick).run(2, 'h2')).toThrow('UNIQUE');
  expect(() => db.exec("UPDATE lease_journal SET case_id = 'c2'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM lease_journal')).toThrow('append-only');
  expect(() => db.exec('DELETE FROM leases')).toThrow('nothing of the leases is deleted');
});
