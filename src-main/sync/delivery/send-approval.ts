import { decisionBody, processFlowBody, withdrawnBody } from '../bodies/process-flow-body.ts';
import { outcomeOf, type CarrierAnswer } from '../carrier/carrier-http.ts';
import { itemPath, paths } from '../carrier/paths.ts';
import { knownOf } from './already-there.ts';
import { delivered, outcome, type Delivery, type Effect, type Sender } from './delivery.ts';

/**
 * Ends a step that only helps: a carrier that refuses it for good (it keeps no such tasks, or somebody was faster) holds nothing up.
 * Only an answer that may still come is waited for.
 */
function endGently(answer: CarrierAnswer, effects: readonly Effect[] = []): Delivery {
  const passing = answer.kind === 'no-answer' || answer.status < 300 || [401, 408, 425, 429].includes(answer.status) || (answer.status >= 500 && answer.status !== 501) || answer.code === 'idempotencyInProgress';
  if (passing) return outcome(outcomeOf(answer), effects);
  return { kind: 'replaced', failure: { code: answer.code ?? `http-${answer.status}`, reason: answer.reason }, effects };
}

export const sendApprovalRequest: Sender<'request-approval'> = async (packet, exchange) => {
  const answer = await exchange.send('request', 'POST', paths.processFlow, () => processFlowBody(packet));
  if (answer.kind === 'no-answer' || answer.code !== 'duplicateExternalId') return endGently(answer);
  const known = await knownOf(exchange, answer);
  if (known.kind === 'no-answer') return outcome(known);
  return (known.json as { readonly id?: unknown } | null)?.id === packet.requestId ? delivered() : endGently(answer);
};

export const sendApprovalDecision: Sender<'decide-approval'> = async (body, exchange) => {
  const path = `${itemPath(paths.processFlow, body.flowId)}/taskFlow/${encodeURIComponent(body.flowId)}`;
  const answer = await exchange.send('decide', 'PATCH', path, () => decisionBody(body));
  // Whatever the answer was, the carrier's book says how the task stands now.
  return endGently(answer, [{ kind: 'task-stale', flowId: body.flowId }]);
};

export const sendApprovalWithdrawal: Sender<'withdraw-approval'> = async ({ flowId }, exchange) =>
  endGently(await exchange.send('withdraw', 'PATCH', itemPath(paths.processFlow, flowId), () => withdrawnBody));
