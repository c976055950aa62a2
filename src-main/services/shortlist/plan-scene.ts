import type { Failure } from '#contract/failures.ts';
import type { ComparedPlan } from '#contract/plans.ts';
import type { CustomerScene, ShownPlan } from '#contract/shortlist.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { compareForCase } from '../plans/compare-case.ts';

const most = 6;

/** The plans side by side as the customer sees them: what can be had, cheapest first, the one pointed at always among them. */
export async function planScene(context: ConsoleContext, caseId: string, lit: string): Promise<Result<CustomerScene, Failure>> {
  const compared = await compareForCase(context, caseId);
  if (!compared.ok) return compared;
  const { plans, usage, termMonths } = compared.value;
  const shown = plans.flatMap(shownPlan);
  const cheapest = shown.slice(0, most);
  const beyond = cheapest.some((plan) => plan.planId === lit) ? undefined : shown.find((plan) => plan.planId === lit);
  const { minutes, localPercent, mobilePercent, asked } = usage;
  return ok({ kind: 'plans', hallName: readHall(context).name, minutes, localPercent, mobilePercent, asked, byCalls: usage.from === 'calls', termMonths, plans: beyond ? [...cheapest.slice(0, most - 1), beyond] : cheapest, lit });
}

function shownPlan({ planId, name, sample, refusal, cost }: ComparedPlan): readonly ShownPlan[] {
  if (cost === null || refusal !== null) return [];
  const { monthLi, yearLi, termLi, dueNowLi, monthlyMinimumLi, commitment } = cost;
  return [{ planId, name, sample, monthLi, yearLi, termLi, dueNowLi, monthlyMinimumLi, commitment }];
}
