import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { Reply, Request } from '#contract/contract.ts';
import type { PlanComparison } from '#contract/plans.ts';
import type { Facts } from '#domain/facts.ts';
import { formatYuan } from '#domain/money/money.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Plan } from '#domain/tariff/catalogue.ts';
import { type PlanChoice, savePlan } from '../../store/tables/case-rows.ts';
import { latestApproval } from '../../store/tables/approval/approval-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { editCase, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';
import { compareForCase } from './compare-case.ts';
import { addOnOffers, countedAddOns, offerOf, planIn, quotedNumber, refusalOf, type Terms, termsToday } from './quote-case.ts';

/** Every plan of the catalogue in force for the case's number, with its quote or why it cannot be sold; and the add-ons. */
export function listPlans(context: ConsoleContext, caseId: string): Result<Reply<'plans/list'>, Failure> {
  const pick = currentPick(context.db, caseId);
  if (pick === null) return refuse('number-not-chosen');
  const terms = termsToday(context);
  return ok({ offers: terms.catalogue.plans.map((plan) => offerOf(context, readHall(context), plan, quotedNumber(pick), terms)), addOns: addOnOffers(terms.catalogue) });
}

type Wanted = Request<'plans/choose'>;

/**
 * Chooses plan, add-ons and (in 营业厅标准) a higher minimum out of the catalogue in force, and freezes its version and the day; refused
 * where the number, the hall or the catalogue stands against it, or where a cheaper plan could be had and nobody says why not.
 */
export async function choosePlan(context: ConsoleContext, actor: Actor, wanted: Wanted): Promise<Result<CaseView, Failure>> {
  const compared = await compareForCase(context, wanted.caseId, { choice: wanted });
  if (!compared.ok && compared.error.code !== 'number-not-chosen') return compared;
  const chosen = editCase(context, actor, wanted.caseId, (row, edit) => {
    const pick = currentPick(context.db, wanted.caseId);
    if (pick === null || !compared.ok) return refuse('number-not-chosen');
    const terms = { ...termsToday(context), addOnIds: wanted.addOnIds, minimumLi: wanted.minimumLi };
    const plan = planIn(terms.catalogue, wanted.planId);
    if (plan === null) return refuse('plan-unknown');
    if (latestApproval(context.db, wanted.caseId)?.state === 'requested') return refuse('approval-pending');
    const terminals = plan.monthlyFeePer === 'terminal' ? wanted.terminals : null;
    const refusal = refusedBy(wanted, plan, terms) ?? refusalWords(refusalOf(context, readHall(context), plan, quotedNumber(pick), { ...terms, terminals }));
    if (refusal !== null) return { ok: false, error: refusal };
    const dearer = dearerThanCheapest(compared.value, plan.id);
    const reason = dearer === null ? null : wanted.reason;
    if (dearer !== null && (reason ?? '') === '') return refuse('dearer-plan-reason', dearer);
    const choice: PlanChoice = { planId: plan.id, version: plan.version, addOnIds: wanted.addOnIds, minimumLi: wanted.minimumLi, catalogueVersion: terms.catalogue.version, chosenOn: terms.chosenOn, terminals, reason };
    if (sameChoice(row.plan, choice)) return ok(null);
    savePlan(context.db, edit, choice);
    record(context, edit, 'plan-chosen', { plan: plan.id, version: plan.version, addOns: wanted.addOnIds.join(' '), ...(terminals !== null && { terminals }), ...(reason !== null && { reason }) });
    return ok(null);
  });
  return chosen.ok ? ok(viewCase(context, wanted.caseId)) : chosen;
}

const sameChoice = (a: PlanChoice | null, b: PlanChoice): boolean => a !== null && (Object.keys(b) as (keyof PlanChoice)[]).every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));

/** What the choice itself lacks: a count of terminals, or an add-on that is bought once only. */
function refusedBy({ terminals, addOnIds }: Wanted, plan: Plan, { catalogue }: Terms): Failure | null {
  if (plan.monthlyFeePer === 'terminal' && terminals === null) return { code: 'terminals-needed' };
  const twice = countedAddOns(catalogue, addOnIds).find(({ addOn, quantity }) => quantity > 1 && !addOn.counted);
  if (twice) return { code: 'add-on-not-allowed', facts: { why: 'add-on-once', addOn: twice.addOn.id } };
  const unknown = addOnIds.find((id) => !catalogue.addOns.some((addOn) => addOn.id === id));
  return unknown === undefined ? null : { code: 'add-on-not-allowed', facts: { why: 'add-on-unknown', addOn: unknown } };
}

const inYuan = ({ fromLi, toLi }: Facts): Facts => (typeof fromLi === 'number' && typeof toLi === 'number' ? { fromYuan: formatYuan(fromLi), toYuan: formatYuan(toLi) } : {});

function refusalWords(refusal: ReturnType<typeof refusalOf>): Failure | null {
  if (refusal === null) return null;
  if (refusal.code === 'minimum-out-of-range' || refusal.code === 'minimum-not-chosen-here') return { code: 'minimum-out-of-range', facts: inYuan(refusal.facts ?? {}) };
  if (refusal.code.startsWith('add-on')) return { code: 'add-on-not-allowed', facts: { why: refusal.code, ...refusal.facts } };
  return { code: 'plan-not-allowed', facts: { why: refusal.code } };
}

/** By how much a month the plan is dearer than the cheapest for the customer's usage; null when it is not. */
function dearerThanCheapest({ plans, cheapestPlanId }: PlanComparison, planId: string): Facts | null {
  const [mine, cheapest] = [planId, cheapestPlanId].map((id) => plans.find((plan) => plan.planId === id));
  if (!mine?.cost || !cheapest?.cost || mine.cost.overCheapestLi <= 0) return null;
  return { cheapest: cheapest.name, perMonthYuan: formatYuan(mine.cost.monthLi - cheapest.cost.monthLi) };
}
