import type { CallClass } from '#domain/tariff/usage.ts';
import type { BillItem, BillRule } from '#domain/tariff/bill.ts';
import type { DayNumber } from './day-count.ts';
import { floored, NOTHING, plus, times, toFen, whole, type Exact } from './exact.ts';
import type { RatedLine } from '../rating-case.ts';
import { percentOff, type FeeName, type Service } from './service.ts';

/** The month that is being walked through. `years` are the years of service (from 0) that begin in it. */
export type Page = {
  readonly index: number;
  readonly from: DayNumber;
  readonly days: number;
  readonly length: number;
  readonly included: number;
  left: number;
  readonly rung: Record<CallClass, number>;
  readonly years: number[];
};

const CLASSES: readonly (readonly [CallClass, BillRule])[] = [['local', 'RATE-LOCAL'], ['fixed', 'RATE-FIXED'], ['mobile', 'RATE-MOBILE']];

const line = (item: BillItem, ruleId: BillRule, li: number, addOnId: string | null = null): RatedLine => ({ item, ruleId, addOnId, li });
export const sumOf = (lines: readonly RatedLine[], ...items: readonly BillItem[]): number => lines.reduce((sum, each) => (items.includes(each.item) ? sum + each.li : sum), 0);

/** Share of the month by policy `partMonthFee` (rules 3.2, 3.6). */
const feeShare = ({ policy }: Service, { days, length }: Page): readonly [number, number] => (policy.partMonthFee === 'pro-rata-by-days' ? [days, length] : [1, 1]);

/** Rule 3.2, before the page is walked. */
export function includedIn(service: Service, days: number, length: number): number {
  const all = service.extras.reduce((sum, { addOn, quantity }) => sum + addOn.pooledMinutes * quantity, service.plan.includedMinutes);
  return service.policy.partMonthFee === 'pro-rata-by-days' ? floored(times(whole(all), days, length)) : all;
}

/** Charged minutes of each class, exact (rules 2.5, 3.2). */
function charged({ traffic }: Service, { rung, days, length, included }: Page): Record<CallClass, Exact> {
  if (traffic.kind === 'rings') return { local: whole(rung.local), fixed: whole(rung.fixed), mobile: whole(rung.mobile) };
  const { minutes, localPercent, mobilePercent } = traffic.profile;
  const beyond = minutes * days - included * length;
  if (beyond <= 0) return { local: NOTHING, fixed: NOTHING, mobile: NOTHING };
  // minutes × days ÷ length is everything; a percent of it times (beyond ÷ length) over everything leaves the percent of (beyond ÷ length).
  const part = (percent: number): Exact => times(whole(beyond), percent, 100 * length);
  return { local: part(localPercent), mobile: part(mobilePercent), fixed: part(100 - localPercent - mobilePercent) };
}

/** Rules 3.3 and 3.4. */
export function callLines(service: Service, page: Page): RatedLine[] {
  const { rates, callCapLi } = service.plan;
  if (rates.kind === 'none') return [];
  const minutes = charged(service, page);
  const lines = rates.kind === 'flat'
    ? [line('calls', page.included > 0 ? 'RATE-AFTER-INCLUDED' : 'RATE-ANY', toFen(times(plus(plus(minutes.local, minutes.fixed), minutes.mobile), rates.liPerMinute)))]
    : CLASSES.map(([who, rule]) => line('calls', rule, toFen(times(minutes[who], { local: rates.localLi, fixed: rates.fixedLi, mobile: rates.mobileLi }[who]))));
  const over = callCapLi === null ? 0 : sumOf(lines, 'calls') - callCapLi;
  return over > 0 ? [...lines, line('call-cap', 'CALL-CAP', toFen(whole(-over)))] : lines;
}

/** Rule 4.4: one rounding over promotion and part of the month; null where there is nothing to charge. */
function fee(service: Service, name: FeeName, period: number, amount: { readonly li: number; readonly share: readonly [number, number] }, made: Omit<RatedLine, 'li'>): RatedLine[] {
  if (amount.li === 0) return [];
  const off = percentOff(service.offers, name, period);
  const [over, under] = amount.share;
  const li = toFen(times(times(whole(amount.li), 100 - off, 100), over, under));
  return [{ ...made, ruleId: li === 0 && off > 0 ? 'WAIVED' : made.ruleId, li }];
}

/** Rule 6.3. */
export const startLines = (service: Service): RatedLine[] =>
  fee(service, 'opening-fee', 0, { li: service.plan.openingFeeLi, share: [1, 1] }, { item: 'opening-fee', ruleId: 'PLAN-OPENING', addOnId: null });

/** Rule 3.6. */
export function feeLines(service: Service, page: Page): RatedLine[] {
  const { plan, terminals } = service;
  const share = feeShare(service, page);
  const byTerminal = plan.monthlyFeePer === 'terminal';
  const monthlyLi = (plan.monthlyFeeLi ?? 0) * (byTerminal ? terminals : 1);
  return [
    ...fee(service, 'function-fee', page.index, { li: plan.functionFeeMonthLi, share }, { item: 'function-fee', ruleId: 'PLAN-FUNCTION', addOnId: null }),
    ...fee(service, 'monthly-fee', page.index, { li: monthlyLi, share }, { item: 'monthly-fee', ruleId: byTerminal ? 'PLAN-FEE-PER-TERMINAL' : 'PLAN-FEE', addOnId: null }),
  ];
}

/** Rule 3.7. */
export function addOnLines(service: Service, page: Page): RatedLine[] {
  const lines: RatedLine[] = [];
  for (const { addOn, quantity } of service.extras)
    for (const { per, li } of addOn.charges) {
      const periods = { once: page.index === 0 ? [0] : [], month: [page.index], year: page.years }[per];
      const ruleId = ({ once: 'ADD-ON-ONCE', month: 'ADD-ON-MONTH', year: 'ADD-ON-YEAR' } as const)[per];
      const share = per === 'month' ? feeShare(service, page) : ([1, 1] as const);
      for (const period of periods) lines.push(...fee(service, `add-on ${addOn.id} ${per}`, period, { li: li * quantity, share }, { item: 'add-on', ruleId, addOnId: addOn.id }));
    }
  return lines;
}

/** Rule 3.5; what counts is looked up in the lines themselves. */
export function topUpLines({ plan, policy, minimumLi }: Service, { days, length }: Page, calls: readonly RatedLine[], fees: readonly RatedLine[]): RatedLine[] {
  const part = days < length;
  if (part && policy.partMonthMinimum === 'actual') return [];
  const dueLi = part && policy.partMonthMinimum === 'pro-rata-by-days' ? toFen(times(whole(minimumLi), days, length)) : minimumLi;
  let countsLi = 0;
  for (const what of plan.minimumCounts) countsLi += what === 'calls' ? sumOf(calls, 'calls', 'call-cap') : sumOf(fees, 'monthly-fee');
  return dueLi > countsLi ? [line('minimum-top-up', 'MINIMUM-TOP-UP', toFen(whole(dueLi - countsLi)))] : [];
}

export const shortfallLine = (li: number, exit: boolean): RatedLine => (exit ? line('early-exit', 'EXIT-COMMITMENT', li) : line('commitment-shortfall', 'COMMITMENT-SHORTFALL', li));
