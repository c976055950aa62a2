import type { CarrierPayment } from '../../store/tables/carrier-payment-rows.ts';
import { paymentBody } from '../bodies/payment-body.ts';
import { refundBody } from '../bodies/refund-body.ts';
import { moneyAnswer } from '../carrier/answers.ts';
import { outcomeOf, type CarrierAnswer } from '../carrier/carrier-http.ts';
import { paths } from '../carrier/paths.ts';
import { knownOf } from './already-there.ts';
import { delivered, outcome, park, type Delivery, type Sender } from './delivery.ts';
import type { Exchange } from './exchange.ts';

export const sendPayment: Sender<'record-payment'> = async (body, exchange) => {
  const answer = await exchange.send('payment', 'POST', paths.payment, () => paymentBody({ ...body, customerId: exchange.remote(`party:${body.customerId}`, body.customerId) }));
  return endMoney(exchange, answer, body.paymentId, { correlatorId: body.correlatorId, kind: 'payment', amountLi: body.amountLi });
};

export const sendRefund: Sender<'record-refund'> = async (body, exchange) => {
  const answer = await exchange.send('refund', 'POST', paths.refund, () => refundBody({ ...body, customerId: exchange.remote(`party:${body.customerId}`, body.customerId) }));
  return endMoney(exchange, answer, body.refundId, { correlatorId: body.correlatorId, kind: 'refund', amountLi: body.amountLi });
};

/** Ends the record of money: what the carrier has is kept as its answer tells it; an answer that tells no amount took what was sent. */
async function endMoney(exchange: Exchange, first: CarrierAnswer, ourId: string, sent: CarrierPayment): Promise<Delivery> {
  const isKnown = first.kind === 'answer' && first.code === 'duplicateExternalId';
  const answer = isKnown ? await knownOf(exchange, first) : first;
  if (answer.kind === 'no-answer') return outcome(answer);
  const read = moneyAnswer.safeParse(answer.json);
  // The number belongs to other money of the hall: a person must look.
  if (isKnown && (!read.success || read.data.id !== ourId)) return park('duplicateExternalId', first.reason);
  if (answer.status >= 300) return outcome(outcomeOf(answer));
  return delivered([{ kind: 'money-accepted', money: { ...sent, amountLi: read.data?.totalAmount ?? sent.amountLi } }]);
}
