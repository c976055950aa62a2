import { assert } from '#domain/assert.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Ask, Command } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import { caseOf, endReservation, numberOf, sweepExpired } from '../pool/reservations.ts';
import type { Body, StoredResource } from '../store/resource-rows.ts';
import { listIn, objectIn, partyIdIn, textIn } from '../tmf/body.ts';
import { announce, createResource } from '../tmf/create-resource.ts';
import { visible } from '../tmf/find-resource.ts';
import { hrefOf, served, wireTime } from '../tmf/served.ts';
import { beginAfterMs } from './order-pace.ts';
import { numberItemOf, type NumberItem } from './number-item.ts';
import { errorMessages } from './order-state.ts';

const caseNoOf = (order: Body): string | undefined =>
  textIn(listIn(order, 'externalId').find((external) => external['externalIdentifierType'] === 'caseNo') ?? {}, 'id');

/** A hold names its customer before the carrier may know it, so only a different known organization is a contradiction. */
function sameCustomer(desk: Desk, reservation: StoredResource, order: Body): boolean {
  const [held, ordered] = [partyIdIn(reservation.body, 'customer'), partyIdIn(order, 'customer')];
  return held === ordered || held === undefined || !desk.store.resources.find('organization', held);
}

function checkReservation(desk: Desk, ask: Ask, item: NumberItem): Result<StoredResource, Refusal> {
  const reservation = item.reservationId === undefined ? undefined : visible(desk, ask, 'resourceReservation', item.reservationId);
  if (!reservation) return fail(refusal('dependencyUnknown', 'the order cites no known reservation'));
  if (numberOf(reservation.body) !== item.number) return fail(refusal('stateConflict', 'the reservation is of another number'));
  const [held, caseNo] = [caseOf(reservation.body), caseNoOf(ask.body)];
  if (held && caseNo !== undefined && held['id'] !== caseNo && held['name'] !== caseNo) return fail(refusal('stateConflict', 'the reservation is of another case'));
  if (!sameCustomer(desk, reservation, ask.body)) return fail(refusal('stateConflict', 'the reservation is of another customer'));
  if (reservation.body['state'] !== 'completed') return fail(refusal('reservationExpired', 'the reservation is over', { state: String(reservation.body['state']) }));
  return ok(reservation);
}

function checkOfferings(desk: Desk, order: Body): Result<true, Refusal> {
  const known = new Set(desk.catalogue.offerings.map((offering) => offering['id']));
  const unknown = listIn(order, 'productOrderItem').findIndex((item) => item['productOffering'] !== undefined && !known.has(objectIn(item, 'productOffering')['id']));
  if (known.size === 0 || unknown < 0) return ok(true);
  return fail(refusal('semantic', 'unknown offering', { violations: [{ path: `/productOrderItem/${unknown}/productOffering`, message: 'not in the catalogue' }] }));
}

function addProducts(desk: Desk, ask: Ask, orderId: string, status: 'pendingActive' | 'cancelled'): readonly Body[] {
  return listIn(ask.body, 'productOrderItem').map((item) => {
    if (item['action'] !== 'add') return item;
    const body = {
      ...objectIn(item, 'product'), '@type': 'Product', status, productOffering: item['productOffering'], creationDate: wireTime(ask.at),
      productOrderItem: [{ '@type': 'RelatedOrderItem', productOrderId: orderId, orderItemId: item['id'], role: 'creator' }],
    };
    const product = createResource(desk, ask, 'product', { body, id: desk.newId(), parent: orderId });
    assert(product.ok, 'addProducts: a fresh id exists');
    return { ...item, product: { '@type': 'Product', ...objectIn(item, 'product'), id: product.value.id, href: hrefOf('product', product.value.id) } };
  });
}

/** Checks an order, binds its reservation to it and hands it to the activation worker, all in one transaction. */
export const acceptOrder: Command = (desk, ask) => {
  sweepExpired(desk);
  const caseNo = caseNoOf(ask.body);
  const naturalKey = caseNo === undefined ? null : `${ask.caller.hall}:${caseNo}`;
  const known = naturalKey === null ? undefined : desk.store.resources.findByNaturalKey('productOrder', naturalKey);
  if (known) return fail(refusal('duplicateExternalId', 'this case has an order', { id: known.id, href: hrefOf('productOrder', known.id) }));
  const item = numberItemOf(ask.body);
  const reservation = item && checkReservation(desk, ask, item);
  if (reservation && !reservation.ok) return reservation;
  const offerings = item ? checkOfferings(desk, ask.body) : ok<true>(true);
  if (!offerings.ok) return offerings;

  const id = textIn(ask.body, 'id') ?? desk.newId();
  desk.faults.meetOrder(id);
  const refused = desk.faults.takeOrderFault('refuse', id);
  const state = refused ? 'rejected' : 'acknowledged';
  if (item && reservation?.ok) {
    assert(desk.store.numbers.bind(item.number, reservation.value.id, ask.at), 'acceptOrder: a live hold could not be bound');
    if (refused) endReservation(desk, reservation.value, 'orderEnded', ask.cause);
  }
  const items = addProducts(desk, ask, id, refused ? 'cancelled' : 'pendingActive').map((one) => ({ ...one, state }));
  const body = {
    ...ask.body, state, orderDate: wireTime(ask.at), productOrderItem: items,
    ...(item?.dueDate === undefined ? {} : { expectedCompletionDate: `${item.dueDate}T23:59:59+08:00` }),
    ...(refused ? { productOrderErrorMessage: errorMessages([refused], ask.at) } : {}),
  };
  const order = createResource(desk, ask, 'productOrder', { body, id, naturalKey: refused ? null : naturalKey });
  if (!order.ok) return order;
  if (refused) announce(desk, 'productOrder', 'StateChangeEvent', order.value, ask.cause);
  else desk.store.orderWork.put({ orderId: id, step: 'begin', dueAt: ask.at + beginAfterMs(item?.workingDays, desk.timeScale) });
  return ok(served(201, 'productOrder', order.value));
};
