import type { PlainDate } from '../../calendar/plain-date.ts';
import { exactProduct } from '../../money/round-fraction.ts';
import type { BillPeriod } from '../bill.ts';
import type { CallClass, CallRecord, MonthlyProfile, Usage } from '../usage.ts';
import { callsAsTheyWere, repeatedCalls } from './call-months.ts';

/** Minutes by class as exact fractions: numerators over one denominator `of`. */
export type ClassMinutes = Readonly<Record<CallClass, number>> & { readonly of: number };

/** What a service uses month by month: the minutes that are charged in a bill after so many included ones. */
export type MonthUsage = {
  readonly chargedIn: (period: BillPeriod, bill: number, included: number) => ClassMinutes;
  readonly callsOutside: (openedOn: PlainDate, endsOn: PlainDate) => number;
};

/** What a term is rated by. `repeated-calls`: the months of the list stand for an average and repeat (tariff-rules.md 8.3). */
export type TermUsage = Usage | { readonly kind: 'repeated-calls'; readonly calls: readonly CallRecord[] };

/** Prepares a usage once for all plans that are rated by it. */
export function monthUsage(usage: TermUsage): MonthUsage {
  if (usage.kind === 'profile') return profileUsage(usage.profile);
  return usage.kind === 'calls' ? callsAsTheyWere(usage.calls) : repeatedCalls(usage.calls);
}

/** Charged minutes of a class are its share of what is beyond the included ones; days cut them in proportion (tariff-rules.md 2.5, 3.2). */
function profileUsage({ minutes, localPercent, mobilePercent }: MonthlyProfile): MonthUsage {
  return {
    chargedIn: ({ days, daysInMonth }, _bill, included) => {
      const beyond = Math.max(0, exactProduct(minutes, days) - exactProduct(included, daysInMonth));
      const share = (percent: number): number => exactProduct(beyond, percent);
      return { local: share(localPercent), mobile: share(mobilePercent), fixed: share(100 - localPercent - mobilePercent), of: 100 * daysInMonth };
    },
    callsOutside: () => 0,
  };
}
