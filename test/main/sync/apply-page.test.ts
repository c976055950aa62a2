import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCase } from '../../../src-main/store/tables/case-rows.ts';
import { listEvents } from '../../../src-main/store/tables/event-rows.ts';
import { feedCursor, findOrder, listHistory } from '../../../src-main/store/tables/order-rows.ts';
import { saveRemoteId } from '../../../src-main/store/tables/outbox-rows.ts';
import { applyPage, eventsOf, poolChanges } from '../../../src-main/sync/feed/apply-page.ts';
import { readFeedEvent } from '../../../src-main/sync/feed/feed-event.ts';
import { draftCase, hallPc, type HallPc, placeOrder, type SampleCase } from './support/hall-pc.ts';

let pc: HallPc;
let one: SampleCase;
beforeEach(async () => {
  pc = await hallPc();
  one = await draftCase(pc, '4006123456');
  placeOrder(pc.db, one);
  saveRemoteId(pc.db, one.caseId, 'order', one.orderId);
});
afterEach(() => pc.dispose());

let cursor = 0;
const at = '2026-11-24T10:21:00.000+08:00';
const event = (eventType: string, body: unknown, eventId = crypto.randomUUID()) => ({ '@type': eventType, eventType, eventId, feedCursor: ++cursor, eventTime: at, timeOccurred: at, event: body });
const order = (state: string, reason?: string) => event('ProductOrderStateChangeEvent', { productOrder: {
  '@type': 'ProductOrder', id: one.orderId, state, ...(reason === undefined ? {} : { productOrderErrorMessage: [{ code: 'x', reason, timestamp: at }] }),
} });
const product = (status: string, orderItemId = '1') => event('ProductStateChangeEvent', { product: { '@type': 'Product', id: `p-${orderItemId}`, status, startDate: at, productOrderItem: [{ productOrderId: one.orderId, orderItemId }] } });
const apply = (...events: readonly unknown[]): readonly string[] => {
  const page = { events, cursor };
  return applyPage(pc.db, 'hall-BJ001', eventsOf(page), cursor, '2026-11-24T03:00:00.000Z');
};
const state = (): string | undefined => findCase(pc.db, one.caseId)?.state;

test('an order that is completed is not yet active; the number’s product is what completes the case', () => {
  apply(order('acknowledged'), order('inProgress'), order('completed'), product('active', '2'));
  expect([state(), findOrder(pc.db, one.caseId)?.activatedAt]).toEqual(['inProgress', null]);
  apply(product('pendingActive'), product('active'));
  expect([state(), findOrder(pc.db, one.caseId)?.activatedAt]).toEqual(['completed', '2026-11-24T02:21:00.000Z']);
  expect(listHistory(pc.db, one.caseId).map(({ code }) => code)).toEqual(['submitted', 'acknowledged', 'inProgress', 'completed']);
});

test('an event that comes twice is applied once, and a page once seen changes nothing', () => {
  const page = [order('inProgress'), order('pending', '证照资料未到齐，请补传')];
  expect(apply(...page)).toEqual([one.caseId]);
  expect(apply(...page)).toEqual([]);
  expect(listEvents(pc.db, one.caseId)).toHaveLength(2);
  expect(findOrder(pc.db, one.caseId)?.carrierNote).toBe('证照资料未到齐，请补传');
});

test('a late word never turns a case back, and a new reason in the same state is told', () => {
  apply(order('pending', '一'), order('pending', '一'), order('pending', '二'));
  expect(listHistory(pc.db, one.caseId).map(({ note }) => note).slice(1)).toEqual(['一', '二']);
  apply(order('inProgress'));
  expect(findOrder(pc.db, one.caseId)?.carrierNote).toBeNull();
  apply(product('active'), order('inProgress'), order('acknowledged'), order('cancelled'));
  expect(state()).toBe('completed');
});

test('what is not understood is passed over: types, states, shapes, other orders', () => {
  expect(apply(
    event('SomethingNewEvent', { thing: { id: 'x' } }), order('assessingCancellation'), event('ProductOrderStateChangeEvent', { productOrder: { state: 7 } }),
    event('ProductOrderStateChangeEvent', { productOrder: { id: 'of another PC', state: 'completed' } }), 'not an event', null,
  )).toEqual([]);
  expect([state(), feedCursor(pc.db, 'hall-BJ001')]).toEqual(['acknowledged', cursor]);
});

test('if one event breaks, neither it nor the cursor nor what came before it on the page is kept', () => {
  cursor = 0;
  apply();
  pc.db.exec("CREATE TEMP TRIGGER breaks BEFORE INSERT ON case_events WHEN new.kind = 'state-changed' AND json_extract(new.facts, '$.to') = 'held' BEGIN SELECT raise(ABORT, 'breaks'); END");
  expect(() => apply(order('inProgress'), order('held', '系统维护'))).toThrow('breaks');
  expect([state(), feedCursor(pc.db, 'hall-BJ001')]).toEqual(['acknowledged', 0]);
});

test('the mirror hears of numbers only after its own place', () => {
  cursor = 0;
  const change = (value: string, allocationStatus: string) => event('ResourceAttributeValueChangeEvent', { resource: { '@type': 'TollFreeNumber', id: value, value, allocationStatus } });
  const events = eventsOf({ events: [change('4006000001', 'reserved'), change('4006000002', 'allocated'), change('4006000001', 'available')], cursor: 3 });
  expect(poolChanges(events, 1)).toEqual([{ digits: '4006000002', free: false }, { digits: '4006000001', free: true }]);
  expect(readFeedEvent(change('123', 'reserved'))?.news).toEqual({ kind: 'other' });
});
