import type { Failure } from '#contract/failures.ts';
import type { Request } from '#contract/contract.ts';
import type { PlanComparison } from '#contract/plans.ts';
import { ok, type Result } from '#domain/result.ts';
import { may } from '#domain/staff/role.ts';
import type { AddOn, Plan } from '#domain/tariff/catalogue.ts';
import { type CompareInput, type Comparison, comparePlans } from '#domain/tariff/compare/compare-plans.ts';
import type { Offer } from '#domain/tariff/compare/offer.ts';
import { addOnsAllowed } from '#domain/tariff/plan-allowed.ts';
import { findCase, type PlanChoice } from '../../store/tables/case-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { keepUsage } from '../../store/tables/usage-rows.ts';
import { editCase, mayEdit, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';
import { type AskedUsage, type KeptUsage, usageOfCase, usageToKeep } from './case-usage.ts';
import { countedAddOns, quoteFor, type QuotedNumber, quotedNumber, refusalOf, type Terms, termsToday } from './quote-case.ts';

/** Compares every plan in force by the usage asked for, and keeps it where the person may edit the case; who only reads compares all the same. */
export async function compareByUsage(context: ConsoleContext, actor: Actor, { caseId, usage }: Request<'plans/compare'>): Promise<Result<PlanComparison, Failure>> {
  const row = findCase(context.db, caseId);
  if (row === null) return refuse('case-not-found');
  if (currentPick(context.db, caseId) === null) return refuse('number-not-chosen');
  if (usage === null) return compareForCase(context, caseId);
  const asked = usageOfCase(context, caseId, usage);
  if (usage.from === 'calls' && asked.packed === null) return refuse('calls-none');
  if (!may(actor.role, 'case/write') || !mayEdit(row, actor).ok) return compareForCase(context, caseId, { asked: usage });
  const kept = editCase(context, actor, caseId, (_row, edit) => {
    const before = usageOfCase(context, caseId).usage;
    if (before.asked && (Object.keys(usage) as (keyof AskedUsage)[]).every((key) => JSON.stringify(before[key]) === JSON.stringify(usage[key]))) return ok(null);
    keepUsage(context.db, edit, JSON.stringify(usageToKeep(context, caseId, usage)));
    record(context, edit, 'usage-kept', { from: usage.from, minutes: asked.usage.minutes });
    return ok(null);
  });
  return kept.ok ? compareForCase(context, caseId) : kept;
}

/** What the comparison is made with beside what is kept: a usage that is only looked at, a choice that is about to be made. */
export type CompareWith = { readonly asked?: AskedUsage; readonly choice?: Pick<PlanChoice, 'planId' | 'minimumLi' | 'terminals'> };

/** Every plan of the catalogue in force for the case's number and usage, cheapest first. */
export async function compareForCase(context: ConsoleContext, caseId: string, { asked, choice }: CompareWith = {}): Promise<Result<PlanComparison, Failure>> {
  const row = findCase(context.db, caseId);
  const pick = currentPick(context.db, caseId);
  if (row === null) return refuse('case-not-found');
  if (pick === null) return refuse('number-not-chosen');
  const kept = usageOfCase(context, caseId, asked);
  const usage = { ...kept.usage, terminals: choice?.terminals ?? kept.usage.terminals };
  const terms = { ...termsToday(context), addOnIds: usage.addOnIds, terminals: usage.terminals };
  const chosen = choice ?? row.plan;
  const offers = terms.catalogue.plans.map((plan) => offerFor(context, plan, quotedNumber(pick), { ...terms, minimumLi: chosen?.planId === plan.id ? chosen.minimumLi : null }));
  const compared = await comparedBy(context, kept, { offers, ...termOf(context, terms) });
  if (!compared.ok) return compared;
  const { profile: _profile, ...comparison } = compared.value;
  return ok({ ...comparison, usage, catalogueVersion: terms.catalogue.version, confirmed: terms.catalogue.confirmed });
}

function termOf(context: ConsoleContext, { catalogue, chosenOn, terminals }: Terms): Omit<CompareInput, 'offers' | 'usage'> {
  const { partMonthFee, partMonthMinimum, compareMonths } = context.reference.policy.tariff;
  return { today: chosenOn, termMonths: compareMonths, terminals, promotions: catalogue.promotions, policy: { partMonthFee, partMonthMinimum } };
}

/** By a list in the thread that reads lists, by a profile here: that takes milliseconds. */
async function comparedBy(context: ConsoleContext, { usage, packed }: KeptUsage, input: Omit<CompareInput, 'usage'>): Promise<Result<Comparison, Failure>> {
  if (packed === null) return ok(comparePlans({ ...input, usage: { kind: 'profile', profile: usage } }));
  const answer = await context.calls.compareByCalls(packed, input);
  return answer.ok ? answer : refuse('calls-unreadable', { why: answer.error.code });
}

function offerFor(context: ConsoleContext, plan: Plan, number: QuotedNumber, wanted: Terms): Offer {
  const addOns = countedAddOns(wanted.catalogue, wanted.addOnIds);
  const included = addOns.filter(({ addOn }) => plan.includes.includes(addOn.feature));
  const bought = allowedTogether(plan, addOns.filter((entry) => !included.includes(entry)));
  const terms = { ...wanted, addOnIds: bought.flatMap(({ addOn, quantity }) => Array.from({ length: quantity }, () => addOn.id)) };
  const quote = quoteFor(context, plan, number, terms);
  return { plan, refusal: refusalOf(context, readHall(context), plan, number, terms), quote: quote.ok ? quote.value : null, addOns: bought, includedAddOnIds: included.map(({ addOn }) => addOn.id) };
}

/** Of add-ons that exclude each other the first stays; one that needs what is not there is left out. */
function allowedTogether<T extends { readonly addOn: AddOn }>(plan: Plan, wanted: readonly T[]): readonly T[] {
  return wanted.reduce<readonly T[]>((kept, entry) => (addOnsAllowed(plan, [...kept, entry].map(({ addOn }) => addOn)).ok ? [...kept, entry] : kept), []);
}
