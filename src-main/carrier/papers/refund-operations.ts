import { fail, ok } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Command, Query } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';
import { fenIn, objectIn, textIn } from '../tmf/body.ts';
import { createResource } from '../tmf/create-resource.ts';
import { readQuery, visible } from '../tmf/find-resource.ts';
import { hrefOf, served, wireTime } from '../tmf/served.ts';
import { listByCorrelator } from './payment-operations.ts';

/** What went back of a payment so far, in fen. */
export const refundedFen = (desk: Desk, paymentId: string): number =>
  desk.store.resources.childrenOf('refund', paymentId).reduce((sum, { body }) => sum + fenIn(objectIn(body, 'totalAmount')), 0);

const createRefund: Command = (desk, ask) => {
  const naturalKey = `${ask.caller.hall}:${textIn(ask.body, 'correlatorId')}`;
  const known = desk.store.resources.findByNaturalKey('refund', naturalKey);
  if (known) return fail(refusal('duplicateExternalId', 'this correlatorId was refunded', { id: known.id, href: hrefOf('refund', known.id) }));
  const paymentId = textIn(objectIn(ask.body, 'payment'), 'id') ?? '';
  const payment = visible(desk, ask, 'payment', paymentId);
  if (!payment) return fail(refusal('dependencyUnknown', `payment ${paymentId} is not known`, { id: paymentId }));
  const fen = fenIn(objectIn(ask.body, 'totalAmount'));
  const leftFen = fenIn(objectIn(payment.body, 'totalAmount')) - refundedFen(desk, paymentId);
  if (fen <= 0 || fen > leftFen) return fail(refusal('semantic', `${leftFen} fen are left of the payment`, { violations: [{ path: '/totalAmount', message: fen <= 0 ? 'nothing to refund' : 'more than is left of the payment' }] }));
  const created = createResource(desk, ask, 'refund', { body: { ...ask.body, status: 'done', statusDate: wireTime(ask.at) }, naturalKey, parent: paymentId });
  return created.ok ? ok(served(201, 'refund', created.value)) : created;
};

/** Money that went back, once for each correlatorId and never more than was paid. */
export const refundCommands: Readonly<Record<string, Command>> = { createRefund };

/** Refunds as they are. */
export const refundQueries: Readonly<Record<string, Query>> = { readRefund: readQuery('refund'), listRefunds: listByCorrelator('refund') };
