import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseStates } from '#domain/cases/case-state.ts';
import { yuan } from '#domain/money/money.ts';
import { allowedReversals, mayReverse, needsReference, reversalReasons, reversibleLi, type Reversible, type ReversalKind } from '#domain/till/reversal.ts';
import { tenderKinds } from '#domain/till/tender.ts';

const cash: Reversible = { state: 'received', tender: 'cash', amountLi: yuan(2000), reversedLi: 0, caseState: 'draft', takenInShift: 's1', openShift: 's1' };
const awaited: Reversible = { ...cash, tender: 'transfer', state: 'awaited', takenInShift: null };
const whole = { kind: 'refund', amountLi: yuan(2000), reason: 'customer-left', note: '', reference: '' } as const;

describe('which reversals the rules allow', () => {
  test.each<[string, Partial<Reversible>, readonly ReversalKind[]]>([
    ['in its own shift', {}, ['void', 'refund']],
    ['in a later shift', { openShift: 's2' }, ['refund']],
    ['while no shift is open', { openShift: null }, ['refund']],
    ['taken before there were shifts', { takenInShift: null, openShift: null }, ['refund']],
    ['when a part went back already', { reversedLi: yuan(500) }, ['refund']],
    ['when nothing is left', { reversedLi: yuan(2000) }, []],
    ['a promised transfer', { ...awaited }, ['withdraw']],
    ['a promise withdrawn before', { ...awaited, reversedLi: yuan(2000) }, []],
  ])('%s', (_name, change, kinds) => {
    expect(allowedReversals({ ...cash, ...change })).toEqual(kinds);
  });

  test('money goes back while the hall has the case or the order has ended without a service', () => {
    expect(caseStates.filter((caseState) => allowedReversals({ ...cash, caseState }).length > 0)).toEqual(['draft', 'cancelled', 'rejected', 'failed']);
  });
});

describe('one reversal', () => {
  test.each<[string, Partial<Reversible>, Partial<Parameters<typeof mayReverse>[1]>, string | null]>([
    ['a refund of all', {}, {}, null],
    ['a refund of a part', {}, { amountLi: yuan(0.01) }, null],
    ['one fen more than is left', { reversedLi: yuan(500) }, { amountLi: yuan(1500.01) }, 'more-than-left'],
    ['all of it a second time', { reversedLi: yuan(2000) }, {}, 'more-than-left'],
    ['half a fen', {}, { amountLi: 5 }, 'amount-not-whole'],
    ['nothing', {}, { amountLi: 0 }, 'amount-not-whole'],
    ['a void in its shift', {}, { kind: 'void' }, null],
    ['a void of a part', {}, { kind: 'void', amountLi: yuan(100) }, 'amount-not-whole'],
    ['a void after a part went back', { reversedLi: yuan(500) }, { kind: 'void' }, 'more-than-left'],
    ['a void in the next shift', { openShift: 's2' }, { kind: 'void' }, 'not-same-shift'],
    ['a void of a card without the number of the terminal', { tender: 'pos' }, { kind: 'void' }, 'reference-missing'],
    ['a void of a transfer that was confirmed by mistake', { tender: 'transfer' }, { kind: 'void' }, null],
    ['a refund by transfer without its number', { tender: 'transfer' }, {}, 'reference-missing'],
    ['a refund by transfer', { tender: 'transfer' }, { reference: '8812' }, null],
    ['a refund of what never came', awaited, {}, 'nothing-arrived'],
    ['a withdrawn promise', awaited, { kind: 'withdraw', reason: 'not-coming' }, null],
    ['half a promise', awaited, { kind: 'withdraw', amountLi: yuan(1000), reason: 'not-coming' }, 'amount-not-whole'],
    ['a withdrawal of what came', {}, { kind: 'withdraw', reason: 'not-coming' }, 'already-arrived'],
    ['money that came and is «not coming»', {}, { reason: 'not-coming' }, 'reason-of-another-kind'],
    ['another reason without a word', {}, { reason: 'other', note: ' ' }, 'note-missing'],
    ['another reason', {}, { reason: 'other', note: '客户要求' }, null],
    ['an order at the carrier', { caseState: 'inProgress' }, {}, 'case-with-carrier'],
    ['a service that runs', { caseState: 'completed' }, {}, 'case-with-carrier'],
  ])('%s: %s', (_name, payment, claim, code) => {
    const decided = mayReverse({ ...cash, ...payment }, { ...whole, ...claim });
    expect(decided.ok ? null : decided.error.code).toBe(code);
  });

  test('what is too much says what is left', () => {
    expect(mayReverse({ ...cash, reversedLi: yuan(1999) }, whole)).toEqual({ ok: false, error: { code: 'more-than-left', facts: { leftLi: yuan(1), overLi: yuan(1999) } } });
  });

  test('whatever is asked, no more goes back than came in, and only by a kind that is allowed', () => {
    const fen = fc.integer({ min: -10, max: 400 }).map((value) => value * 10);
    const payment = fc.record({
      state: fc.constantFrom('received' as const, 'awaited' as const), tender: fc.constantFrom(...tenderKinds), amountLi: fc.integer({ min: 1, max: 300 }).map((value) => value * 10), caseState: fc.constantFrom(...caseStates),
      takenInShift: fc.constantFrom('s1', 's2', null), openShift: fc.constantFrom('s1', 's2', null),
    });
    const kind = fc.constantFrom<ReversalKind>('void', 'refund', 'withdraw');
    fc.assert(fc.property(payment, fc.array(fc.tuple(kind, fen), { maxLength: 8 }), (taken, claims) => {
      let reversedLi = 0;
      for (const [wanted, amountLi] of claims) {
        const now = { ...taken, reversedLi };
        if (!mayReverse(now, { kind: wanted, amountLi, reason: 'customer-left', note: '', reference: '1' }).ok) continue;
        expect(allowedReversals(now)).toContain(wanted);
        reversedLi += amountLi;
      }
      expect(reversibleLi({ ...taken, reversedLi })).toBeGreaterThanOrEqual(0);
    }));
  });
});

test('a number is wanted wherever something outside the drawer moved', () => {
  expect(tenderKinds.filter((tender) => needsReference('refund', tender))).toEqual(['pos', 'wechat', 'alipay', 'transfer', 'collection']);
  expect(tenderKinds.filter((tender) => needsReference('void', tender))).toEqual(['pos', 'wechat', 'alipay']);
  expect(tenderKinds.filter((tender) => needsReference('withdraw', tender))).toEqual([]);
});

test('only a promise can be «not coming»', () => {
  expect(Object.entries(reversalReasons).filter(([, reasons]) => reasons.includes('not-coming')).map(([kind]) => kind)).toEqual(['withdraw']);
});
