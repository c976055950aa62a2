import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { carrierStore } from '../../src-main/carrier/store/carrier-store.ts';
import { schemaSteps } from '../../src-main/carrier/store/schema.ts';

test('a file made before leases keeps its numbers and takes the new tables', () => {
  const dir = mkdtempSync(join(tmpdir(), 'old-carrier-'));
  const file = join(dir, 'carrier.sqlite');
  const old = new Database(file);
  old.exec(schemaSteps[0] as string);
  old.exec("INSERT INTO number_state VALUES ('4000000001', 'reserved', 'hold-1', 99), ('4000000002', 'allocated', 'hold-2', NULL)");
  old.pragma('user_version = 1');
  old.close();
  const store = carrierStore(file, undefined);
  expect(store.numbers.all().map(({ number, status, reservationId, holdUntil, leaseEpoch }) => [number, status, reservationId, holdUntil, leaseEpoch])).toEqual([
    ['4000000001', 'reserved', 'hold-1', 99, null], ['4000000002', 'allocated', 'hold-2', null, null],
  ]);
  expect(store.leases.lastEpoch()).toBe(0);
  // The second net: a number with a live assignment takes no other, whatever state its row is in.
  expect(store.numbers.free('4000000001', 'hold-1')).toBe(true);
  expect(store.numbers.claim('4000000001', 'hold-3', 5)).toBe(true);
  store.close();
  const raw = new Database(file);
  expect(() => raw.exec("INSERT INTO assignment (number, reservation_id) VALUES ('4000000002', 'hold-4')")).toThrow('UNIQUE');
  raw.close();
  rmSync(dir, { recursive: true });
});
