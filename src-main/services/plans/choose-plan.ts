import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { Reply } from '#contract/contract.ts';
import type { Facts } from '#domain/facts.ts';
import { formatYuan } from '#domain/money/money.ts';
import { ok, type Result } from '#domain/result.ts';
import { savePlan } from '../../store/tables/case-rows.ts';
import { latestApproval } from '../../store/tables/approval/approval-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { editCase, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';
import { addOnOffers, catalogueOf, findPlan, offerOf, quotedNumber, refusalOf } from './quote-case.ts';

/** Every plan of the catalogue for the case's number, with its quote or why it cannot be sold; and the add-ons. */
export function listPlans(context: ConsoleContext, caseId: string): Result<Reply<'plans/list'>, Failure> {
  const pick = currentPick(context.db, caseId);
  if (pick === null) return refuse('number-not-chosen');
  const number = quotedNumber(pick);
  const hall = readHall(context);
  return ok({ offers: catalogueOf(context).plans.map((plan) => offerOf(context, hall, plan, number)), addOns: addOnOffers(context) });
}

const inYuan = ({ fromLi, toLi }: Facts): Facts => (typeof fromLi === 'number' && typeof toLi === 'number' ? { fromYuan: formatYuan(fromLi), toYuan: formatYuan(toLi) } : {});

type Choice = { readonly caseId: string; readonly planId: string; readonly addOnIds: readonly string[]; readonly minimumLi: number | null };

/** Chooses plan, add-ons and (in 营业厅标准) a higher minimum; refused where the number, the hall or the catalogue stands against it. */
export function choosePlan(context: ConsoleContext, actor: Actor, { caseId, planId, addOnIds, minimumLi }: Choice): Result<CaseView, Failure> {
  const chosen = editCase(context, actor, caseId, (row, edit) => {
    const plan = findPlan(context, planId);
    if (plan === null) return refuse('plan-unknown');
    const pick = currentPick(context.db, caseId);
    if (pick === null) return refuse('number-not-chosen');
    if (latestApproval(context.db, caseId)?.state === 'requested') return refuse('approval-pending');
    const choice = { planId, version: plan.version, addOnIds, minimumLi };
    const refusal = refusalOf(context, readHall(context), plan, quotedNumber(pick), choice);
    if (refusal?.code === 'minimum-out-of-range' || refusal?.code === 'minimum-not-chosen-here') return refuse('minimum-out-of-range', inYuan(refusal.facts ?? {}));
    if (refusal?.code === 'add-on-included' || refusal?.code === 'add-ons-exclude') return refuse('add-on-not-allowed', { why: refusal.code, ...refusal.facts });
    if (refusal !== null) return refuse('plan-not-allowed', { why: refusal.code });
    if (JSON.stringify(row.plan) === JSON.stringify(choice)) return ok(null);
    savePlan(context.db, edit, choice);
    record(context, edit, 'plan-chosen', { plan: planId, version: plan.version, addOns: addOnIds.join(' ') });
    return ok(null);
  });
  return chosen.ok ? ok(viewCase(context, caseId)) : chosen;
}
