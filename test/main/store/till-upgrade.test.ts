import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../src-main/store/migrate.ts';
import { migrations } from '../../../src-main/store/migrations/registry.ts';
import { entriesOf } from '../../../src-main/store/tables/shift-entry-rows.ts';
import { findPaper } from '../../../src-main/store/tables/paper-rows.ts';
import { listPayments } from '../../../src-main/store/tables/payment-rows.ts';

let dir: string;
let db: Database.Database;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'upgrade-'));
  db = new Database(join(dir, 'old.db'));
  for (const { step, up } of migrations.filter((migration) => migration.step <= 100)) {
    db.exec(up);
    db.pragma(`user_version=${step}`);
  }
  db.exec(`
    INSERT INTO staff(staff_no, name, role, password, created_at) VALUES ('A', '孙', 'clerk', '', '2026-11-01');
    INSERT INTO cases(case_id, case_no, state, created_by, owner, created_at, edited_by, edited_at, revision, customer, form) VALUES ('c', 'N-1', 'draft', 'A', 'A', '2026-11-01', 'A', '2026-11-01', 1, '{}', '{}');
    INSERT INTO papers(paper_id, case_id, kind, document_no, content_digest, basis_digest, content, file_id, sha256, size, made_at, made_by, template_version, print_count) VALUES ('p', 'c', 'receipt', 'SJ-1', '', '', '{"total":5000}', 'f', '', 1, '2026-11-02', 'A', 'v', 2);
    INSERT INTO payments(payment_id, case_id, tender, amount_li, payer_name, reference, taken_at, taken_by) VALUES ('in', 'c', 'cash', 5000, '', '', '2026-11-02', 'A'), ('announced', 'c', 'transfer', 7000, '', '', '2026-11-02', 'A');
    INSERT INTO arrivals(payment_id, arrived_on, reference, confirmed_at, confirmed_by) VALUES ('in', '2026-11-02', '', '2026-11-02', 'A');
    INSERT INTO receipts VALUES ('SJ-1', 'in', 'c', 'p', '2026-11-02');
    INSERT INTO print_jobs(job_id, paper_id, printer, copies, copy_no, reprint, reason, state, requested_at, requested_by, updated_at) VALUES ('j', 'p', 'desk', 1, 1, 0, '', 'left-queue', '2026-11-02', 'A', '2026-11-02')`);
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

test('a database from before there were shifts keeps its money and papers, and what they refer to', () => {
  expect(migrate(db, join(dir, 'old.db')).ok).toBe(true);
  expect(listPayments(db, 'c').map(({ paymentId, amountLi, shiftId, payerNote, receiptNo }) => [paymentId, amountLi, shiftId, payerNote, receiptNo])).toEqual([['announced', 7000, null, '', null], ['in', 5000, null, '', 'SJ-1']]);
  expect([findPaper(db, 'p')?.printCount, db.pragma('foreign_key_check')]).toEqual([2, []]);
  expect(() => db.exec("UPDATE payments SET amount_li = 1")).toThrow('append-only');
  expect(() => db.exec("INSERT INTO receipts VALUES ('SJ-2', 'nobody', 'c', 'p', '2026-11-02')")).toThrow('FOREIGN KEY');
});

test('a transfer announced before there were shifts is money of the shift in which it arrives; what arrived before is nobody\'s', () => {
  migrate(db, join(dir, 'old.db'));
  db.exec(`INSERT INTO shifts VALUES ('s', 'RJ-1', 'A', 3, '2026-11-03', 0, 1);
    INSERT INTO arrivals(payment_id, arrived_on, reference, confirmed_at, confirmed_by, shift_id) VALUES ('announced', '2026-11-03', 'B', '2026-11-03', 'A', 's')`);
  expect(entriesOf(db, 's').map(({ entryId, li, shiftId, bookedIn, intent, heldLi }) => [entryId, li, shiftId, bookedIn, intent, heldLi])).toEqual([['announced', 7000, 's', 's', null, null]]);
});
