import type { ConsoleContext } from '../console-context.ts';
import { wired } from '../wired.ts';
import { choosePlan, listPlans } from './choose-plan.ts';
import { compareByUsage } from './compare-case.ts';
import { forgetCalls, importCalls } from './import-calls.ts';
import { previewBills } from './preview-bills.ts';

/** The channels of plans: offers, comparison, the choice, and the bills to come. */
export function wirePlans(context: ConsoleContext) {
  return {
    'plans/list': wired<'plans/list'>('case/read', ({ caseId }) => listPlans(context, caseId)),
    'plans/compare': wired<'plans/compare'>('case/read', (request, actor) => compareByUsage(context, actor, request)),
    'plans/import-calls': wired<'plans/import-calls'>('case/write', (request, actor) => importCalls(context, actor, request)),
    'plans/forget-calls': wired<'plans/forget-calls'>('case/write', ({ caseId }, actor) => forgetCalls(context, actor, caseId)),
    'plans/choose': wired<'plans/choose'>('case/write', (request, actor) => choosePlan(context, actor, request)),
    'plans/preview-bills': wired<'plans/preview-bills'>('case/read', (request) => previewBills(context, request)),
  };
}
