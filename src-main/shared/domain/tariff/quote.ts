import type { PlainDate } from '../calendar/plain-date.ts';
import type { Facts } from '../facts.ts';
import { roundToFen, type Li } from '../money/money.ts';
import { termsOfGrade } from '../number/grade/grade-number.ts';
import { isSpecial, type Grade, type GradeTable } from '../number/grade/number-rules.ts';
import { fractionToFen } from '../money/round-fraction.ts';
import { fail, ok, type Result } from '../result.ts';
import type { AddOn, Plan, PlanCommitment, Promotion, PromotionTarget } from './catalogue.ts';
import { monthlyMinimum, type ChosenMinimum } from './monthly-minimum.ts';
import { discountFacts, discountIn, promotionsFor, promotionsOn } from './promotion-discount.ts';

/** When a line is paid: with the signature, each month, each year, or once on the first bill. */
export type QuoteWhen = 'now' | 'monthly' | 'yearly' | 'once';

/** What a line is about. */
export type QuoteItem = 'opening-fee' | 'prepayment' | 'bonus' | 'function-fee' | 'monthly-fee' | 'monthly-minimum' | 'commitment' | 'add-on';

/** The rule that made a line. */
export type QuoteRule =
  | 'PLAN-OPENING' | 'PLAN-FUNCTION' | 'PLAN-FEE' | 'PLAN-FEE-PER-TERMINAL' | 'PLAN-BONUS' | 'PLAN-COMMITMENT'
  | 'PREPAY-POSTPAID-ORDINARY' | 'PREPAY-BY-NONE' | 'PREPAY-BY-PLAN' | 'PREPAY-BY-MINIMUM' | 'PREPAY-BY-SPECIAL'
  | 'MINIMUM-WAIVED' | 'MINIMUM-NONE' | 'MINIMUM-GRADE-FLOOR' | 'MINIMUM-FLOOR-SHARE' | 'MINIMUM-PLAN' | 'MINIMUM-HALL-BY-GRADE' | 'MINIMUM-CHOSEN'
  | 'ADD-ON-MONTH' | 'ADD-ON-YEAR' | 'ADD-ON-ONCE';

/** One line of a quote, traced to the rule and to the numbers that made it. */
export type QuoteLine = {
  readonly item: QuoteItem;
  readonly addOnId: string | null;
  readonly ruleId: QuoteRule;
  readonly calc: { readonly code: string; readonly facts: Facts };
  readonly li: Li;
  readonly when: QuoteWhen;
};

/** What a plan costs for a number: one function for screen, agreement and order. Amounts in 厘. */
export type Quote = {
  readonly planId: string;
  readonly planVersion: string;
  readonly grade: Grade;
  readonly gradeTableVersion: number;
  readonly lines: readonly QuoteLine[];
  readonly monthlyMinimumLi: Li;
  readonly openingFeeLi: Li;
  readonly prepayDueLi: Li;
  readonly dueNowLi: Li;
  readonly termMonths: number;
  readonly commitment: PlanCommitment | null;
  /** False while plan or grade table is 未经运营商确认. */
  readonly confirmed: boolean;
  /** True when a price is a training sample. */
  readonly sample: boolean;
};

/** Hall policy of prepayment: months of minimum; the least of a grade stands in the grade table. */
export type PrepayPolicy = { readonly minimumMonths: number };

/** What a quote is made of; a counted add-on has its quantity. `terminals` counts where the fee is per terminal, null is one; promotions hold by `chosenOn`. */
export type QuoteInput = {
  readonly plan: Plan;
  readonly addOns: readonly { readonly addOn: AddOn; readonly quantity: number }[];
  readonly number: { readonly grade: Grade; readonly headFloorLi: Li };
  readonly gradeTable: GradeTable;
  readonly chosenMinimumLi: ChosenMinimum;
  readonly terminals: number | null;
  readonly promotions: readonly Promotion[];
  readonly chosenOn: PlainDate;
  readonly policy: PrepayPolicy;
  readonly catalogueConfirmed: boolean;
};

/** Why no quote can be made. */
export type QuoteFailure = {
  readonly code: 'plan-not-priced' | 'minimum-out-of-range' | 'minimum-not-chosen-here';
  readonly facts: Facts;
};

/** Computes a quote by product.md: minimum = max(plan's, floor), prepayment = the largest of plan, months of minimum, grade. */
export function quotePlan(input: QuoteInput): Result<Quote, QuoteFailure> {
  const { plan, number, gradeTable } = input;
  if (plan.monthlyFeeLi === null) return fail({ code: 'plan-not-priced', facts: { plan: plan.id } });
  const minimum = monthlyMinimum(input);
  if (!minimum.ok) return minimum;
  const prepay = prepayLine(input, minimum.value.li);
  const held = promotionsFor(input.promotions, plan.id, input.chosenOn);
  const opening = openingLine(plan.openingFeeLi, held);
  const lines = [
    ...opening,
    prepay,
    ...bonusLine(plan),
    ...monthlyLine('function-fee', 'PLAN-FUNCTION', plan.functionFeeMonthLi, 1, held),
    ...monthlyLine('monthly-fee', ...feeOf(plan, plan.monthlyFeeLi, input.terminals), held),
    minimum.value,
    ...commitmentLine(plan.commitment),
    ...input.addOns.flatMap((chosen) => addOnLines(chosen, held)),
  ];
  return ok({
    planId: plan.id,
    planVersion: plan.version,
    grade: number.grade,
    gradeTableVersion: gradeTable.version,
    lines,
    monthlyMinimumLi: minimum.value.li,
    openingFeeLi: opening[0]?.li ?? 0,
    prepayDueLi: prepay.li,
    dueNowLi: lines.reduce((sum, line) => (line.when === 'now' ? sum + line.li : sum), 0),
    termMonths: Math.max(termsOfGrade(number.grade, gradeTable).termMonths, plan.commitment?.months ?? 0),
    commitment: plan.commitment,
    confirmed: input.catalogueConfirmed && gradeTable.confirmed,
    sample: plan.sample,
  });
}

