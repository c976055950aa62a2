import type { Li } from '../../money/money.ts';
import { exactProduct } from '../../money/round-fraction.ts';
import type { Plan, PlanRates } from '../catalogue.ts';
import { type CallClass, callClass, type CallRecord } from '../usage.ts';

/** Classes in the order of their lines. */
export const CALL_CLASSES: readonly CallClass[] = ['local', 'fixed', 'mobile'];

/** Whole minutes of a call, rounded up: 0 s is none, 60 s is one, 61 s are two (tariff-rules.md 2.1). */
export const billedMinutes = (seconds: number): number => Math.ceil(seconds / 60);

/** Included minutes pay a call as far as they reach. */
export const takeIncluded = (minutes: number, includedLeft: number): number => Math.min(minutes, includedLeft);

/** Price of a minute by the class of the call; null where calls cost nothing. */
export function minutePriceLi(rates: PlanRates, of: CallClass): Li | null {
  if (rates.kind === 'none') return null;
  if (rates.kind === 'flat') return rates.liPerMinute;
  return { local: rates.localLi, fixed: rates.fixedLi, mobile: rates.mobileLi }[of];
}

/** One call itemised: its minutes, those that the plan includes, and the price of the rest, not yet rounded to fen. */
export type RatedCall = { readonly minutes: number; readonly included: number; readonly class: CallClass; readonly liPerMinute: Li | null; readonly li: Li };

/** Rates one call with the included minutes that its month still has. */
export function rateCall(plan: Pick<Plan, 'rates'>, call: CallRecord, includedLeft: number): RatedCall {
  const minutes = billedMinutes(call.seconds);
  const included = takeIncluded(minutes, includedLeft);
  const liPerMinute = minutePriceLi(plan.rates, callClass(call));
  return { minutes, included, class: callClass(call), liPerMinute, li: exactProduct(minutes - included, liPerMinute ?? 0) };
}
