import { assert, unreachable } from '#domain/assert.ts';
import type { Desk } from '../desk.ts';
import { numberItemOf } from '../orders/number-item.ts';
import { missingFor, type Missing } from '../orders/order-conditions.ts';
import { finishAfterMs } from '../orders/order-pace.ts';
import { moveOrder, stateOf } from '../orders/order-state.ts';
import type { OrderWork } from '../store/order-work-rows.ts';
import type { StoredResource } from '../store/resource-rows.ts';
import { announce } from '../tmf/create-resource.ts';

function workOn(desk: Desk, order: StoredResource): void {
  const missing = missingFor(desk, order);
  if (missing.length === 0) {
    moveOrder(desk, order.id, 'inProgress', [], undefined);
    desk.store.orderWork.put({ orderId: order.id, step: 'finish', dueAt: desk.now() + finishAfterMs(numberItemOf(order.body)?.workingDays, desk.timeScale) });
  } else if (stateOf(order) !== 'pending' || changed(order, missing)) ask(desk, order, missing);
}

const changed = (order: StoredResource, missing: readonly Missing[]): boolean =>
  JSON.stringify(order.body['informationRequired']) !== JSON.stringify(missing);

/** Tells the hall what it must bring; once for each change of what is missing. */
function ask(desk: Desk, order: StoredResource, missing: readonly Missing[]): void {
  const pending = stateOf(order) === 'pending' ? order : moveOrder(desk, order.id, 'pending', missing.map(({ code, reason }) => ({ code, reason })), undefined);
  desk.store.resources.replace('productOrder', order.id, { ...pending.body, informationRequired: missing }, desk.now());
  const told = desk.store.resources.find('productOrder', order.id);
  assert(told, 'ask: unknown order');
  announce(desk, 'productOrder', 'InformationRequiredEvent', told, undefined, { informationRequired: missing });
  desk.store.orderWork.put({ orderId: order.id, step: 'wait', dueAt: desk.now() });
}

function finish(desk: Desk, order: StoredResource): void {
  const held = desk.faults.takeOrderFault('hold', order.id);
  if (held) {
    moveOrder(desk, order.id, 'held', [held], undefined);
    desk.store.orderWork.put({ orderId: order.id, step: 'held', dueAt: desk.now() });
    return;
  }
  const failed = desk.faults.takeOrderFault('fail', order.id);
  moveOrder(desk, order.id, failed ? 'failed' : 'completed', failed ? [failed] : [], undefined);
}

function step(desk: Desk, work: OrderWork): void {
  const order = desk.store.resources.find('productOrder', work.orderId);
  assert(order, 'step: work without an order');
  switch (work.step) {
    case 'begin': case 'wait': return workOn(desk, order);
    case 'finish': return finish(desk, order);
    case 'held': return;
    default: return unreachable(work.step);
  }
}

/** Takes each order that is due one step on, one transaction each. */
export function workOnDueOrders(desk: Desk): void {
  for (const work of desk.store.orderWork.due(desk.now())) desk.store.write(() => step(desk, work));
}

/** A held order goes on: back to work at once. False when it is not held. */
export function resumeOrder(desk: Desk, orderId: string): boolean {
  if (desk.store.orderWork.find(orderId)?.step !== 'held') return false;
  desk.store.write(() => {
    const order = moveOrder(desk, orderId, 'inProgress', [], undefined);
    desk.store.orderWork.put({ orderId, step: 'finish', dueAt: desk.now() + finishAfterMs(numberItemOf(order.body)?.workingDays, desk.timeScale) });
  });
  return true;
}