function prepayLine({ plan, number, gradeTable, policy }: QuoteInput, minimumLi: Li): QuoteLine {
  const base = { item: 'prepayment', addOnId: null, when: 'now' } as const;
  if (plan.billing === 'postpaid' && !isSpecial(number.grade)) {
    return { ...base, ruleId: 'PREPAY-POSTPAID-ORDINARY', calc: { code: 'postpaid-ordinary', facts: {} }, li: 0 };
  }
  const byMinimumLi = roundToFen(policy.minimumMonths * minimumLi);
  const specialAtLeastLi = termsOfGrade(number.grade, gradeTable).prepayLi;
  const li = Math.max(plan.prepayLi, byMinimumLi, specialAtLeastLi);
  const won = li === 0 ? 'NONE' : li === plan.prepayLi ? 'PLAN' : li === byMinimumLi ? 'MINIMUM' : 'SPECIAL';
  const facts = { planLi: plan.prepayLi, months: policy.minimumMonths, minimumLi, byMinimumLi, specialAtLeastLi };
  return { ...base, ruleId: `PREPAY-BY-${won}`, calc: { code: 'largest-of', facts }, li };
}

/** What is due with the signature: a promotion may make it 0, and its line stays. */
function openingLine(eachLi: Li, held: readonly Promotion[]): readonly QuoteLine[] {
  if (eachLi === 0) return [];
  const on = promotionsOn({ kind: 'opening-fee' }, held);
  const calc = { code: 'as-listed', facts: { eachLi, ...discountFacts(on, 1) } };
  return [{ item: 'opening-fee', addOnId: null, ruleId: 'PLAN-OPENING', calc, li: fractionToFen(eachLi * (100 - discountIn(1, on).percent), 100), when: 'now' }];
}

const feeOf = ({ monthlyFeePer }: Plan, li: Li, terminals: number | null): readonly [QuoteRule, Li, number] =>
  monthlyFeePer === 'terminal' ? ['PLAN-FEE-PER-TERMINAL', li, terminals ?? 1] : ['PLAN-FEE', li, 1];

/** A fee of each month at its full amount; the months that a promotion makes cheaper stand in its facts. */
function monthlyLine(item: 'function-fee' | 'monthly-fee', ruleId: QuoteRule, eachLi: Li, terminals: number, held: readonly Promotion[]): readonly QuoteLine[] {
  if (eachLi === 0) return [];
  const facts = { eachLi, terminals, ...discountFacts(promotionsOn({ kind: item }, held)) };
  return [{ item, addOnId: null, ruleId, calc: { code: 'as-listed', facts }, li: roundToFen(eachLi * terminals), when: 'monthly' }];
}

function bonusLine({ bonus, prepayLi }: Plan): readonly QuoteLine[] {
  if (!bonus) return [];
  const facts = { cashLi: prepayLi, lapsesAfterMonths: bonus.lapsesAfterMonths };
  return [{ item: 'bonus', addOnId: null, ruleId: 'PLAN-BONUS', calc: { code: 'credited-on-top', facts }, li: bonus.bonusLi, when: 'once' }];
}

function commitmentLine(commitment: PlanCommitment | null): readonly QuoteLine[] {
  if (!commitment) return [];
  const calc = { code: 'spend-within', facts: { months: commitment.months } };
  return [{ item: 'commitment', addOnId: null, ruleId: 'PLAN-COMMITMENT', calc, li: commitment.li, when: 'once' }];
}

const ADD_ON_RULES = { month: 'ADD-ON-MONTH', year: 'ADD-ON-YEAR', once: 'ADD-ON-ONCE' } as const;
const WHEN = { month: 'monthly', year: 'yearly', once: 'once' } as const;

function addOnLines({ addOn, quantity }: QuoteInput['addOns'][number], held: readonly Promotion[]): readonly QuoteLine[] {
  return addOn.charges.map(({ per, li }) => {
    const target: PromotionTarget = { kind: 'add-on', addOnId: addOn.id, per };
    const facts = { quantity, eachLi: li, ...discountFacts(promotionsOn(target, held), per === 'once' ? 1 : undefined) };
    return { item: 'add-on', addOnId: addOn.id, ruleId: ADD_ON_RULES[per], calc: { code: 'quantity-times', facts }, li: roundToFen(li * quantity), when: WHEN[per] };
  });
}
