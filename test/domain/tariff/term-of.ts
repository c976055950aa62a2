import type { Grade } from '#domain/number/grade/number-rules.ts';
import type { BillItem, TermBill } from '#domain/tariff/bill.ts';
import { rateTerm, type PartMonthPolicy, type TermInput } from '#domain/tariff/bill/rate-term.ts';
import { type Plan, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import { quotePlan } from '#domain/tariff/quote.ts';
import { spanEnd } from '#domain/tariff/span-end.ts';
import { addOnNamed, catalogue, gradeTable, planNamed, prepayPolicy } from './shipped-tables.ts';

const policy: PartMonthPolicy = { partMonthMinimum: 'pro-rata-by-days', partMonthFee: 'full' };

export type TermCase = Partial<Omit<TermInput, 'addOns' | 'plan' | 'policy'>> & {
  readonly plan: string | Plan; readonly minutes?: number; readonly local?: number; readonly mobile?: number; readonly months?: number; readonly grade?: Grade;
  readonly addOns?: readonly string[]; readonly policy?: Partial<PartMonthPolicy>;
};

/** A term bill by the shipped tables: plan and add-ons by id, a profile of `minutes` unless there is a usage, 24 months from 2026-12-01. */
export function termOf(given: TermCase): TermBill {
  return rateTerm(termInput(given));
}

export function termInput({ plan: wanted, minutes = 0, local = 0, mobile = 0, months = 24, grade = 9, addOns: ids = [], policy: more, ...rest }: TermCase): TermInput {
  const plan = typeof wanted === 'string' ? planNamed(wanted, withTrainingPrices(catalogue)) : wanted;
  const addOns = [...new Set(ids)].map((id) => ({ addOn: addOnNamed(id), quantity: ids.filter((each) => each === id).length }));
  const [openedOn, chosenOn] = [rest.openedOn ?? '2026-12-01', '2026-11-25'];
  const quote = quotePlan({ plan, addOns, number: { grade, headFloorLi: 0 }, gradeTable, chosenMinimumLi: null, terminals: null, promotions: catalogue.promotions, chosenOn, policy: prepayPolicy, catalogueConfirmed: false });
  if (!quote.ok) throw new Error(quote.error.code);
  return {
    plan, addOns, promotions: catalogue.promotions, chosenOn, terminals: null, monthlyMinimumLi: quote.value.monthlyMinimumLi, prepayLi: quote.value.prepayDueLi,
    openedOn, endsOn: spanEnd(openedOn, months), usage: { kind: 'profile', profile: { minutes, localPercent: local, mobilePercent: mobile } }, policy: { ...policy, ...more }, ...rest,
  };
}

/** Sum of the lines of an item in one bill, in yuan; `null` where it has none. */
export function yuanIn(term: TermBill, bill: number, item: BillItem, addOnId: string | null = null): number | null {
  const lines = term.bills[bill]?.lines.filter((line) => line.item === item && line.addOnId === addOnId) ?? [];
  return lines.length === 0 ? null : lines.reduce((sum, { li }) => sum + li, 0) / 1000;
}
