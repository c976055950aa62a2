import { afterAll, beforeAll, expect, test } from 'vitest';
import { driveOrdinaryCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
beforeAll(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
  const view = await driveOrdinaryCase(desk.call, { ...ordinaryPlan(1), offlinePick: ['4006001402'] });
  await desk.call('cases/reveal', { caseId: view.caseId, field: 'legalIdNumber' });
});
afterAll(() => desk.dispose());

test.each(['case_events', 'view_log', 'payments', 'arrivals', 'receipts'])('%s takes no change and no deletion, not even from our own program', (table) => {
  desk.look((db) => {
    const [column] = db.pragma(`table_info(${table})`) as { readonly name: string }[];
    const count = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(count).toBeGreaterThan(0);
    expect(() => db.prepare(`UPDATE ${table} SET ${column?.name} = ${column?.name}`).run()).toThrow(`${table} is append-only`);
    expect(() => db.prepare(`DELETE FROM ${table}`).run()).toThrow(`${table} is append-only`);
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(count);
  });
});

test('nothing of the outbox is deleted', () => {
  desk.look((db) => expect(() => db.prepare('DELETE FROM outbox').run()).toThrow('nothing of the outbox is deleted'));
});
