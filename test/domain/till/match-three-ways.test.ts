import { array, assert, boolean, constantFrom, integer, property, record as recordOf } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchThreeWays } from '#domain/till/match-three-ways.ts';
import type { DayNumbers, MatchedEntry, TillEvidence } from '#domain/till/match/till-evidence.ts';
import { expectedByTender } from '#domain/till/shift-totals.ts';
import { tenderKinds } from '#domain/till/tender.ts';

const entry = (sequence: number, over: Partial<MatchedEntry> = {}): MatchedEntry => {
  const li = over.li ?? 200_000;
  return { entryId: `e${sequence}`, kind: 'payment', caseId: `c${sequence}`, receiptNo: `SJ-${sequence}`, tender: 'cash', li, handed: 'sent', heldLi: li, ...over };
};
const day = (over: Partial<DayNumbers> = {}): DayNumbers => ({ numberAt: (sequence) => `SJ-${sequence}`, numbers: [], issued: 0, lastOfDay: true, unknown: [], ...over });
/** Everything agrees; a test changes one thing. */
const agreeing = (booked: readonly MatchedEntry[], over: Partial<TillEvidence> = {}): TillEvidence => {
  const all = [...booked, ...(over.carriedIn ?? [])];
  return {
    booked, carriedIn: [], counted: expectedByTender(booked), float: { openedLi: 500_000, leftLi: 500_000 }, slips: [], strays: [], owed: [],
    records: all.map(({ caseId, receiptNo, tender, li }) => ({ recordId: `r${receiptNo}`, caseId, receiptNo, tender, li })), printedLi: new Map(all.map(({ receiptNo, li }) => [receiptNo, li])),
    days: [day({ numbers: all.map((_, at) => ({ sequence: at + 1, here: true })), issued: all.length })], ...over,
  };
};
const named = (evidence: TillEvidence) => matchThreeWays(evidence).map(({ code, caseId, receiptNo, tender, li }) => [code, caseId, receiptNo, tender, li]);
const one = entry(1, { tender: 'pos' });

test('where all agree nothing is named, whatever went in and out', () => {
  const rows = array(recordOf({ tender: constantFrom(...tenderKinds), li: integer({ min: 1, max: 900_000 }).map((fen) => fen * 10), out: boolean() }), { maxLength: 12 });
  assert(property(rows, (drawn) => {
    const booked = drawn.map(({ tender, li, out }, at) => entry(at + 1, { tender, li: out ? -li : li, kind: out ? 'refund' : 'payment' }));
    expect(matchThreeWays(agreeing(booked))).toEqual([]);
  }));
});

