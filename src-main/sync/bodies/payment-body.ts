import type { RecordPaymentBody } from '#domain/outbox/intent-bodies.ts';
import { hasSlip, type TenderKind } from '#domain/till/tender.ts';
import { money, ref, type Wire } from './wire-refs.ts';
import { wireTime } from './wire-time.ts';

const methods: Readonly<Record<TenderKind, Wire>> = {
  cash: { '@type': 'Cash' }, pos: { '@type': 'BankCard' }, wechat: { '@type': 'DigitalWallet', service: 'WeChatPay' }, alipay: { '@type': 'DigitalWallet', service: 'Alipay' },
  transfer: { '@type': 'BankAccountTransfer' }, collection: { '@type': 'BankAccountDebit' },
};

/** Money that arrived; the order it is for may not exist yet. */
export const paymentBody = (body: RecordPaymentBody): Wire => ({
  '@type': 'Payment', id: body.paymentId, correlatorId: body.correlatorId, paymentDate: wireTime(body.arrivedAt),
  amount: money(body.amountLi), totalAmount: money(body.amountLi), account: ref('AccountRef', body.customerId),
  paymentMethod: methodOf(body.tender),
  ...(body.reference === '' ? {} : hasSlip(body.tender) ? slipOf(body) : { description: body.reference }),
  paymentItem: [{
    '@type': 'PaymentItem', id: '1', amount: money(body.amountLi), item: { '@type': 'EntityRef', '@referredType': 'ProductOrder', id: body.orderId },
  }],
});

/** By what the money moved. */
export const methodOf = (tender: TenderKind): Wire => methods[tender];

/** The number of the terminal or the app. */
export const slipOf = ({ reference }: { readonly reference: string }): Wire => ({ authorizationCode: reference.slice(0, 64) });
