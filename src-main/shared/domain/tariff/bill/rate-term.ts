import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Li } from '../../money/money.ts';
import type { Bill, BillPeriod, TermBill } from '../bill.ts';
import type { AddOn, Plan, Promotion } from '../catalogue.ts';
import { promotionsFor } from '../promotion-discount.ts';
import { anniversary, spanEnd } from '../span-end.ts';
import { billPeriods } from './bill-periods.ts';
import { callLines } from './call-lines.ts';
import { type ChargedBill, commitmentOutcome, type ServiceEnd } from './commitment-line.ts';
import { countedLi } from './counted-lines.ts';
import { addOnLines, feeLines, partOfFee, startLines } from './fee-lines.ts';
import { minimumOfMonth, topUpLines } from './minimum-line.ts';
import { type MonthUsage, monthUsage, type TermUsage } from './month-usage.ts';
import { settleBills } from './settle-bills.ts';

/** What the hall's policy says of months that are cut by opening or end. */
export type PartMonthPolicy = { readonly partMonthMinimum: 'pro-rata-by-days' | 'full' | 'actual'; readonly partMonthFee: 'full' | 'pro-rata-by-days' };

/** A service to be rated from its opening to its last day; minimum and prepayment are those of its quote. */
export type TermInput = {
  readonly plan: Plan;
  readonly addOns: readonly { readonly addOn: AddOn; readonly quantity: number }[];
  readonly promotions: readonly Promotion[];
  readonly chosenOn: PlainDate;
  readonly terminals: number | null;
  readonly monthlyMinimumLi: Li;
  readonly prepayLi: Li;
  readonly openedOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly usage: TermUsage;
  readonly policy: PartMonthPolicy;
};

/** Every bill of a service and how it is paid, by resources/reference/tariff-rules.md: the one place where amounts come from. */
export const rateTerm = (input: TermInput): TermBill => rateService(input, monthUsage(input.usage), 'exit');

/** The same with a usage that was prepared once, and `open` where the service goes on beyond the days that are looked at. */
export function rateService(input: Omit<TermInput, 'usage'>, usage: MonthUsage, end: ServiceEnd, periods = billPeriods(input.openedOn, input.endsOn)): TermBill {
  const { plan, openedOn, endsOn } = input;
  const held = promotionsFor(input.promotions, plan.id, input.chosenOn);
  const charged = periods.map((period, index) => chargedBill(input, usage, held, period, index));
  const outcome = plan.commitment && commitmentOutcome(plan.commitment, charged, openedOn, end);
  const complete = outcome ? charged.map((bill, index) => (index === outcome.bill ? { ...bill, lines: [...bill.lines, ...outcome.lines] } : bill)) : charged;
  const bonusLi = plan.bonus?.bonusLi ?? 0;
  const bonusUntil = spanEnd(openedOn, plan.bonus?.lapsesAfterMonths ?? 0);
  const bills = settleBills(complete, { cashLi: input.prepayLi, bonusLi, bonusUntil });
  const start = startLines(plan, held);
  const bonusUsedLi = total(bills, ({ byBonusLi }) => byBonusLi);
  const chargesLi = total(start, ({ li }) => li) + total(bills, ({ totalLi }) => totalLi);
  return {
    openedOn, endsOn, start, bills, cashLi: input.prepayLi, bonusLi, bonusLapsedLi: bonusLi - bonusUsedLi,
    commitment: outcome?.summary ?? null, chargesLi, costLi: chargesLi - bonusUsedLi, callsOutside: usage.callsOutside(openedOn, endsOn),
  };
}

/** Included minutes of a whole month: the plan's and those that add-ons pool. */
export const includedMinutes = ({ plan, addOns }: Pick<TermInput, 'plan' | 'addOns'>): number =>
  addOns.reduce((sum, { addOn, quantity }) => sum + addOn.pooledMinutes * quantity, plan.includedMinutes);

function chargedBill(input: Omit<TermInput, 'usage'>, usage: MonthUsage, held: readonly Promotion[], period: BillPeriod, index: number): ChargedBill {
  const { plan, addOns, policy } = input;
  const part = partOfFee(period, policy);
  const included = Math.floor((includedMinutes(input) * part.days) / part.of);
  const calls = callLines(plan, usage.chargedIn(period, index, included), included);
  const fees = feeLines(input, index + 1, part, held);
  const minimumLi = minimumOfMonth(input.monthlyMinimumLi, period, policy);
  const topUp = topUpLines(minimumLi, countedLi([...calls, ...fees], plan.minimumCounts), period);
  return { period, lines: [...calls, ...topUp, ...fees, ...addOnLines(addOns, index + 1, yearBegunIn(period, input.openedOn), part, held)] };
}

/** The year of service, from 1, that begins in a bill. */
function yearBegunIn({ from, to }: BillPeriod, openedOn: PlainDate): number | null {
  const years = Number(from.slice(0, 4)) - Number(openedOn.slice(0, 4));
  const begins = anniversary(openedOn, years * 12);
  return from <= begins && begins <= to ? years + 1 : null;
}

const total = <T extends Bill | TermBill['start'][number]>(rows: readonly T[], amount: (row: T) => Li): Li => rows.reduce((sum, row) => sum + amount(row), 0);
