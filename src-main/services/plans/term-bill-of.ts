import type { PlainDate } from '#domain/calendar/plain-date.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import type { TermBill } from '#domain/tariff/bill.ts';
import { rateTerm, type TermInput } from '#domain/tariff/bill/rate-term.ts';
import { spanEnd } from '#domain/tariff/span-end.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';
import { duePromise } from '../papers/parts/due-promise.ts';
import { clockStart } from '../payments/view-payments.ts';
import { countedAddOns, planIn, termsOf } from './quote-case.ts';

/** Nobody calls: what is left is the fixed part of a term. */
const noMinutes: TermInput['usage'] = { kind: 'profile', profile: { minutes: 0, localPercent: 0, mobilePercent: 0 } };

/** The service a case is about: its days, and the months that its bills are shown for. */
export type Service = { readonly openedOn: PlainDate; readonly endsOn: PlainDate; readonly expected: boolean; readonly termMonths: number };

/** From the day the number was opened, or is promised to be, over the term; a plan without a term is looked at as long as plans are compared. */
export function serviceOf(context: ConsoleContext, loaded: LoadedCase): Service {
  const { order, plan } = loaded;
  const active = order?.activatedAt ?? null;
  const openedOn = active !== null ? wallTime(active).date : (order?.dueDate ?? duePromise(context, loaded, clockStart(loaded) ?? context.now(), '').date);
  const termMonths = plan?.quote?.termMonths || context.reference.policy.tariff.compareMonths;
  return { openedOn, endsOn: spanEnd(openedOn, termMonths), expected: active === null, termMonths };
}

/** Everything that rates the chosen plan of a case; null while it has no number or no price. `endsOn` earlier than the service's is an exit. */
export function termInputOf(context: ConsoleContext, { row, plan: chosen }: Pick<LoadedCase, 'row' | 'plan'>, { openedOn, endsOn }: Pick<Service, 'openedOn' | 'endsOn'>): Omit<TermInput, 'usage'> | null {
  const terms = row.plan && termsOf(context, row.plan);
  const plan = row.plan && terms && planIn(terms.catalogue, row.plan.planId);
  if (!terms || !plan || !chosen?.quote) return null;
  const { partMonthFee, partMonthMinimum } = context.reference.policy.tariff;
  return {
    plan, addOns: countedAddOns(terms.catalogue, terms.addOnIds), promotions: terms.catalogue.promotions, chosenOn: terms.chosenOn, terminals: terms.terminals,
    monthlyMinimumLi: chosen.quote.monthlyMinimumLi, prepayLi: chosen.quote.prepayDueLi, openedOn, endsOn, policy: { partMonthFee, partMonthMinimum },
  };
}

/** Every bill of the chosen plan over its term, by the function that gives quote, annex and preview alike; without a usage the fixed part alone. */
export function termBillOf(context: ConsoleContext, loaded: LoadedCase, usage: TermInput['usage'] = noMinutes): TermBill | null {
  const input = termInputOf(context, loaded, serviceOf(context, loaded));
  return input === null ? null : rateTerm({ ...input, usage });
}
