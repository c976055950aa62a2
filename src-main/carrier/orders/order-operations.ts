import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Ask, Command, Query } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import type { Body, StoredResource } from '../store/resource-rows.ts';
import { listIn, textIn } from '../tmf/body.ts';
import { changeResource } from '../tmf/create-resource.ts';
import { addressedForPatch, readQuery } from '../tmf/find-resource.ts';
import { served, servedBody, servedPage } from '../tmf/served.ts';
import { acceptOrder } from './accept-order.ts';
import { cancelOrder } from './cancel-order.ts';
import { stateOf } from './order-state.ts';

const open = ['note', 'requestedCompletionDate'] as const;
const openWhileWaiting = ['agreement', 'payment'] as const;

function patchAllowed(order: StoredResource, patch: Body): Result<Body, Refusal> {
  const { '@type': _, id: __, ...members } = patch;
  const waiting = ['acknowledged', 'pending'].includes(stateOf(order));
  const allowed: readonly string[] = waiting ? [...open, ...openWhileWaiting] : open;
  const refused = Object.keys(members).find((member) => !allowed.includes(member));
  return refused === undefined ? ok(members) : fail(refusal('stateConflict', `${refused} cannot change now`, { state: stateOf(order) }));
}

const patchProductOrder: Command = (desk, ask) => {
  const found = addressedForPatch(desk, ask, 'productOrder');
  if (!found.ok) return found;
  const members = patchAllowed(found.value, ask.body);
  if (!members.ok) return members;
  return ok(served(200, 'productOrder', changeResource(desk, 'productOrder', found.value.id, { ...found.value.body, ...members.value }, 'AttributeValueChangeEvent', ask.cause)));
};

const withExternalId = (order: StoredResource, id: unknown): boolean => listIn(order.body, 'externalId').some((external) => external['id'] === id);

const listProductOrders: Query = (desk, ask) => {
  const { 'externalId.id': externalId, state } = ask.query;
  const all = desk.store.resources.ofHall('productOrder', ask.caller.hall)
    .filter((order) => (externalId === undefined || withExternalId(order, externalId)) && (state === undefined || stateOf(order) === state));
  return ok(servedPage(all.map((one) => servedBody('productOrder', one)), ask.query));
};

const productsOf = (desk: Desk, ask: Ask): readonly StoredResource[] => {
  const order = textIn(ask.query, 'productOrder.id');
  const all = order === undefined ? desk.store.resources.ofHall('product', ask.caller.hall) : desk.store.resources.childrenOf('product', order);
  return all.filter((product) => product.hall === ask.caller.hall);
};

const listProducts: Query = (desk, ask) => ok(servedPage(productsOf(desk, ask).map((one) => servedBody('product', one)), ask.query));

/** Orders and their withdrawal. */
export const orderCommands: Readonly<Record<string, Command>> = { createProductOrder: acceptOrder, patchProductOrder, createCancelProductOrder: cancelOrder };

/** Orders, their withdrawal and products as they are. */
export const orderQueries: Readonly<Record<string, Query>> = {
  readProductOrder: readQuery('productOrder'), listProductOrders, readCancelProductOrder: readQuery('cancelProductOrder'),
  readProduct: readQuery('product'), listProducts,
};
