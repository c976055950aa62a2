import type { Bill, BillLine, TermBill } from '#domain/tariff/bill.ts';
import type { Catalogue } from '#domain/tariff/catalogue.ts';
import type { Usage } from '#domain/tariff/usage.ts';
import type { PlainDate } from '#domain/calendar/plain-date.ts';
import type { Li } from '#domain/money/money.ts';
import type { Grade, GradeTable } from '#domain/number/grade/number-rules.ts';

/** The values of policy.json that the tariff depends on. */
export type RatingPolicy = {
  readonly minimumMonths: number;
  readonly partMonthMinimum: 'pro-rata-by-days' | 'full' | 'actual';
  readonly partMonthFee: 'full' | 'pro-rata-by-days';
};

/** What is compared beside the rated case (tariff-rules.md 8). The case's own plan is the chosen one. */
export type ComparisonCase = {
  readonly today: PlainDate;
  readonly planIds: readonly string[];
  /** Two plans whose take-overs are looked for at 1 … `upTo` minutes with these shares; null: none are. */
  readonly pair: { readonly planIds: readonly [string, string]; readonly localPercent: number; readonly mobilePercent: number; readonly upTo: number } | null;
};

/** Everything a rater may know. `terminals` is never null where a plan is paid by the terminal; `endsOn` is the last day of service. */
export type RatingCase = {
  readonly catalogue: Catalogue;
  readonly planId: string;
  readonly addOns: readonly { readonly addOnId: string; readonly quantity: number }[];
  readonly terminals: number | null;
  readonly grade: Grade;
  /** Floor of the number's head; 0: none. */
  readonly headFloorLi: Li;
  readonly gradeTable: GradeTable;
  readonly chosenMinimumLi: Li | null;
  readonly chosenOn: PlainDate;
  readonly openedOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly usage: Usage;
  readonly policy: RatingPolicy;
  readonly comparison: ComparisonCase | null;
};

/** A line as both raters must agree on it; what else a line carries is for people. */
export type RatedLine = Pick<BillLine, 'item' | 'ruleId' | 'addOnId' | 'li'>;

export type RatedBill = Omit<Bill, 'lines'> & { readonly lines: readonly RatedLine[] };

/** A `TermBill` without the facts of its lines. `metInBill` counts from 1. */
export type RatedTerm = Omit<TermBill, 'start' | 'bills'> & { readonly start: readonly RatedLine[]; readonly bills: readonly RatedBill[] };

/** A compared plan, in order; the amounts are null for a plan without a price. */
export type RatedPlan = { readonly planId: string; readonly costLi: Li | null; readonly monthLi: Li | null; readonly yearLi: Li | null };

/** `planId` becomes the cheaper one of the two at this whole minute of a month. */
export type RatedTakeover = { readonly planId: string; readonly atMinutes: number };

export type RatedComparison = { readonly plans: readonly RatedPlan[]; readonly takeovers: readonly RatedTakeover[] };

export type RatedCase = {
  readonly minimumLi: Li;
  readonly prepaymentLi: Li;
  readonly term: RatedTerm;
  readonly comparison: RatedComparison | null;
};

export type Rater = (input: RatingCase) => RatedCase;
