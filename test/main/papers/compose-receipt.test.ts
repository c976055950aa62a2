import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { ReceiptPaper } from '#domain/agreement/receipt-paper.ts';
import { composeReceipt, type ReceivedPayment } from '../../../src-main/services/papers/compose-receipt.ts';
import type { LedgerRow } from '../../../src-main/store/tables/payment-rows.ts';
import { type CaseParts, clerk, customer, loadedCase, numbers, openPaperContext, paid, thursdayBeforeHoliday } from '../../support/loaded-case.ts';

const { context, close } = openPaperContext();
afterAll(close);
const received = (amountLi: number, rest: Partial<LedgerRow> & { arrivedOn?: string } = {}): ReceivedPayment => ({ ...paid('p9', amountLi, rest), arrivedOn: rest.arrivedOn ?? '2026-09-24' });
const compose = (payment: ReceivedPayment, parts: CaseParts = {}): ReceiptPaper => composeReceipt(context, loadedCase(context, parts), clerk, payment, 'SJ-990101-01-20260924-0001');

test('the whole sum: opening fee and prepayment are two lines, the day counts from the payment', () => {
  const paper = compose(received(1_180_000));
  expect(paper).toMatchObject({
    head: { documentNumber: 'SJ-990101-01-20260924-0001', template: { id: 'SJ-400' } }, agreementNumber: 'XY-99010101-20260924-0017-01', payer: customer.name, receivedAt: '2026-09-24T10:10:00', tender: '现金', total: 1_180_000,
    due: { date: '2026-09-30', expected: false, reason: '中秋放假不计' }, cashier: { name: '周禾', staffNumber: '90217', strokes: [] },
  });
  expect(paper.lines).toEqual([{ item: '开户费', note: '营业厅标准；一次', amount: 100_000 }, { item: '预存款', note: '营业厅标准；抵扣通话费和最低消费', amount: 1_080_000 }]);
});

describe('part payments', () => {
  const first = paid('p1', 600_000);
  test('the first pays the opening fee, then what it can of the prepayment; the day is expected only', () => {
    const paper = compose(received(600_000));
    expect(paper.lines).toEqual([{ item: '开户费', note: '营业厅标准；一次', amount: 100_000 }, { item: '预存款', note: '应付1,080.00元，尚欠580.00元', amount: 500_000 }]);
    expect(paper.due).toMatchObject({ expected: true, reason: '收齐后起算；中秋放假不计' });
  });
  test('the second pays what the first left and starts the clock', () => {
    const paper = compose(received(580_000), { payments: [first] });
    expect(paper.lines).toEqual([{ item: '预存款', note: '应付1,080.00元，此前已收500.00元，本次收齐', amount: 580_000 }]);
    expect(paper.due).toMatchObject({ expected: false, date: '2026-09-30' });
  });
  test('what is only awaited pays nothing yet', () => {
    expect(compose(received(580_000), { payments: [paid('p1', 600_000, { tender: 'transfer', arrivedOn: null })] }).lines[0]).toMatchObject({ item: '开户费', amount: 100_000 });
  });
  test('an arrival over what is due is kept as prepayment and said so', () => {
    expect(compose(received(1_200_000)).lines.at(-1)).toEqual({ item: '预存款', note: '超过应付的部分，记作预存', amount: 20_000 });
  });
  test('whatever the parts, lines add up to their payment and all receipts together to each due line', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 117_999 }), { maxLength: 5 }), (cuts) => {
      const marks = [0, ...new Set(cuts.map((fen) => fen * 10)), 1_180_000].toSorted((a, b) => a - b);
      const amounts = marks.slice(1).map((mark, i) => mark - (marks[i] ?? 0));
      const papers = amounts.map((amount, i) => compose(received(amount), { payments: amounts.slice(0, i).map((earlier, n) => paid(`e${n}`, earlier)) }));
      papers.forEach((paper, i) => expect(paper.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(amounts[i]));
      const all = papers.flatMap(({ lines }) => lines);
      const of = (item: string): number => all.filter((line) => line.item === item).reduce((sum, line) => sum + line.amount, 0);
      expect([of('开户费'), of('预存款')]).toEqual([100_000, 1_080_000]);
    }), { numRuns: 60 });
  });
});

test('a transfer counts from the bank’s day, without the cut-off, and names day and reference', () => {
  const paper = compose(received(1_180_000, { tender: 'transfer', reference: ' 20260921001 ', takenAt: '2026-09-21T09:50:00.000Z', arrivedOn: '2026-09-22', tenderedLi: null }));
  expect(paper).toMatchObject({ tender: '对公转账，9月22日到账，流水号20260921001', receivedAt: '2026-09-24T10:10:00', due: { date: '2026-09-28' } });
});

test.each([
  ['cash', { tenderedLi: 1_200_000, changeLi: 20_000 }, '现金，实收1,200.00，找零20.00'], ['pos', { tenderedLi: null, reference: '004512' }, '刷卡，凭证号004512'],
  ['collection', { tenderedLi: null, reference: 'TS77' }, '银行托收，9月24日到账，流水号TS77'],
] as const)('%s is said in words', (tender, rest, words) => { expect(compose(received(1_180_000, { tender, ...rest })).tender).toBe(words); });

test('a payer who is not the customer is named with whom the money is for', () => {
  expect(compose(received(1_180_000, { payerName: '示例市远山贸易有限公司' })).payer).toBe(`示例市远山贸易有限公司（代${customer.name}付）`);
});

test('a provisional number is marked, and its day is expected although the money is in', () => {
  const paper = compose(received(9_100_000, { takenAt: thursdayBeforeHoliday }), { digits: numbers[1], hold: 'provisional' });
  expect(paper).toMatchObject({ number: { digits: '4006888888', provisional: true }, due: { expected: true, date: '2026-10-12', workingDays: 7 } });
});

test('a stranger who pays is named with the reason; the same name in another width is the customer', () => {
  expect(compose(received(1_180_000, { payerName: '李四', payerNote: '法人代付' })).payer).toBe(`李四（代${customer.name}付：法人代付）`);
  expect(compose(received(1_180_000, { payerName: ` ${customer.name}　` })).payer).toBe(customer.name);
});

test('what went back of an earlier payment is paid again by the next', () => {
  const back = { reversalId: 'r', paymentId: 'p1', kind: 'refund', amountLi: 600_000, tender: 'cash', reason: 'wrong-amount', note: '', reference: '', shiftId: 's', reversedAt: thursdayBeforeHoliday, reversedBy: clerk.staffNo, authorisedBy: '90105', receiptNo: 'V', paperId: 'x' } as const;
  const paper = compose(received(1_180_000), { payments: [paid('p1', 600_000, { reversals: [back] })] });
  expect(paper.lines[0]).toEqual({ item: '开户费', note: '营业厅标准；一次', amount: 100_000 });
});