describe('the drawer', () => {
  test('a float that is not what the last close left is named; before the first close there is nothing to hold it against', () => {
    expect(named(agreeing([], { float: { openedLi: 10, leftLi: 1_600_000 } }))).toEqual([['float-differs', null, null, 'cash', -1_599_990]]);
    expect(named(agreeing([], { float: { openedLi: 500_000, leftLi: null } }))).toEqual([]);
  });
  const counted = (li: number) => ({ ...expectedByTender([one]), pos: li });
  test('a slip that says another amount is named with its case, and takes its part of the difference', () => {
    expect(named(agreeing([one], { counted: counted(190_000), slips: [{ entryId: 'e1', li: 190_000 }] }))).toEqual([['slip-differs', 'c1', 'SJ-1', 'pos', -10_000]]);
    expect(named(agreeing([one], { counted: counted(185_000), slips: [{ entryId: 'e1', li: 190_000 }] }))).toEqual([['slip-differs', 'c1', 'SJ-1', 'pos', -10_000], ['count-differs', null, null, 'pos', -5000]]);
  });
  test('a slip that agrees is none', () => expect(named(agreeing([one], { slips: [{ entryId: 'e1', li: 200_000 }] }))).toEqual([]));
  test('two differences that cancel each other out are both named', () => {
    expect(named(agreeing([one], { counted: { ...counted(100_000), cash: 100_000 } }))).toEqual([['count-differs', null, null, 'cash', 100_000], ['count-differs', null, null, 'pos', -100_000]]);
  });
  test('what was said of one amount is not said of another', () => {
    const ids = [199_990, 100_000].map((li) => matchThreeWays(agreeing([one], { counted: counted(li) }))[0]?.id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('the cases', () => {
  const record = { recordId: 'r', caseId: 'c1', receiptNo: 'SJ-1', tender: 'pos' as const, li: 200_000 };
  test.each<[string, Partial<TillEvidence>, readonly unknown[]]>([
    ['no record of the case', { records: [] }, ['case-missing', 'c1', 'SJ-1', 'pos', -200_000]],
    ['no receipt on paper', { printedLi: new Map() }, ['case-missing', 'c1', 'SJ-1', 'pos', -200_000]],
    ['another amount in the record', { records: [{ ...record, li: 180_000 }] }, ['case-differs', 'c1', 'SJ-1', 'pos', -20_000]],
    ['another amount on the receipt', { printedLi: new Map([['SJ-1', 210_000]]) }, ['case-differs', 'c1', 'SJ-1', 'pos', 10_000]],
    ['recorded twice', { records: [record, record] }, ['case-differs', 'c1', 'SJ-1', 'pos', 200_000]],
    ['a record of which there is no row', { strays: [{ ...record, recordId: '77', receiptNo: 'SJ-9', caseId: 'c9' }] }, ['ledger-missing', 'c9', 'SJ-9', 'pos', 200_000]],
    ['money of a case that is over', { owed: [{ caseId: 'c4', li: -200_000 }] }, ['refund-owed', 'c4', null, null, -200_000]],
  ])('%s', (_what, over, expected) => expect(named(agreeing([one], over))).toEqual([expected]));
  test('a record of the same number in another case is not this case\'s', () => {
    expect(named(agreeing([one], { records: [{ ...record, caseId: 'c2' }] }))).toEqual([['case-missing', 'c1', 'SJ-1', 'pos', -200_000]]);
  });
});

describe('the carrier', () => {
  test.each<[string, Partial<MatchedEntry>, readonly unknown[]]>([
    ['on its way', { handed: 'waiting', heldLi: null }, ['carrier-waiting', -200_000]],
    ['refused', { handed: 'parked', heldLi: null }, ['carrier-parked', -200_000]], ['sent, and the carrier has nothing', { handed: 'sent', heldLi: null }, ['carrier-missing', -200_000]],
    ['never handed to the outbox', { handed: 'never', heldLi: null }, ['carrier-missing', -200_000]], ['another amount', { heldLi: 150_000 }, ['carrier-differs', -50_000]],
    ['taken as money that went back', { heldLi: -200_000 }, ['carrier-differs', -400_000]],
  ])('%s', (_what, over, [code, li]) => expect(named(agreeing([entry(1, over)]))).toEqual([[code, 'c1', 'SJ-1', 'cash', li]]));
  test('an arrival of an earlier shift is looked at where it was written, and is in no count', () => {
    expect(named(agreeing([one], { carriedIn: [entry(2, { tender: 'transfer', handed: 'waiting', heldLi: null })] }))).toEqual([['carrier-waiting', 'c2', 'SJ-2', 'transfer', -200_000]]);
  });
  test('a payment of this desk that no row knows is named by its number', () => {
    expect(named(agreeing([one], { days: [day({ numbers: [{ sequence: 1, here: true }], issued: 1, unknown: [{ sequence: 7, li: 90_000 }] })] }))).toEqual([['carrier-unknown', null, 'SJ-7', null, 90_000]]);
  });
});

describe('the sequence of receipts and vouchers', () => {
  const numbers = (...here: readonly (readonly [number, boolean])[]) => here.map(([sequence, at]) => ({ sequence, here: at }));
  test.each<[string, DayNumbers, readonly (readonly [string, string])[]]>([
    ['a gap before a number of this shift', day({ numbers: numbers([1, true], [3, true]), issued: 3 }), [['receipt-gap', 'SJ-2']]],
    ['a gap before a number of another shift is told there', day({ numbers: numbers([1, true], [3, false]), issued: 3 }), []],
    ['given out and nowhere, after the last', day({ numbers: numbers([1, true]), issued: 2 }), [['receipt-gap', 'SJ-2']]],
    ['the same, with a later shift on that day', day({ numbers: numbers([1, true]), issued: 2, lastOfDay: false }), []],
    ['twice', day({ numbers: numbers([1, true], [2, true], [2, false]), issued: 2 }), [['receipt-twice', 'SJ-2']]],
  ])('%s', (_what, only, expected) => {
    const found = matchThreeWays(agreeing([], { days: [only] }));
    expect(found.map(({ code, receiptNo }) => [code, receiptNo])).toEqual(expected);
  });
});

test('every mismatch has an id of its own', () => {
  const bad = entry(1, { handed: 'parked', heldLi: null });
  const found = matchThreeWays(agreeing([bad, entry(2, { heldLi: 1000 })], { records: [], slips: [{ entryId: 'e1', li: 10 }, { entryId: 'e2', li: 10 }], owed: [{ caseId: 'c1', li: -10 }], days: [day({ issued: 3 })] }));
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  expect(found.length).toBeGreaterThan(9);
});
