import { assert } from '#domain/assert.ts';
import type { Desk } from '../desk.ts';
import { endReservation, announceAllocation } from '../pool/reservations.ts';
import type { Body, StoredResource } from '../store/resource-rows.ts';
import { listIn } from '../tmf/body.ts';
import { changeResource } from '../tmf/create-resource.ts';
import { wireTime } from '../tmf/served.ts';
import { numberItemOf } from './number-item.ts';
import { assertEdge, isFinal, type OrderState } from './order-lifecycle.ts';

/** Why an order is where it is; the reason is Chinese, for the counter. */
export type OrderReason = { readonly code: string; readonly reason: string };

/** The message members of an order in a state that has something to say. */
export const errorMessages = (reasons: readonly OrderReason[], at: number): readonly Body[] =>
  reasons.map((reason) => ({ '@type': 'ProductOrderErrorMessage', ...reason, timestamp: wireTime(at) }));

/** State of an order. */
export const stateOf = (order: StoredResource): OrderState => order.body['state'] as OrderState;

function settleProducts(desk: Desk, orderId: string, status: 'active' | 'cancelled' | 'aborted', cause: string | undefined): void {
  for (const product of desk.store.resources.childrenOf('product', orderId)) {
    const dates = status === 'active' ? { startDate: wireTime(desk.now()) } : { terminationDate: wireTime(desk.now()) };
    changeResource(desk, 'product', product.id, { ...product.body, status, ...dates }, 'StateChangeEvent', cause);
  }
}

/** The number goes to the customer, or back to the pool. */
function settleNumber(desk: Desk, order: StoredResource, state: OrderState, cause: string | undefined): void {
  const item = numberItemOf(order.body);
  if (!item) return;
  const reservation = desk.store.resources.find('resourceReservation', item.reservationId ?? '');
  assert(reservation, 'settleNumber: order without its reservation');
  if (state === 'completed') {
    assert(desk.store.numbers.allocate(item.number, reservation.id), 'settleNumber: the number was not reserved for the order');
    announceAllocation(desk, item.number, cause);
  } else endReservation(desk, reservation, 'orderEnded', cause);
}

/** All that follows from the end of an order, in the transaction of its last state. */
function settle(desk: Desk, order: StoredResource, state: OrderState, cause: string | undefined): void {
  desk.store.orderWork.remove(order.id);
  settleNumber(desk, order, state, cause);
  settleProducts(desk, order.id, state === 'completed' ? 'active' : state === 'failed' ? 'aborted' : 'cancelled', cause);
  if (state !== 'completed') desk.store.resources.releaseNaturalKey('productOrder', order.id);
}

/** Moves an order along an edge of its life cycle with one event; the end settles number and products with it. */
export function moveOrder(desk: Desk, id: string, state: OrderState, reasons: readonly OrderReason[], cause: string | undefined): StoredResource {
  const order = desk.store.resources.find('productOrder', id);
  assert(order, 'moveOrder: unknown order');
  assertEdge(stateOf(order), state);
  const { productOrderErrorMessage: _, informationRequired: __, ...rest } = order.body;
  const at = desk.now();
  const body = {
    ...rest, state, productOrderItem: listIn(order.body, 'productOrderItem').map((item) => ({ ...item, state })),
    ...(reasons.length > 0 ? { productOrderErrorMessage: errorMessages(reasons, at) } : {}),
    ...(state === 'completed' ? { completionDate: wireTime(at) } : {}), ...(state === 'cancelled' ? { cancellationDate: wireTime(at) } : {}),
  };
  const moved = changeResource(desk, 'productOrder', id, body, 'StateChangeEvent', cause);
  if (isFinal(state)) settle(desk, moved, state, cause);
  return moved;
}
