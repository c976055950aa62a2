import { array, assert, constantFrom, integer, nat, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { byTender, countedByTender, differences, expectedByTender, type Movement, splitLate, sumOf } from '#domain/till/shift-totals.ts';
import { tenderKinds } from '#domain/till/tender.ts';

const nothing = { pos: 0, wechat: 0, alipay: 0, transfer: 0, collection: 0 };
const movement = record<Movement>({ tender: constantFrom(...tenderKinds), li: integer({ min: -9_000_000, max: 9_000_000 }).map((li) => li * 10) });

test('expected is what the rows say, each under its own way of paying', () => {
  expect(expectedByTender([{ tender: 'cash', li: 2_000_000 }, { tender: 'pos', li: 600_000 }, { tender: 'cash', li: -500_000 }])).toEqual({ cash: 1_500_000, pos: 600_000, wechat: 0, alipay: 0, transfer: 0, collection: 0 });
});

test('the float is in the count of the drawer and in no total of what came in', () => {
  const count = { cash: { pieces: { 10000: 38, 5000: 6, 100: 5, 1: 3 }, looseLi: 20 }, others: { ...nothing, wechat: -1000 } };
  expect(countedByTender(count, 500_000)).toEqual({ ...nothing, cash: 3_800_000 + 300_000 + 5_000 + 30 + 20 - 500_000, wechat: -1000 });
});

test('a total does not depend on the order of the rows, nor on how they are split', () => {
  assert(property(array(movement), nat(), (rows, at) => {
    const cut = rows.length === 0 ? 0 : at % rows.length;
    const [head, tail] = [expectedByTender(rows.slice(0, cut)), expectedByTender(rows.slice(cut))];
    expect(expectedByTender(rows.toReversed())).toEqual(byTender((tender) => head[tender] + tail[tender]));
    expect(sumOf(expectedByTender(rows))).toBe(rows.reduce((sum, { li }) => sum + li, 0));
  }));
});

test('a row and what takes all of it back leave every difference as it was', () => {
  assert(property(array(movement), movement, (rows, row) => {
    const counted = byTender(() => 0);
    expect(differences(counted, expectedByTender([...rows, row, { ...row, li: -row.li }]))).toEqual(differences(counted, expectedByTender(rows)));
  }));
});

test('a transfer that arrives in a later shift is late in the one that wrote it down, and in no total of either', () => {
  const rows = [{ entryId: 'a', shiftId: 'one', bookedIn: 'one' }, { entryId: 'b', shiftId: 'one', bookedIn: 'two' }];
  expect(splitLate(rows)).toEqual({ booked: [rows[0]], late: [rows[1]] });
});
