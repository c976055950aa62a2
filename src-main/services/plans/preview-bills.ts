import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { BillPreview, CallerCost } from '#contract/plans.ts';
import { ok, type Result } from '#domain/result.ts';
import type { TermBill } from '#domain/tariff/bill.ts';
import { rateTerm, type TermInput } from '#domain/tariff/bill/rate-term.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { type KeptUsage, usageOfCase } from './case-usage.ts';
import { serviceOf, termInputOf } from './term-bill-of.ts';

const callerCost: readonly CallerCost[] = ['local-rate', 'bundled-minutes-first', 'no-long-distance', 'not-abroad', 'not-free'];

/** Every bill to come of the chosen plan by the case's usage; a day of leaving ends the service there. */
export async function previewBills(context: ConsoleContext, { caseId, exitOn }: Request<'plans/preview-bills'>): Promise<Result<BillPreview, Failure>> {
  const loaded = loadCase(context, caseId);
  if (loaded === null) return refuse('case-not-found');
  const service = serviceOf(context, loaded);
  // A day before the service is its first: earlier nobody can leave.
  const leaving = exitOn === null || exitOn >= service.endsOn ? null : exitOn < service.openedOn ? service.openedOn : exitOn;
  const input = termInputOf(context, loaded, { ...service, endsOn: leaving ?? service.endsOn });
  if (input === null) return refuse(loaded.pick === null ? 'number-not-chosen' : 'plan-not-chosen');
  const kept = usageOfCase(context, caseId);
  const term = await ratedBy(context, kept, input);
  if (!term.ok) return term;
  const whole = term.value.bills.findIndex(({ period }) => period.days === period.daysInMonth);
  return ok({ usage: kept.usage, openedOnExpected: service.expected, term: term.value, termMonths: service.termMonths, next: Math.max(0, whole), exitOn: leaving, callerCost });
}

/** A list is rated in the thread that reads lists. */
async function ratedBy(context: ConsoleContext, { usage, packed }: KeptUsage, input: Omit<TermInput, 'usage'>): Promise<Result<TermBill, Failure>> {
  if (packed === null) return ok(rateTerm({ ...input, usage: { kind: 'profile', profile: usage } }));
  const answer = await context.calls.rateByCalls(packed, input);
  return answer.ok ? answer : refuse('calls-unreadable', { why: answer.error.code });
}
