import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yuan } from '#domain/money/money.ts';
import { receiptNo, readReceiptNo } from '#domain/till/receipt-no.ts';
import { acceptTender, confirmArrival, isStranger } from '#domain/till/tender.ts';

const offer = { tender: 'cash' as const, dueLi: yuan(3760), bookedLi: 0, amountLi: yuan(3760), tenderedLi: yuan(4000), reference: '', payer: { name: '某某科技', customer: '某某科技', note: '' } };

describe('taking money', () => {
  test('cash: change goes back, nothing is open', () => {
    expect(acceptTender(offer)).toEqual({ ok: true, value: { tender: 'cash', amountLi: yuan(3760), changeLi: yuan(240), state: 'received', openLi: 0 } });
  });

  test('part in cash, rest by card with its slip number', () => {
    expect(acceptTender({ ...offer, amountLi: yuan(1000), tenderedLi: yuan(1000) })).toMatchObject({ ok: true, value: { changeLi: 0, openLi: yuan(2760) } });
    expect(acceptTender({ ...offer, tender: 'pos', bookedLi: yuan(1000), amountLi: yuan(2760), tenderedLi: null, reference: '003312' })).toMatchObject({ ok: true, value: { state: 'received', openLi: 0 } });
  });

  test.each(['transfer', 'collection'] as const)('%s is awaited, and not asked for twice', (tender) => {
    expect(acceptTender({ ...offer, tender, tenderedLi: null })).toMatchObject({ ok: true, value: { state: 'awaited', changeLi: 0 } });
    expect(acceptTender({ ...offer, tender, tenderedLi: null, bookedLi: yuan(3760) })).toMatchObject({ ok: false, error: { code: 'nothing-due' } });
  });

  test.each(['pos', 'wechat', 'alipay'] as const)('%s is in at once and leaves a number', (tender) => {
    expect(acceptTender({ ...offer, tender, tenderedLi: null, reference: '003312' })).toMatchObject({ ok: true, value: { state: 'received', openLi: 0 } });
    expect(acceptTender({ ...offer, tender, tenderedLi: null })).toMatchObject({ ok: false, error: { code: 'reference-missing' } });
  });

  test('somebody else may pay when it is said why', () => {
    const payer = { name: '李四', customer: '某某科技', note: ' ' };
    expect(acceptTender({ ...offer, payer })).toEqual({ ok: false, error: { code: 'payer-note-missing', facts: {} } });
    expect(acceptTender({ ...offer, payer: { ...payer, note: '法人代付' } }).ok).toBe(true);
  });

  test.each([
    ['某某科技', false], ['', false], [' 某某科技　', false], ['某某科技有限公司', true], ['李四', true],
  ])('the payer %j of 某某科技 is a stranger: %s', (name, stranger) => {
    expect(isStranger({ name, customer: '某某科技' })).toBe(stranger);
  });

  test('brackets of another width are no other payer', () => {
    expect(isStranger({ name: '某某（北京）科技', customer: '某某(北京) 科技' })).toBe(false);
  });

  test.each([
    ['one fen too much', { amountLi: yuan(3760.01), tenderedLi: yuan(4000) }, { code: 'amount-over-due', facts: { openLi: 3_760_000, amountLi: 3_760_010, overLi: 10 } }],
    ['one fen short in the hand', { tenderedLi: yuan(3759.99) }, { code: 'tendered-short', facts: { amountLi: 3_760_000, tenderedLi: 3_759_990, shortLi: 10 } }],
    ['cash without saying what was handed over', { tenderedLi: null }, { code: 'tendered-missing', facts: { amountLi: 3_760_000 } }],
    ['half a fen', { amountLi: 1005 }, { code: 'amount-not-whole-fen', facts: { amountLi: 1005 } }],
    ['nothing', { amountLi: 0 }, { code: 'amount-not-whole-fen', facts: { amountLi: 0 } }],
    ['less than nothing', { amountLi: -10 }, { code: 'amount-not-whole-fen', facts: { amountLi: -10 } }],
    ['cash handed over for a card', { tender: 'pos' as const, reference: '1' }, { code: 'tendered-not-cash', facts: { tenderedLi: 4_000_000 } }],
    ['a card without slip', { tender: 'pos' as const, tenderedLi: null, reference: ' ' }, { code: 'reference-missing', facts: { tender: 'pos' } }],
    ['a postpaid plan', { dueLi: 0 }, { code: 'nothing-due', facts: { dueLi: 0, bookedLi: 0 } }],
  ])('%s is refused', (_name, change, error) => {
    expect(acceptTender({ ...offer, ...change })).toEqual({ ok: false, error });
  });

  test('whatever is offered, no more than due is booked and the cash adds up', () => {
    const fen = fc.integer({ min: -100, max: 500_000 }).map((value) => value * 10);
    fc.assert(fc.property(fen, fen, fen, fen, (dueLi, bookedLi, amountLi, tenderedLi) => {
      const taken = acceptTender({ tender: 'cash', dueLi, bookedLi, amountLi, tenderedLi, reference: '', payer: offer.payer });
      if (!taken.ok) return;
      expect(taken.value.amountLi + taken.value.changeLi).toBe(tenderedLi);
      expect(taken.value.openLi).toBe(dueLi - bookedLi - amountLi);
      expect(taken.value.openLi).toBeGreaterThanOrEqual(0);
      expect(taken.value.changeLi).toBeGreaterThanOrEqual(0);
    }));
  });
});

