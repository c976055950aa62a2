import { createHash } from 'node:crypto';
import { assert } from '#domain/assert.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { approvalLifeMs } from '#domain/approval/approval-token.ts';
import { sameStaff } from '#domain/approval/same-staff.ts';
import type { Desk } from '../desk.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import type { Body, StoredResource } from '../store/resource-rows.ts';
import { characteristicIn, listIn, partyIdIn } from '../tmf/body.ts';
import { changeResource } from '../tmf/create-resource.ts';
import { wireTime } from '../tmf/served.ts';

/** The one process halls ask for. */
export const approvalProcess = 'specialNumberApproval';

const hands = ['requester', 'creator', 'lastEditor'] as const;

/** A text characteristic of a flow or task. */
export const wordIn = (body: Body, name: string): string => {
  const value = characteristicIn(listIn(body, 'characteristic'), name);
  return typeof value === 'string' ? value : '';
};

const semantic = (path: string, message: string): Result<never, Refusal> => fail(refusal('semantic', message, { violations: [{ path, message }] }));

/** Until when a request may be decided: its own deadline, three days at most. */
export function deadlineOf(body: Body, at: number): Result<number, Refusal> {
  const own = wordIn(body, 'deadline');
  const deadline = own === '' ? Infinity : Date.parse(own);
  if (Number.isNaN(deadline)) return semantic('/characteristic', 'deadline is no moment');
  return deadline > at ? ok(Math.min(deadline, at + approvalLifeMs)) : fail(refusal('approvalExpired', 'the deadline is past'));
}

/** What a request must say: who had a hand in it, which case, and a digest that belongs to its text. */
export function checkRequest(body: Body): Result<{ readonly caseId: string }, Refusal> {
  if (body['processFlowSpecification'] !== approvalProcess) return semantic('/processFlowSpecification', `only ${approvalProcess}`);
  const missing = hands.find((role) => partyIdIn(body, role) === undefined);
  if (missing !== undefined) return semantic('/relatedParty', `role ${missing} is missing`);
  const ofCase = listIn(body, 'relatedEntity').find((entity) => entity['role'] === 'case');
  if (ofCase === undefined) return semantic('/relatedEntity', 'role case is missing');
  const digest = createHash('sha256').update(wordIn(body, 'binding')).digest('hex');
  return digest === wordIn(body, 'bindingHash') ? ok({ caseId: String(ofCase['id']) }) : semantic('/characteristic', 'bindingHash is not the digest of binding');
}

/** What a decision must be: by other hands, on exactly what was asked. */
export function checkDecision(flow: Body, decision: Body): Result<true, Refusal> {
  const approver = partyIdIn(decision, 'approver');
  if (approver === undefined) return semantic('/relatedParty', 'role approver is missing');
  for (const name of [approver, wordIn(decision, 'onBehalfOf')])
    if (hands.some((role) => sameStaff(partyIdIn(flow, role) ?? '', name))) return fail(refusal('makerIsChecker', 'who made, asked or edited last does not decide'));
  if (wordIn(decision, 'bindingHash') !== wordIn(flow, 'bindingHash')) return fail(refusal('contentChanged', 'bindingHash is not that of the request'));
  const kind = wordIn(decision, 'decision');
  const reasons = characteristicIn(listIn(decision, 'characteristic'), 'reasons');
  if (kind !== 'approve' && kind !== 'return') return semantic('/characteristic', 'decision is approve or return');
  return kind === 'approve' || (Array.isArray(reasons) && reasons.length > 0) ? ok(true) : semantic('/characteristic', 'a return names its reasons');
}

/** Ends a flow and its task; its case may ask again. */
export function endFlow(desk: Desk, flow: StoredResource, end: { readonly state: 'completed' | 'cancelled'; readonly reason: string; readonly task: Body }, cause: string | undefined): { readonly flow: StoredResource; readonly task: StoredResource } {
  const task = desk.store.resources.find('taskFlow', flow.id);
  assert(task, 'endFlow: flow without a task');
  const ended = { state: end.state, stateChangeReason: end.reason };
  desk.store.resources.releaseNaturalKey('processFlow', flow.id);
  return {
    task: changeResource(desk, 'taskFlow', flow.id, { ...task.body, ...end.task, ...ended, completionDate: wireTime(desk.now()) }, 'StateChangeEvent', cause),
    flow: changeResource(desk, 'processFlow', flow.id, { ...flow.body, ...ended }, 'StateChangeEvent', cause),
  };
}

/** Ends every request whose time is over by the carrier's clock. */
export function sweepApprovals(desk: Desk): void {
  const overdue = desk.store.resources.overdue('processFlow', wireTime(desk.now()));
  if (overdue.length > 0) desk.store.write(() => {
    for (const flow of overdue) endFlow(desk, flow, { state: 'cancelled', reason: 'expired', task: {} }, undefined);
  });
}
