import { createHash } from 'node:crypto';
import type { ApprovalView } from '#contract/approval.ts';
import type { PlanView } from '#contract/plans.ts';
import { approvalBinding } from '#domain/approval/approval-binding.ts';
import { type Approval, approvalStands } from '#domain/approval/approval.ts';
import type { ReturnReason } from '#domain/approval/return-reason.ts';
import { ORDINARY_RULE } from '#domain/number/grade/grade-number.ts';
import { type Grade, isSpecial } from '#domain/number/grade/number-rules.ts';
import { type ApprovalRow, latestApproval } from '../../store/tables/approval/approval-rows.ts';
import type { CaseRow } from '../../store/tables/case-rows.ts';
import type { PickRow } from '../../store/tables/number/pick-rows.ts';
import type { ConsoleContext } from '../console-context.ts';

/** What an approval of this case would stand for now, as text and SHA-256; null before number and plan are there. */
export function bindingOf(row: CaseRow, pick: PickRow | null, plan: PlanView | null): { readonly text: string; readonly hash: string } | null {
  if (pick === null || plan === null || plan.quote === null) return null;
  const { quote } = plan;
  const text = approvalBinding({
    number: pick.digits, grade: pick.grade, ruleId: pick.ruleId ?? ORDINARY_RULE, planId: plan.planId, planVersion: plan.version, addOns: plan.addOnIds,
    amounts: { monthlyMinimumLi: quote.monthlyMinimumLi, prepayDueLi: quote.prepayDueLi, openingFeeLi: quote.openingFeeLi, dueNowLi: quote.dueNowLi },
    creditCode: row.customer.creditCode, customerName: row.customer.name,
  });
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

/** The stored row in the domain's words. */
export const approvalOf = (row: ApprovalRow): Approval => ({
  id: row.approvalId, bindingHash: row.bindingHash, state: row.usedAt === null ? row.state : 'used', requestedBy: row.requestedBy, requestedAt: row.requestedAt,
  decidedBy: row.decidedBy, decidedAt: row.decidedAt, expiresAt: row.expiresAt, returnReasons: row.reasons as readonly ReturnReason[], note: row.note, usedAt: row.usedAt,
});

/** Where the approval of the case stands: an approval for other content, or one that ran out, is void. */
export function viewApproval(context: ConsoleContext, row: CaseRow, pick: PickRow | null, plan: PlanView | null, agreementSigned: boolean): ApprovalView {
  const needed = pick !== null && isSpecial(pick.grade as Grade);
  const stored = needed ? latestApproval(context.db, row.caseId) : null;
  return {
    needed, state: needed ? stateOf(context, stored, bindingOf(row, pick, plan)?.hash ?? '', row, agreementSigned) : 'not-needed', approvalId: stored?.approvalId ?? null, reason: stored?.reason ?? '',
    requestedAt: stored?.requestedAt ?? null, requestedBy: stored?.requestedBy ?? null, decidedBy: stored?.decidedBy ?? null,
    decidedByName: stored?.decidedName ?? null, onBehalfOf: stored?.onBehalfOf ?? null, decidedAt: stored?.decidedAt ?? null,
    returnReasons: (stored?.reasons ?? []) as readonly ReturnReason[], note: stored?.note ?? '', bindingHash: stored?.bindingHash ?? null, expiresAt: stored?.expiresAt ?? null,
  };
}

function stateOf(context: ConsoleContext, stored: ApprovalRow | null, hash: string, row: Pick<CaseRow, 'editedBy' | 'owner'>, agreementSigned: boolean): ApprovalView['state'] {
  if (stored === null) return 'none';
  if (stored.state === 'requested') return stored.bindingHash === hash ? 'requested' : 'void';
  if (stored.state === 'returned') return stored.bindingHash === hash ? 'returned' : 'none';
  if (stored.bindingHash !== hash) return 'void';
  // Spent on the agreement of exactly this content: it still carries the case, it opens no second agreement.
  if (stored.usedAt !== null) return agreementSigned ? 'approved' : 'void';
  return approvalStands(approvalOf(stored), { currentHash: hash, lastEditedBy: row.editedBy, owner: row.owner, now: context.now() }).ok ? 'approved' : 'void';
}
