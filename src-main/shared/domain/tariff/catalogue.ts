import type { Li } from '../money/money.ts';
import type { Grade } from '../number/grade/number-rules.ts';

/** Per-minute prices: one for every call, by who calls, or none (a capped plan). */
export type PlanRates =
  | { readonly kind: 'flat'; readonly liPerMinute: Li }
  | { readonly kind: 'by-caller'; readonly localLi: Li; readonly mobileLi: Li; readonly fixedLi: Li }
  | { readonly kind: 'none' };

/** A plan's own monthly minimum: none, an amount, or within a range by the number's grade (营业厅标准). */
export type PlanMinimum =
  | { readonly kind: 'none' }
  | { readonly kind: 'amount'; readonly li: Li }
  | { readonly kind: 'by-grade'; readonly fromLi: Li; readonly toLi: Li };

/** Credit given on top of cash: cash is used first, the bonus lapses and is never paid back. */
export type PlanBonus = { readonly bonusLi: Li; readonly lapsesAfterMonths: number };

/** Lines of a bill that count towards a minimum or a commitment. */
export type Counted = 'calls' | 'package-fee' | 'minimum-top-up';

/** Spend promised within a time (3000 within 24 months), and what counts towards it. */
export type PlanCommitment = { readonly li: Li; readonly months: number; readonly counts: readonly Counted[] };

/** Why a plan stands in the catalogue and is not sold. */
export type UnsellableReason = 'priced-by-hall' | 'tiers-incomplete';

/** A tariff plan as data; all amounts in 厘, dates `YYYY-MM-DD`, regions by administrative code. */
export type Plan = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly sellable: boolean;
  readonly unsellableReason: UnsellableReason | null;
  readonly billing: 'prepaid' | 'postpaid';
  readonly openingFeeLi: Li;
  readonly functionFeeMonthLi: Li;
  /** Package fee a month; null until the hall admin sets it. */
  readonly monthlyFeeLi: Li | null;
  readonly monthlyFeePer: 'number' | 'terminal';
  readonly includedMinutes: number;
  /** What the included minutes are good for, in Chinese; null where there are none. */
  readonly includedScope: string | null;
  readonly rates: PlanRates;
  /** Call charges of a month never exceed it; null: no cap. */
  readonly callCapLi: Li | null;
  readonly minimum: PlanMinimum;
  /** What counts towards the monthly minimum. */
  readonly minimumCounts: readonly Exclude<Counted, 'minimum-top-up'>[];
  /** Share of the grade's floor that is due under this plan: 100, 60 (区号特价), 0 (3000 waives it). */
  readonly floorPercent: number;
  readonly prepayLi: Li;
  readonly bonus: PlanBonus | null;
  readonly commitment: PlanCommitment | null;
  readonly regions: readonly string[] | null;
  readonly numberMust: 'contain-area-code' | null;
  /** Grades and heads (`400600`) of numbers that may have it; null: any. */
  readonly grades: readonly Grade[] | null;
  readonly heads: readonly string[] | null;
  readonly includes: readonly string[];
  /** What the source leaves open, in Chinese, for clerk and admin. */
  readonly note: string | null;
  /** Sample price used in training only. */
  readonly trainingMonthlyFeeLi: Li | null;
  /** True when the price is a training sample. */
  readonly sample: boolean;
};

/** One charge of an add-on. */
export type AddOnCharge = { readonly per: 'month' | 'year' | 'once'; readonly li: Li };

/** An add-on as data; `charges[0]` is its main price, `counted` ones are bought by the piece. */
export type AddOn = {
  readonly id: string;
  readonly name: string;
  readonly charges: readonly AddOnCharge[];
  readonly counted: boolean;
  readonly excludes: readonly string[];
  /** Add-ons or plans of which one has to be there; empty: none. */
  readonly needs: readonly string[];
  /** Minutes that each piece adds to the number's included minutes. */
  readonly pooledMinutes: number;
  /** The feature it brings; a plan that includes the feature needs no such add-on. */
  readonly feature: string;
  readonly note: string | null;
};

/** What a promotion makes cheaper: a fee or one charge of an add-on, never a price of minutes or a minimum. */
export type PromotionTarget =
  | { readonly kind: 'opening-fee' | 'function-fee' | 'monthly-fee' }
  | { readonly kind: 'add-on'; readonly addOnId: string; readonly per: AddOnCharge['per'] };

/** A promotion (彩铃首年免费): percent off a target for the first periods; effective days inclusive (tariff-rules.md 4). */
export type Promotion = {
  readonly id: string;
  readonly name: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly planIds: readonly string[] | null;
  readonly target: PromotionTarget;
  readonly percentOff: number;
  readonly periods: number;
  readonly stacks: boolean;
};

/** The hall's catalogue; `confirmed: false` shows 未经运营商确认 to the admin. */
export type Catalogue = {
  readonly version: string;
  readonly confirmed: boolean;
  readonly plans: readonly Plan[];
  readonly addOns: readonly AddOn[];
  readonly promotions: readonly Promotion[];
};

/** A price for calls: who calls, or what is beyond the included minutes. */
export type RateLine = { readonly code: 'any' | 'local' | 'mobile' | 'fixed' | 'after-included'; readonly liPerMinute: Li };

/** The price list of a plan as paper and screen show it. */
export function rateLines(plan: Plan): readonly RateLine[] {
  const { rates } = plan;
  if (rates.kind === 'none') return [];
  if (rates.kind === 'flat') return [{ code: plan.includedMinutes > 0 ? 'after-included' : 'any', liPerMinute: rates.liPerMinute }];
  return [
    { code: 'local', liPerMinute: rates.localLi },
    { code: 'fixed', liPerMinute: rates.fixedLi },
    { code: 'mobile', liPerMinute: rates.mobileLi },
  ];
}

/** The catalogue of training mode: plans that a hall prices itself get their sample price, marked as such, and can be sold. */
export function withTrainingPrices(catalogue: Catalogue): Catalogue {
  const plans = catalogue.plans.map((plan): Plan =>
    plan.unsellableReason === 'priced-by-hall' && plan.trainingMonthlyFeeLi !== null
      ? { ...plan, monthlyFeeLi: plan.trainingMonthlyFeeLi, sellable: true, unsellableReason: null, sample: true }
      : plan,
  );
  return { ...catalogue, plans };
}
