import type { IntentKind } from '#domain/outbox/intent.ts';
import type { OutboxEntry } from '../../store/tables/outbox-rows.ts';
import { intentSchemas } from '../bodies/intent-schemas.ts';
import { park, type Delivery, type Sender } from './delivery.ts';
import { openExchange, type Exchange, type ExchangeOptions } from './exchange.ts';
import { sendApprovalDecision, sendApprovalRequest, sendApprovalWithdrawal } from './send-approval.ts';
import { sendClaim } from './send-claim.ts';
import { sendCustomer } from './send-customer.ts';
import { sendHold, sendRelease } from './send-hold.ts';
import { sendCancel, sendOrder } from './send-order.ts';
import { sendPayment, sendRefund } from './send-money.ts';
import { sendAgreement, sendDocument } from './send-papers.ts';

const senders: { readonly [K in IntentKind]: Sender<K> } = {
  'hold-number': sendHold, 'release-number': sendRelease, 'claim-number': sendClaim, 'register-customer': sendCustomer, 'file-document': sendDocument, 'file-agreement': sendAgreement,
  'record-payment': sendPayment, 'record-refund': sendRefund, 'place-order': sendOrder, 'cancel-order': sendCancel,
  'request-approval': sendApprovalRequest, 'decide-approval': sendApprovalDecision, 'withdraw-approval': sendApprovalWithdrawal,
};

/** One try of one intent, from its row to how it ended. */
export async function deliver(options: ExchangeOptions, entry: OutboxEntry): Promise<Delivery> {
  const exchange = openExchange(options, entry);
  return exchange === null ? park('frozen-unreadable', '') : sendKind(entry.kind, entry.body, exchange);
}

async function sendKind<K extends IntentKind>(kind: K, stored: unknown, exchange: Exchange): Promise<Delivery> {
  const body = intentSchemas[kind]?.safeParse(stored);
  return body?.success ? senders[kind](body.data, exchange) : park('body-unreadable', '');
}
