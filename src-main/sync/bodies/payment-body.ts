import type { RecordPaymentBody } from '#domain/outbox/intent-bodies.ts';
import { money, ref, type Wire } from './wire-refs.ts';
import { wireTime } from './wire-time.ts';

const methods = { cash: 'Cash', pos: 'BankCard', transfer: 'BankAccountTransfer', collection: 'BankAccountDebit' } as const satisfies Record<RecordPaymentBody['tender'], string>;

/** Money that arrived; the order it is for may not exist yet. */
export const paymentBody = (body: RecordPaymentBody): Wire => ({
  '@type': 'Payment', id: body.paymentId, correlatorId: body.correlatorId, paymentDate: wireTime(body.arrivedAt),
  amount: money(body.amountLi), totalAmount: money(body.amountLi), account: ref('AccountRef', body.customerId),
  paymentMethod: { '@type': methods[body.tender] },
  ...referenceOf(body),
  paymentItem: [{
    '@type': 'PaymentItem', id: '1', amount: money(body.amountLi), item: { '@type': 'EntityRef', '@referredType': 'ProductOrder', id: body.orderId },
  }],
});

function referenceOf({ tender, reference }: RecordPaymentBody): Wire {
  if (reference === '') return {};
  return tender === 'pos' ? { authorizationCode: reference.slice(0, 64) } : { description: reference };
}
