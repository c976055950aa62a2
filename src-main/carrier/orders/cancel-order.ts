import { fail, ok } from '#domain/result.ts';
import type { Command } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';
import { objectIn, textIn } from '../tmf/body.ts';
import { createResource } from '../tmf/create-resource.ts';
import { visible } from '../tmf/find-resource.ts';
import { served, wireTime } from '../tmf/served.ts';
import { cancellationPath, isFinal } from './order-lifecycle.ts';
import { moveOrder, stateOf } from './order-state.ts';

/** Withdraws an order that is still under way; one that has ended answers with a task that says so. */
export const cancelOrder: Command = (desk, ask) => {
  const order = visible(desk, ask, 'productOrder', String(objectIn(ask.body, 'productOrder')['id']));
  if (!order) return fail(refusal('dependencyUnknown', 'no such order'));
  const tooLate = isFinal(stateOf(order));
  const reason = { code: 'withdrawn', reason: textIn(ask.body, 'cancellationReason') ?? '营业厅撤单' };
  if (!tooLate) for (const state of cancellationPath(stateOf(order))) moveOrder(desk, order.id, state, [reason], ask.cause);
  const outcome = tooLate ? { state: 'terminatedWithError', errorMessage: `订单已结束（${stateOf(order)}），不能撤单` } : { state: 'done', effectiveCancellationDate: wireTime(ask.at) };
  const task = createResource(desk, ask, 'cancelProductOrder', { body: { ...ask.body, ...outcome } });
  return task.ok ? ok(served(201, 'cancelProductOrder', task.value)) : task;
};
