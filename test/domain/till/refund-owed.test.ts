import { expect, test } from 'vitest';
import { refundOwed } from '#domain/till/refund-owed.ts';

const held = { state: 'draft', wasRefused: false, dueLi: 200_000, heldLi: 200_000 } as const;

test.each([
  ['a draft that is paid', {}, null],
  ['a draft whose plan became cheaper', { dueLi: 150_000 }, { li: 50_000, why: 'plan-cheaper' }],
  ['a draft whose number is lost for the moment', { dueLi: null }, null],
  ['a rejected order', { state: 'rejected' as const }, { li: 200_000, why: 'activation-rejected' }],
  ['an order that failed', { state: 'failed' as const }, { li: 200_000, why: 'activation-rejected' }],
  ['an order taken back', { state: 'cancelled' as const }, { li: 200_000, why: 'order-cancelled' }],
  ['a rejected order that the hall closed', { state: 'cancelled' as const, wasRefused: true }, { li: 200_000, why: 'activation-rejected' }],
  ['a closed case without money', { state: 'cancelled' as const, heldLi: 0 }, null],
  ['an order at the carrier', { state: 'inProgress' as const, dueLi: 100_000 }, null],
  ['a service that runs', { state: 'completed' as const }, null],
])('%s', (_name, change, owed) => {
  expect(refundOwed({ ...held, ...change })).toEqual(owed);
});
