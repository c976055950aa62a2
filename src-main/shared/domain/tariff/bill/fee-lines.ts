import type { Li } from '../../money/money.ts';
import { exactProduct, fractionToFen } from '../../money/round-fraction.ts';
import type { BillLine, BillPeriod, BillRule } from '../bill.ts';
import type { AddOnCharge, Plan, Promotion, PromotionTarget } from '../catalogue.ts';
import { discountIn, promotionsOn } from '../promotion-discount.ts';
import type { PartMonthPolicy, TermInput } from './rate-term.ts';

/** Whole days of a month that a fee is charged for; full months and full fees are 1 of 1. */
type Part = { readonly days: number; readonly of: number };

const WHOLE: Part = { days: 1, of: 1 };

/** How much of a monthly fee or of included minutes a bill gets (tariff-rules.md 3.6). */
export const partOfFee = ({ days, daysInMonth }: BillPeriod, { partMonthFee }: PartMonthPolicy): Part =>
  partMonthFee === 'full' || days === daysInMonth ? WHOLE : { days, of: daysInMonth };

type Charge = {
  readonly item: BillLine['item'];
  readonly ruleId: BillRule;
  readonly target: PromotionTarget;
  readonly eachLi: Li;
  readonly quantity: number;
  /** Period of the target, from 1, by which promotions end. */
  readonly period: number;
  readonly part: Part;
};

/** Amount × what promotions leave × part of the month, rounded once (tariff-rules.md 4.4). */
function chargeLine({ item, ruleId, target, eachLi, quantity, period, part }: Charge, held: readonly Promotion[]): BillLine {
  const { percent, promotions } = discountIn(period, promotionsOn(target, held));
  const li = fractionToFen(exactProduct(eachLi, quantity, 100 - percent, part.days), exactProduct(100, part.of));
  const facts = { eachLi, quantity, percentOff: percent, promotion: promotions.join(' '), days: part.days, of: part.of };
  return { item, ruleId: percent > 0 && li === 0 ? 'WAIVED' : ruleId, addOnId: target.kind === 'add-on' ? target.addOnId : null, li, facts };
}

/** What is due with the signature (tariff-rules.md 6.3). */
export const startLines = ({ openingFeeLi }: Plan, held: readonly Promotion[]): readonly BillLine[] =>
  openingFeeLi === 0 ? [] : [chargeLine({ item: 'opening-fee', ruleId: 'PLAN-OPENING', target: { kind: 'opening-fee' }, eachLi: openingFeeLi, quantity: 1, period: 1, part: WHOLE }, held)];

/** Function fee and package fee of a bill; `bill` counts from 1. */
export function feeLines({ plan, terminals }: Pick<TermInput, 'plan' | 'terminals'>, bill: number, part: Part, held: readonly Promotion[]): readonly BillLine[] {
  const perTerminal = plan.monthlyFeePer === 'terminal';
  const fee = (item: 'function-fee' | 'monthly-fee', ruleId: BillRule, eachLi: Li, quantity: number): readonly BillLine[] =>
    eachLi === 0 ? [] : [chargeLine({ item, ruleId, target: { kind: item }, eachLi, quantity, period: bill, part }, held)];
  return [
    ...fee('function-fee', 'PLAN-FUNCTION', plan.functionFeeMonthLi, 1),
    ...fee('monthly-fee', perTerminal ? 'PLAN-FEE-PER-TERMINAL' : 'PLAN-FEE', plan.monthlyFeeLi ?? 0, perTerminal ? (terminals ?? 1) : 1),
  ];
}

/** Add-ons of a bill in the order chosen: `bill` from 1, `year` the year of service that begins in it, null where none does (tariff-rules.md 3.7). */
export function addOnLines(addOns: TermInput['addOns'], bill: number, year: number | null, part: Part, held: readonly Promotion[]): readonly BillLine[] {
  const due = { month: bill, year, once: bill === 1 ? 1 : null };
  return addOns.flatMap(({ addOn, quantity }) => addOn.charges.flatMap(({ per, li }: AddOnCharge) => {
    const period = due[per];
    if (period === null) return [];
    const target: PromotionTarget = { kind: 'add-on', addOnId: addOn.id, per };
    return [chargeLine({ item: 'add-on', ruleId: ADD_ON_RULES[per], target, eachLi: li, quantity, period, part: per === 'month' ? part : WHOLE }, held)];
  }));
}

const ADD_ON_RULES = { month: 'ADD-ON-MONTH', year: 'ADD-ON-YEAR', once: 'ADD-ON-ONCE' } as const;
