import type { SimilarDecision } from '#contract/approval.ts';
import type { Failure } from '#contract/failures.ts';
import { readBinding } from '#domain/approval/approval-binding.ts';
import { type Compared, mostAlike } from '#domain/approval/similar.ts';
import type { ReturnReason } from '#domain/approval/return-reason.ts';
import { ok, type Result } from '#domain/result.ts';
import { decidedApprovals, findApproval } from '../../store/tables/approval/approval-rows.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { decidedTasks, findTask } from '../../store/tables/approval/remote-task-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { findPlan } from '../plans/quote-case.ts';
import { refuse } from '../refuse.ts';

/** How far back a comparison goes. */
const pastLimit = 2000;

type Past = SimilarDecision & Compared;

/** The five past decisions most like this request, by grade, rule, plan and the words of purpose and reason. */
export function similarDecisions(context: ConsoleContext, approvalId: string): Result<readonly SimilarDecision[], Failure> {
  const wanted = wantedOf(context, approvalId);
  if (wanted === null) return refuse('approval-not-found');
  const past = [...pastHere(context), ...pastElsewhere(context)].filter((one) => one.approvalId !== approvalId);
  return ok(mostAlike(wanted, past).map(({ ruleId: _rule, planId: _plan, words: _words, ...decision }) => decision));
}

function wantedOf(context: ConsoleContext, approvalId: string): Compared | null {
  const here = findApproval(context.db, approvalId);
  if (here !== null) return comparedOf(here.binding, purposeOf(context, here.caseId), here.reason);
  const packet = findTask(context.db, approvalId)?.packet;
  return packet ? comparedOf(packet.binding, packet.purpose, packet.reason) : null;
}

const purposeOf = (context: ConsoleContext, caseId: string): string => findCase(context.db, caseId)?.customer.purpose ?? '';

function comparedOf(binding: string, purpose: string, reason: string): Compared | null {
  const content = readBinding(binding);
  return content === null ? null : { grade: content.grade, ruleId: content.ruleId, planId: content.planId, words: `${purpose} ${reason}` };
}

const pastHere = (context: ConsoleContext): readonly Past[] => decidedApprovals(context.db, pastLimit).flatMap((row) =>
  pastOf(context, row.binding, purposeOf(context, row.caseId), {
    approvalId: row.approvalId, reason: row.reason, outcome: row.state === 'approved' ? 'approved' : 'returned', decidedBy: row.decidedBy ?? '', decidedAt: row.decidedAt ?? '',
    returnReasons: row.reasons as readonly ReturnReason[],
  }));

const pastElsewhere = (context: ConsoleContext): readonly Past[] => decidedTasks(context.db, pastLimit).flatMap(({ flowId, packet, decision }) =>
  packet === null || decision === null || findApproval(context.db, flowId) !== null ? [] : pastOf(context, packet.binding, packet.purpose, {
    approvalId: flowId, reason: packet.reason, outcome: decision.decision === 'approve' ? 'approved' : 'returned', decidedBy: decision.decidedBy, decidedAt: decision.decidedAt,
    returnReasons: decision.reasons as readonly ReturnReason[],
  }));

function pastOf(context: ConsoleContext, binding: string, purpose: string, told: Omit<SimilarDecision, 'number' | 'grade' | 'company' | 'planName'>): readonly Past[] {
  const content = readBinding(binding);
  const compared = comparedOf(binding, purpose, told.reason);
  if (content === null || compared === null) return [];
  return [{ ...told, ...compared, number: content.number, company: content.customerName, planName: findPlan(context, content.planId)?.name ?? content.planId }];
}
