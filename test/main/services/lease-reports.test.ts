import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fail, ok } from '#domain/result.ts';
import type { ConsoleContext } from '../../../src-main/services/console-context.ts';
import { askForBlock, giveNotice, sendReports } from '../../../src-main/services/leases/lease-steps.ts';
import type { LeaseLine } from '../../../src-main/services/leases/lease-line.ts';
import { migrate } from '../../../src-main/store/migrate.ts';
import { readLife, saveGrantKey, saveLife } from '../../../src-main/store/tables/number/device-rows.ts';
import { findLease, insertLease, listLeases, saveLease } from '../../../src-main/store/tables/number/lease-rows.ts';

const refused = (carrierCode: string): Awaited<ReturnType<LeaseLine['close']>> => fail({ code: 'refused', carrierCode, reason: '' });

test.each([
  [ok('closed' as const), 'closed'], [ok('kept' as const), 'kept'], [refused('leaseFenced'), 'fenced'], [refused('dependencyUnknown'), 'fenced'], [refused('accessDenied'), null], [refused('answer-not-understood'), null],
] as const)('a closing report ends with the carrier\'s last word on the block, and is sent again after any other refusal (%#)', async (answer, end) => {
  const db = new Database(':memory:');
  migrate(db, ':memory:');
  const block = { epoch: 3, numbers: ['4000000010'], pickUntilMs: 10, settleUntilMs: 20, state: 'active', frozenWhy: null } as const;
  insertLease(db, block, '2026-11-23T02:00:00.000Z');
  saveLease(db, { ...block, state: 'closed' }, 'report-key');
  const sent: string[] = [];
  const close: LeaseLine['close'] = async (_report, key) => { sent.push(key); return answer; };
  const context = { db, line: { leases: { close } }, log: { warn: () => undefined } } as unknown as ConsoleContext;
  await sendReports(context);
  await sendReports(context);
  expect([findLease(db, 3)?.reportEnd, sent]).toEqual([end, end === null ? ['report-key', 'report-key'] : ['report-key']]);
  db.close();
});

test('a restore notice that the carrier refuses is logged, owed still, and no block is trusted meanwhile', async () => {
  const db = new Database(':memory:');
  migrate(db, ':memory:');
  saveLife(db, { deviceKeyId: 'key', incarnation: 2, bootId: 'boot-2', previousBootId: null }, null, { noticeId: 'boot-2', why: 'restored' });
  const warnings: unknown[] = [];
  const noteRestore: LeaseLine['noteRestore'] = async () => fail({ code: 'refused', carrierCode: 'accessDenied', reason: 'no' });
  const context = { db, line: { leases: { noteRestore } }, log: { warn: (event: string, facts: unknown) => warnings.push([event, facts]) } } as unknown as ConsoleContext;
  expect(await giveNotice(context)).toBe(true);
  expect(warnings).toEqual([['restore-notice-refused', { notice: 'boot-2', code: 'accessDenied' }]]);
  expect(readLife(db)).toMatchObject({ floor: null, notice: { noticeId: 'boot-2' } });
  db.close();
});

test.each([
  [null, [['closed', 'closed'], ['active', null]]], ['journal-forked', [['active', null]]],
] as const)('a block whose settle time was over before its answer came goes back unpicked, and another is asked for; frozen it stays as it is (%s)', async (frozenWhy, kept) => {
  const db = new Database(':memory:');
  migrate(db, ':memory:');
  saveLife(db, { deviceKeyId: 'key', incarnation: 1, bootId: 'boot', previousBootId: null }, 0, null);
  saveGrantKey(db, 'asked-before');
  const asked: string[] = [];
  const reports: unknown[] = [];
  const leases: Partial<LeaseLine> = {
    grant: async (_size, key) => {
      asked.push(key);
      const first = { epoch: asked.length, numbers: [`400600000${asked.length}`], pickUntilMs: 10, settleUntilMs: 20, state: 'overdue', frozenWhy } as const;
      return ok(asked.length === 1 ? first : { ...first, pickUntilMs: 1000, settleUntilMs: 2000, state: 'active' });
    },
    close: async (report) => { reports.push(report); return ok('closed'); },
  };
  let ids = 0;
  const context = {
    db, bootId: 'boot', line: { leases, carrierNow: () => '1970-01-01T00:00:00.500Z' }, reference: { policy: { leases: { blockSize: 60 } } }, now: () => '2026-11-23T02:00:00.000Z',
    newId: () => `id-${ids += 1}`, device: { writeMark: () => undefined }, log: { warn: () => undefined },
  } as unknown as ConsoleContext;
  expect((await askForBlock(context)).ok).toBe(true);
  expect(listLeases(db).map(({ state, reportEnd }) => [state, reportEnd])).toEqual(kept);
  expect(asked).toEqual(frozenWhy === null ? ['asked-before', 'id-2'] : ['asked-before']);
  expect(reports).toEqual(frozenWhy === null ? [{ epoch: 1, journal: [] }] : []);
  expect(readLife(db)?.grantKey).toBeNull();
  db.close();
});
