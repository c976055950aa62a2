import { cancelOrderBody, orderBody } from '../bodies/order-body.ts';
import { orderAnswer, reasonOfOrder, taskAnswer } from '../carrier/answers.ts';
import { outcomeOf } from '../carrier/carrier-http.ts';
import { paths } from '../carrier/paths.ts';
import { knownOf } from './already-there.ts';
import { delivered, outcome, park, type Sender } from './delivery.ts';

export const sendOrder: Sender<'place-order'> = async (body, exchange) => {
  // Known before it goes out: the feed may tell of the order before its answer arrives.
  exchange.learn('order', body.orderId);
  const first = await exchange.send('order', 'POST', paths.order, () => orderBody({
    ...body, customerId: exchange.remote(`party:${body.customerId}`, body.customerId),
    reservationId: exchange.remote(`reservation:${body.reservationId}`, body.reservationId),
  }, exchange.hallCode));
  const answer = first.kind === 'answer' && first.code === 'duplicateExternalId' ? await knownOf(exchange, first) : first;
  if (answer.kind === 'answer' && answer.code === 'reservationExpired')
    return { kind: 'replaced', failure: { code: answer.code, reason: answer.reason }, effects: [{ kind: 'order-too-late' }] };
  if (answer.kind === 'no-answer' || answer.status >= 300)
    return answer.kind === 'answer' && answer.code === 'duplicateExternalId' ? park(answer.code, answer.reason) : outcome(outcomeOf(answer));
  const order = orderAnswer.safeParse(answer.json);
  if (!order.success) return park('answer-not-understood', '');
  if (order.data.id !== body.orderId) return park('duplicateExternalId', first.kind === 'answer' ? first.reason : '');
  return delivered([{ kind: 'order-state', orderId: order.data.id, state: order.data.state, reason: reasonOfOrder(order.data) }]);
};

export const sendCancel: Sender<'cancel-order'> = async (body, exchange) => {
  const answer = await exchange.send('cancel', 'POST', paths.cancelOrder, () => cancelOrderBody(body, exchange.key));
  // The order never reached the carrier: there is nothing to withdraw.
  if (answer.kind === 'answer' && (answer.code === 'dependencyUnknown' || answer.code === 'notFound')) return delivered();
  if (answer.kind === 'no-answer' || answer.status >= 300) return outcome(outcomeOf(answer));
  const task = taskAnswer.safeParse(answer.json);
  if (!task.success) return park('answer-not-understood', '');
  if (task.data.state !== 'done') return park('too-late-to-cancel', '');
  return delivered([{ kind: 'order-state', orderId: body.orderId, state: 'cancelled', reason: null }]);
};
