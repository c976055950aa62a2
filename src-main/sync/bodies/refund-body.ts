import type { RecordRefundBody } from '#domain/outbox/intent-bodies.ts';
import { hasSlip } from '#domain/till/tender.ts';
import { methodOf, slipOf } from './payment-body.ts';
import { money, ref, type Wire } from './wire-refs.ts';
import { wireTime } from './wire-time.ts';

/** Money that went back of a payment; why, and the bank's number where the terminal has none. */
export const refundBody = (body: RecordRefundBody): Wire => ({
  '@type': 'Refund', id: body.refundId, correlatorId: body.correlatorId, refundDate: wireTime(body.refundedAt),
  amount: money(body.amountLi), totalAmount: money(body.amountLi), account: ref('AccountRef', body.customerId), payment: ref('PaymentRef', body.paymentId),
  paymentMethod: methodOf(body.tender),
  ...(body.reference !== '' && hasSlip(body.tender) ? slipOf(body) : {}),
  description: body.reference === '' || hasSlip(body.tender) ? body.reason : `${body.reason} ${body.reference}`,
});
