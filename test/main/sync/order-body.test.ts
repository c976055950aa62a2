import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { PlaceOrderBody } from '#domain/outbox/intent-bodies.ts';
import { loadContract } from '../../../src-main/carrier/http/contract.ts';
import { intentSchemas } from '../../../src-main/sync/bodies/intent-schemas.ts';
import { orderBody } from '../../../src-main/sync/bodies/order-body.ts';

const before: PlaceOrderBody = {
  orderId: 'o1', caseNo: 'C1', customerId: 'c1', customerName: '某某公司', agreementId: 'a1', paymentIds: [], number: '4006001688', reservationId: 'r1', grade: 9, workingDays: 3, dueDate: '2026-11-27',
  requiresDocument: [], requiresPayment: true, planId: 'all-answer', addOnIds: ['seat', 'ring-back', 'seat'], routing: {}, staffNo: 'BJ0123',
};
const priced: PlaceOrderBody = {
  ...before, planVersion: '2024-10', terminals: 12,
  prices: [
    { item: 'prepayment', addOnId: null, when: 'now', ruleId: 'PREPAY-BY-MINIMUM', li: 150_000 }, { item: 'monthly-fee', addOnId: null, when: 'monthly', ruleId: 'PLAN-FEE-PER-TERMINAL', li: 960_010 },
    { item: 'add-on', addOnId: 'seat', when: 'monthly', ruleId: 'ADD-ON-MONTH', li: 516_000 }, { item: 'add-on', addOnId: 'ring-back', when: 'yearly', ruleId: 'ADD-ON-YEAR', li: 120_000 },
    { item: 'add-on', addOnId: 'ring-back', when: 'once', ruleId: 'ADD-ON-ONCE', li: 160_000 },
  ],
};
type Item = { readonly productOffering: { readonly id: string }; readonly quantity: number; readonly itemPrice?: readonly Record<string, unknown>[] };
const itemsOf = (body: PlaceOrderBody): readonly Item[] => orderBody(body, 'BJ001')['productOrderItem'] as readonly Item[];

test('each item carries how many and what was signed for it, in yuan', () => {
  const items = itemsOf(priced);
  expect(items.map(({ productOffering, quantity }) => [productOffering.id, quantity])).toEqual([['toll-free-number', 1], ['all-answer', 12], ['seat', 2], ['ring-back', 1]]);
  const price = (name: string, description: string, value: number, period?: string) => ({
    '@type': 'OrderPrice', name, description, ...(period === undefined ? { priceType: 'oneTime' } : { priceType: 'recurring', recurringChargePeriod: period }),
    price: { '@type': 'Price', taxIncludedAmount: { unit: 'CNY', value } },
  });
  expect(items.map(({ itemPrice }) => itemPrice)).toEqual([
    undefined, [price('prepayment', 'PREPAY-BY-MINIMUM', 150), price('monthly-fee', 'PLAN-FEE-PER-TERMINAL', 960.01, 'month')], [price('add-on', 'ADD-ON-MONTH', 516, 'month')],
    [price('add-on', 'ADD-ON-YEAR', 120, 'year'), price('add-on', 'ADD-ON-ONCE', 160)],
  ]);
});

test('an order written by an older console has no prices and is still sent', () => {
  expect(intentSchemas['place-order'].safeParse(JSON.parse(JSON.stringify(before))).success).toBe(true);
  expect(itemsOf(before).every((item) => !('itemPrice' in item))).toBe(true);
});

test('the carrier\'s contract takes the prices, and no part of a fen', () => {
  expect(intentSchemas['place-order'].parse(JSON.parse(JSON.stringify(priced)))).toEqual(priced);
  const create = loadContract(join(resolve('resources/provisioning-api'), 'openapi.yaml')).find(({ id }) => id === 'createProductOrder');
  expect(create?.checkBody?.(orderBody(priced, 'BJ001') as Record<string, unknown>)).toEqual([]);
  const broken = { ...priced, prices: [{ item: 'x', addOnId: null, when: 'now', ruleId: 'X', li: 5 }] };
  expect(intentSchemas['place-order'].safeParse(broken).success).toBe(false);
});
