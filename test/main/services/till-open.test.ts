import { afterEach, beforeEach, expect, test } from 'vitest';
import { requestSchemas } from '#contract/contract.ts';
import { openShiftOf } from '../../../src-main/services/till/open-shift.ts';
import { closeShift } from '../../support/open-shift.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openTestConsole();
  await desk.signIn('WJ0127');
});
afterEach(() => desk.dispose());

const hours = (count: number): number => count * 3_600_000;
/** What the till says to a payment of this person now. */
const standing = (staffNo: string) => desk.look((db) =>
  openShiftOf({ db, now: desk.clock.now, reference: { policy: { till: { shiftMaxHours: 16 } } } } as never, { staffNo }));

test('a shift opens with its float and its number of the day; one is open on this PC', async () => {
  expect(await desk.call('till/state', undefined)).toMatchObject({ shift: null, standing: 'none', floatProposedLi: 0, recent: [] });
  const { shift, standing: whose } = await desk.call('till/open', { floatLi: 500_000 });
  expect([shift, whose]).toMatchObject([{ shiftNo: 'RJ-WJ-03-20261124-01', staffNo: 'WJ0127', staffName: '孙嘉宁', state: 'open', entries: 0, floatLi: 500_000, differenceLi: null }, 'own']);
  expect(await desk.refusal('till/open', { floatLi: 0 })).toMatchObject({ code: 'shift-already-open', facts: { shiftNo: 'RJ-WJ-03-20261124-01', staffName: '孙嘉宁' } });
  expect(desk.emitted.filter(({ name }) => name === 'till/changed')).toHaveLength(1);
  expect((await desk.call('till/list', { from: '2026-11-24', to: '2026-11-24' })).map(({ shiftNo }) => shiftNo)).toEqual(['RJ-WJ-03-20261124-01']);
  expect(await desk.call('till/list', { from: '2026-11-25', to: null })).toEqual([]);
});

test('after ninety-nine shifts of a day the desk opens no other', async () => {
  desk.look((db) => db.exec("INSERT INTO counters(name, value) VALUES ('shift-2026-11-24', 98)"));
  expect((await desk.call('till/open', { floatLi: 500_000 })).shift?.shiftNo).toBe('RJ-WJ-03-20261124-99');
  await closeShift(desk.call);
  expect(await desk.refusal('till/open', { floatLi: 0 })).toEqual({ code: 'shifts-used-up', facts: { most: 99 } });
});

test('a list of shifts asks for days that there are', () => {
  const days = (to: string): boolean => requestSchemas['till/list'].safeParse({ from: null, to }).success;
  expect(['2026-11-25', '2999-12-31', '9999-12-31', '0001-01-01'].map(days)).toEqual([true, true, false, false]);
});

test('a float of part of a fen is none', async () => {
  expect((await desk.refusal('till/open', { floatLi: 5 })).code).toBe('bad-request');
});

test('only whose shift is open takes money, and not for longer than a shift may last', async () => {
  expect(standing('WJ0127')).toEqual({ ok: false, error: { code: 'shift-not-open' } });
  await desk.call('till/open', { floatLi: 0 });
  expect(standing('WJ0127')).toMatchObject({ ok: true, value: { shiftNo: 'RJ-WJ-03-20261124-01' } });
  expect(standing('WJ0131')).toEqual({ ok: false, error: { code: 'shift-of-another', facts: { staffName: '孙嘉宁' } } });
  desk.clock.advance(hours(15.9));
  expect(standing('WJ0127').ok).toBe(true);
  desk.clock.advance(hours(0.2));
  expect(standing('WJ0127')).toEqual({ ok: false, error: { code: 'shift-too-old', facts: { hours: 16 } } });
  await desk.signIn('WJ0127');
  expect((await desk.call('till/state', undefined)).standing).toBe('too-old');
  await desk.signIn('WJ0008');
  expect((await desk.call('till/state', undefined)).standing).toBe('of-another');
});

test('two shifts open at once are no state of the tables', async () => {
  await desk.call('till/open', { floatLi: 0 });
  const second = () => desk.look((db) => db.exec("INSERT INTO shifts(shift_id, shift_no, staff_no, desk, opened_at, float_li, rank) VALUES ('x', 'RJ-X', 'WJ0131', 3, '2026-11-24T02:00:00.000Z', 0, 99)"));
  expect(second).toThrow('one shift is open at a time');
});
