import { fail, ok } from '#domain/result.ts';
import type { Command, Query } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';
import { fenIn, listIn, objectIn, textIn } from '../tmf/body.ts';
import { createResource } from '../tmf/create-resource.ts';
import { readQuery } from '../tmf/find-resource.ts';
import { hrefOf, served, servedBody, servedPage, wireTime } from '../tmf/served.ts';

const createPayment: Command = (desk, ask) => {
  const items = listIn(ask.body, 'paymentItem').reduce((sum, item) => sum + fenIn(objectIn(item, 'amount')), 0);
  if (items !== fenIn(objectIn(ask.body, 'totalAmount'))) {
    return fail(refusal('semantic', 'the items do not add up to totalAmount', { violations: [{ path: '/paymentItem', message: 'sum differs from totalAmount' }] }));
  }
  const naturalKey = `${ask.caller.hall}:${textIn(ask.body, 'correlatorId')}`;
  const known = desk.store.resources.findByNaturalKey('payment', naturalKey);
  if (known) return fail(refusal('duplicateExternalId', 'this correlatorId was paid', { id: known.id, href: hrefOf('payment', known.id) }));
  const created = createResource(desk, ask, 'payment', { body: { ...ask.body, status: 'done', statusDate: wireTime(ask.at) }, naturalKey });
  return created.ok ? ok(served(201, 'payment', created.value)) : created;
};

/** Payments and refunds are found by the numbers of their receipts and vouchers, one or several with commas between them. */
export const listByCorrelator = (kind: 'payment' | 'refund'): Query => (desk, ask) => {
  const asked = ask.query['correlatorId'];
  const wanted = typeof asked === 'string' ? new Set(asked.split(',')) : null;
  const all = desk.store.resources.ofHall(kind, ask.caller.hall).filter(({ body }) => wanted === null || wanted.has(String(body['correlatorId'])));
  return ok(servedPage(all.map((one) => servedBody(kind, one)), ask.query));
};

/** Money that arrived, once for each correlatorId. */
export const paymentCommands: Readonly<Record<string, Command>> = { createPayment };

/** Payments as they are. */
export const paymentQueries: Readonly<Record<string, Query>> = { readPayment: readQuery('payment'), listPayments: listByCorrelator('payment') };
