import { fail, ok } from '#domain/result.ts';
import type { Command, Query } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';
import { listIn, textIn } from '../tmf/body.ts';
import { createResource } from '../tmf/create-resource.ts';
import { addressed, addressedForPatch, allKnown, readQuery } from '../tmf/find-resource.ts';
import { hrefOf, served, servedBody, servedPage, wireTime } from '../tmf/served.ts';
import { checkDecision, checkRequest, deadlineOf, endFlow, sweepApprovals } from './approval-flow.ts';

const createProcessFlow: Command = (desk, ask) => {
  sweepApprovals(desk);
  const asked = checkRequest(ask.body);
  if (!asked.ok) return asked;
  const deadline = deadlineOf(ask.body, ask.at);
  if (!deadline.ok) return deadline;
  const documents = allKnown(desk, ask, 'document', listIn(ask.body, 'relatedEntity').filter((entity) => entity['role'] === 'document').map((entity) => String(entity['id'])));
  if (!documents.ok) return documents;
  const naturalKey = `${ask.caller.hall}:${asked.value.caseId}`;
  const pending = desk.store.resources.findByNaturalKey('processFlow', naturalKey);
  if (pending) return fail(refusal('duplicateExternalId', 'this case has a request that waits', { id: pending.id, href: hrefOf('processFlow', pending.id) }));
  const id = textIn(ask.body, 'id') ?? desk.newId();
  const times = { processFlowDate: wireTime(ask.at), expectedCompletionDate: wireTime(deadline.value) };
  const flow = createResource(desk, ask, 'processFlow', {
    id, naturalKey, body: { ...ask.body, ...times, state: 'active', taskFlow: [{ '@type': 'TaskFlowRef', id, href: hrefOf('taskFlow', id) }] },
  });
  if (!flow.ok) return flow;
  const task = createResource(desk, ask, 'taskFlow', { id, parent: id, body: {
    '@type': 'TaskFlow', taskFlowSpecification: 'decide', isMandatory: true, startDate: times.processFlowDate, requestedCompletionDate: times.expectedCompletionDate, state: 'active',
  } });
  return task.ok ? ok(served(201, 'processFlow', flow.value)) : task;
};

const patchProcessFlow: Command = (desk, ask) => {
  sweepApprovals(desk);
  const found = addressedForPatch(desk, ask, 'processFlow');
  if (!found.ok) return found;
  const state = String(found.value.body['state']);
  if (state === 'cancelled') return ok(served(200, 'processFlow', found.value));
  if (state !== 'active') return fail(refusal('stateConflict', 'the request is decided', { state }));
  return ok(served(200, 'processFlow', endFlow(desk, found.value, { state: 'cancelled', reason: 'withdrawn', task: {} }, ask.cause).flow));
};

/** One decision, by other hands, on what was asked, in time. The whole is one transaction: of two that come together one finds the task done. */
const patchTaskFlow: Command = (desk, ask) => {
  sweepApprovals(desk);
  const flow = addressed(desk, ask, 'processFlow');
  if (!flow.ok) return flow;
  const task = addressedForPatch(desk, ask, 'taskFlow');
  if (!task.ok) return task;
  if (ask.params['taskId'] !== task.value.id) return fail(refusal('notFound', 'no such taskFlow'));
  const { state, stateChangeReason } = task.value.body;
  if (stateChangeReason === 'expired') return fail(refusal('approvalExpired', 'the request ran out'));
  if (state !== 'active') return fail(refusal('stateConflict', 'the task is over', { state: String(state) }));
  const checked = checkDecision(flow.value.body, ask.body);
  if (!checked.ok) return checked;
  const { characteristic, relatedParty } = ask.body;
  return ok(served(200, 'taskFlow', endFlow(desk, flow.value, { state: 'completed', reason: 'decided', task: { characteristic, relatedParty } }, ask.cause).task));
};

const listProcessFlows: Query = (desk, ask) => {
  sweepApprovals(desk);
  const wanted = ask.query['state'];
  const all = desk.store.resources.ofHall('processFlow', ask.caller.hall).filter(({ body }) => wanted === undefined || body['state'] === wanted);
  return ok(servedPage(all.map((one) => servedBody('processFlow', one)), ask.query));
};

const readTaskFlow: Query = (desk, ask) => {
  const task = addressed(desk, ask, 'taskFlow');
  return task.ok && ask.params['taskId'] !== task.value.id ? fail(refusal('notFound', 'no such taskFlow')) : task.ok ? ok(served(200, 'taskFlow', task.value)) : task;
};

/** Approval of special numbers: ask, decide, withdraw. */
export const approvalCommands: Readonly<Record<string, Command>> = { createProcessFlow, patchProcessFlow, patchTaskFlow };

/** Requests and their tasks as they are. */
export const approvalQueries: Readonly<Record<string, Query>> = { listProcessFlows, readProcessFlow: readQuery('processFlow'), readTaskFlow };