describe('confirming an arrival', () => {
  const claim = { state: 'awaited' as const, takenAt: '2026-11-23T02:00:00.000Z', arrivedOn: '2026-11-24', reference: ' 20261124-88 ', today: '2026-11-25' };

  test('keeps the bank’s day and the reference', () => {
    expect(confirmArrival(claim)).toEqual({ ok: true, value: { arrivedOn: '2026-11-24', reference: '20261124-88' } });
  });

  test.each([
    [{ state: 'received' as const }, 'not-awaited'], [{ arrivedOn: '2026-11-31' }, 'arrival-date'], [{ arrivedOn: '2026-11-26' }, 'arrival-in-future'],
    [{ arrivedOn: '2025-11-24' }, 'arrival-too-early'], [{ reference: ' ' }, 'reference-missing'],
  ])('%j is refused: %s', (change, code) => {
    expect(confirmArrival({ ...claim, ...change })).toMatchObject({ ok: false, error: { code } });
  });
});

describe('receipt numbers', () => {
  const origin = { hallCode: '990101', desk: 3, date: '2026-09-24', sequence: 31 };

  test('name hall, desk, day and sequence', () => {
    expect(receiptNo(origin)).toBe('SJ-990101-03-20260924-0031');
    expect(readReceiptNo(' sj-990101-03-20260924-0031 ')).toEqual(origin);
  });

  test.each(['SJ-990101-20260924-0031', 'SJ-990101-03-20260931-0031', 'SJ-990101-03-20260924-0000', 'SJ-990101-00-20260924-0001', ''])('%s is none', (text) => {
    expect(readReceiptNo(text)).toBeNull();
  });

  test('two desks never make the same number, and reading inverts writing', () => {
    const any = fc.record({ hallCode: fc.constantFrom('990101', 'WJ', '10'), desk: fc.integer({ min: 1, max: 99 }), date: fc.constantFrom('2026-09-24', '2028-02-29'), sequence: fc.integer({ min: 1, max: 9999 }) });
    fc.assert(fc.property(any, (from) => {
      expect(readReceiptNo(receiptNo(from))).toEqual(from);
    }));
  });

  test('a sequence that does not fit is a bug, not a wrong number', () => {
    expect(() => receiptNo({ ...origin, sequence: 10_000 })).toThrow('sequence');
  });
});
