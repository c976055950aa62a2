import { afterAll, expect, test } from 'vitest';
import type { LedgerRow } from '../../../src-main/store/tables/payment-rows.ts';
import type { ReversalRecord } from '../../../src-main/store/tables/reversal-rows.ts';
import { composeReversal } from '../../../src-main/services/papers/compose-reversal.ts';
import { clerk, customer, loadedCase, openPaperContext, paid } from '../../support/loaded-case.ts';

const { context, close } = openPaperContext();
afterAll(close);
const supervisor = { staffNo: '90105', name: '林朔', role: 'supervisor' } as const;
const refund = { kind: 'refund', amountLi: 300_000, reason: 'plan-cheaper', note: '', reference: '', reversedAt: '2026-09-25T01:30:00.000Z' } as const;
const compose = (payment: Partial<LedgerRow> = {}, reversal: Partial<ReversalRecord> = {}) =>
  composeReversal(context, loadedCase(context), clerk, paid('p1', 1_180_000, { receiptNo: 'SJ-990101-01-20260924-0001', ...payment }), { ...refund, ...reversal } as ReversalRecord, supervisor, 'SJ-990101-01-20260925-0001');

test('a refund names its receipt, why, how much and what stays', () => {
  expect(compose()).toMatchObject({
    kind: 'reversal', head: { documentNumber: 'SJ-990101-01-20260925-0001', template: { id: 'TK-400' }, clerk: { staffNumber: clerk.staffNo } }, reversal: 'refund', payer: customer.name,
    original: { receiptNumber: 'SJ-990101-01-20260924-0001', receivedAt: '2026-09-24T10:10:00', tender: '现金', amount: 1_180_000 },
    reversedAt: '2026-09-25T09:30:00', reason: '改了套餐，应付减少', wayBack: '退还现金', amount: 300_000, left: 880_000, supervisor: { name: '林朔', staffNumber: '90105' },
  });
});

test('what went back before is no longer there', () => {
  const earlier = { ...refund, reversalId: 'r0', paymentId: 'p1', tender: 'cash', shiftId: 's1', reversedBy: clerk.staffNo, authorisedBy: '90105', receiptNo: null, paperId: null } as const;
  expect(compose({ reversals: [earlier] }).left).toBe(580_000);
});

test.each<[string, Partial<LedgerRow>, Partial<ReversalRecord>, string]>([
  ['a void at the terminal', { tender: 'pos', reference: '004512' }, { kind: 'void', amountLi: 1_180_000, reference: '004513' }, '原路退回：刷卡撤销，凭证号004513'],
  ['a wallet', { tender: 'wechat', reference: '42' }, { reference: '43' }, '原路退回：微信支付退款，交易号43'],
  ['a transfer back', { tender: 'transfer', arrivalReference: '77' }, { reference: '78' }, '原路退回：对公转账退款，流水号78'],
  ['an arrival that was none', { tender: 'transfer', arrivalReference: '77' }, { kind: 'void', amountLi: 1_180_000 }, '撤销对公转账到账确认'],
])('%s goes back by the way it came', (_name, payment, reversal, words) => {
  expect(compose(payment, reversal).wayBack).toBe(words);
});

test('a transfer is dated by its confirmation and told with the bank’s number', () => {
  const paper = compose({ tender: 'transfer', arrivalReference: '77', confirmedAt: '2026-09-24T08:00:00.000Z', arrivedOn: '2026-09-23' }, { reference: '78', reason: 'other', note: ' 客户要求 ' });
  expect(paper).toMatchObject({ original: { receivedAt: '2026-09-24T16:00:00', tender: '对公转账，9月23日到账，流水号77' }, reason: '客户要求' });
  expect(compose({}, { note: '少收一次' }).reason).toBe('改了套餐，应付减少：少收一次');
});
