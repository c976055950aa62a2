import type { Facts } from '../facts.ts';
import { roundToFen, type Li } from '../money/money.ts';
import { termsOfGrade } from '../number/grade/grade-number.ts';
import { isSpecial, type Grade, type GradeTable } from '../number/grade/number-rules.ts';
import { fail, ok, type Result } from '../result.ts';
import type { AddOn, Plan, PlanCommitment } from './catalogue.ts';
import { monthlyMinimum, type ChosenMinimum } from './monthly-minimum.ts';

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

/** What a quote is made of; a counted add-on has its quantity. */
export type QuoteInput = {
  readonly plan: Plan;
  readonly addOns: readonly { readonly addOn: AddOn; readonly quantity: number }[];
  readonly number: { readonly grade: Grade; readonly headFloorLi: Li };
  readonly gradeTable: GradeTable;
  readonly chosenMinimumLi: ChosenMinimum;
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
  const lines = [
    ...fee('opening-fee', 'PLAN-OPENING', plan.openingFeeLi, 'now'),
    prepay,
    ...bonusLine(plan),
    ...fee('function-fee', 'PLAN-FUNCTION', plan.functionFeeMonthLi, 'monthly'),
    ...fee('monthly-fee', plan.monthlyFeePer === 'terminal' ? 'PLAN-FEE-PER-TERMINAL' : 'PLAN-FEE', plan.monthlyFeeLi, 'monthly'),
    minimum.value,
    ...commitmentLine(plan.commitment),
    ...input.addOns.flatMap(addOnLines),
  ];
  return ok({
    planId: plan.id,
    planVersion: plan.version,
    grade: number.grade,
    gradeTableVersion: gradeTable.version,
    lines,
    monthlyMinimumLi: minimum.value.li,
    openingFeeLi: plan.openingFeeLi,
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

function fee(item: QuoteItem, ruleId: QuoteRule, li: Li, when: QuoteWhen): readonly QuoteLine[] {
  return li === 0 ? [] : [{ item, addOnId: null, ruleId, calc: { code: 'as-listed', facts: {} }, li, when }];
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

function addOnLines({ addOn, quantity }: QuoteInput['addOns'][number]): readonly QuoteLine[] {
  return addOn.charges.map((charge) => ({
    item: 'add-on',
    addOnId: addOn.id,
    ruleId: ADD_ON_RULES[charge.per],
    calc: { code: 'quantity-times', facts: { quantity, eachLi: charge.li, waivedPeriods: charge.waivedPeriods } },
    li: charge.li * quantity,
    when: WHEN[charge.per],
  }));
}
