import { z } from 'zod';
import type { BillItem, TermBill } from '#domain/tariff/bill.ts';
import type { Quote } from '#domain/tariff/quote.ts';

const caseId = z.uuid();
const planId = z.string().min(1).max(60);
const addOnIds = z.array(z.string().min(1).max(60)).max(60).readonly();
const percent = z.number().int().min(0).max(100);
const minutes = z.number().int().min(0).max(10_000_000);

/** The five questions: minutes, local and mobile share, terminals of 畅听, add-ons wanted. Or the calls that were imported for the case. */
const usage = z.strictObject({
  from: z.enum(['questions', 'calls']), minutes, localPercent: percent, mobilePercent: percent, terminals: z.number().int().min(1).max(1000), addOnIds,
}).refine(({ localPercent, mobilePercent }) => localPercent + mobilePercent <= 100, 'shares exceed 100');

export const planRequests = {
  'plans/list': z.strictObject({ caseId }),
  /** Keeps the customer's usage and compares every plan by it; `usage: null` compares by what is kept, or by the usual profile of the policy. */
  'plans/compare': z.strictObject({ caseId, usage: usage.nullable() }),
  'plans/import-calls': z.strictObject({ caseId, fileName: z.string().trim().min(1).max(200), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= 40_000_000) }),
  'plans/forget-calls': z.strictObject({ caseId }),
  /** `reason` is needed where a cheaper plan could be had for the kept usage; `terminals` only where the fee is per terminal. Ids may repeat: quantity. */
  'plans/choose': z.strictObject({
    caseId, planId, addOnIds, minimumLi: z.number().int().min(0).max(1_000_000_000).multipleOf(10).nullable(), terminals: z.number().int().min(1).max(1000).nullable(), reason: z.string().trim().max(200).nullable(),
  }),
  /** Every bill of the chosen plan, from the day it is expected to run, by the kept usage; `exitOn`: what leaving on that day costs. */
  'plans/preview-bills': z.strictObject({ caseId, exitOn: z.iso.date().nullable() }),
  /** One page for the customer, kept with the case; print it like every paper. */
  'plans/print-comparison': z.strictObject({ caseId }),
} as const;

/** Usage as kept with the case. `asked: false` is the usual profile of the policy: nobody has asked the customer yet. */
export type CaseUsage = z.infer<typeof usage> & {
  readonly asked: boolean;
  /** The imported list: its months repeat over the term. */
  readonly calls: { readonly fileName: string; readonly count: number; readonly from: string; readonly to: string; readonly months: number; readonly seconds: number } | null;
};

/** A row of the call list that was not taken; `row` counts from 1 in the file. `code` has its words in `text/`. */
export type CallRowError = { readonly row: number; readonly code: 'no-time' | 'no-duration' | 'no-caller' | 'bad-time' | 'bad-duration' | 'bad-caller'; readonly value: string };

/** What an import took; `columns` says which column was read as what. Up to 200 errors are told, `rejected` counts all. */
export type CallImport = {
  readonly taken: number; readonly rejected: number; readonly errors: readonly CallRowError[];
  readonly columns: Readonly<Record<'time' | 'duration' | 'caller' | 'answered', string | null>>;
  readonly comparison: PlanComparison;
};

/** A cost component of the comparison: a month's share of it over the term, in whole fen; they add up to the month exactly. */
export type CostPart = { readonly item: BillItem | 'bonus'; readonly addOnId: string | null; readonly li: number };

/** One plan in the comparison. Amounts in 厘; null where the plan has no price. */
export type ComparedPlan = {
  readonly planId: string;
  readonly name: string;
  readonly sample: boolean;
  readonly refusal: PlanOffer['refusal'];
  readonly includedAddOnIds: readonly string[];
  /** `overCheapestLi` is over the whole term; a month's difference is that of the months. */
  readonly cost: {
    readonly monthLi: number; readonly yearLi: number; readonly termLi: number; readonly overCheapestLi: number;
    readonly parts: readonly CostPart[];
    /** Paid with the signature: opening fee and prepayment. */
    readonly dueNowLi: number;
    readonly prepayLi: number;
    readonly commitment: { readonly li: number; readonly months: number } | null;
    readonly monthlyMinimumLi: number;
    readonly bonusLi: number;
  } | null;
  /** Cost a month over minutes a month as vertices of a polyline: exact, not sampled. Empty where there is no price. */
  readonly line: readonly { readonly minutes: number; readonly monthLi: number }[];
};

/** From `minutes` on, `toPlanId` is the cheapest plan instead of `fromPlanId`. */
export type SwitchPoint = { readonly minutes: number; readonly fromPlanId: string; readonly toPlanId: string; readonly monthLi: number };

/** One changed assumption (calls double, mobile share rises): the cheapest plan then. */
export type Sensitivity = {
  readonly code: 'half' | 'double' | 'mobile-up' | 'mobile-down' | 'local-up';
  readonly minutes: number; readonly localPercent: number; readonly mobilePercent: number;
  readonly cheapestPlanId: string | null; readonly monthLi: number | null;
  /** What the plan that is cheapest today would cost then. */
  readonly todaysCheapestMonthLi: number | null;
};

/** Every plan side by side, cheapest first; those that cannot be had stand last. */
export type PlanComparison = {
  readonly usage: CaseUsage;
  readonly termMonths: number;
  readonly plans: readonly ComparedPlan[];
  readonly cheapestPlanId: string | null;
  /** Along the customer's shares, over the plans that can be had. */
  readonly switches: readonly SwitchPoint[];
  readonly limitMinutes: number;
  readonly sensitivity: readonly Sensitivity[];
  readonly catalogueVersion: string;
  readonly confirmed: boolean;
};

/** A plan as offered for the case's number: allowed or why not, and what it would cost. */
export type PlanOffer = {
  readonly planId: string;
  readonly version: string;
  readonly name: string;
  readonly billing: 'prepaid' | 'postpaid';
  readonly sample: boolean;
  readonly perTerminal: boolean;
  readonly includes: readonly string[];
  readonly refusal: { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> } | null;
  readonly quote: Quote | null;
  readonly rates: readonly { readonly code: string; readonly liPerMinute: number }[];
  readonly note: string | null;
};

/** An add-on and whether the plan takes it. */
export type AddOnOffer = {
  readonly addOnId: string; readonly name: string; readonly feature: string; readonly feeLi: number; readonly per: 'month' | 'year' | 'once'; readonly counted: boolean;
  readonly excludes: readonly string[]; readonly note: string | null;
};

/** The case's plan with its quote, computed by main from the same function as the papers. */
export type PlanView = {
  readonly planId: string;
  readonly version: string;
  readonly catalogueVersion: string;
  readonly name: string;
  readonly billing: 'prepaid' | 'postpaid';
  readonly addOnIds: readonly string[];
  readonly addOnNames: readonly string[];
  readonly minimumLi: number | null;
  readonly terminals: number | null;
  /** Why a dearer plan was chosen; null where it was the cheapest. */
  readonly reason: string | null;
  readonly allowed: boolean;
  readonly refusal: PlanOffer['refusal'];
  readonly quote: Quote | null;
  readonly rates: PlanOffer['rates'];
};

/** The bills to come. `openedOn` is the expected day; `next` the first whole month. */
export type BillPreview = {
  readonly usage: CaseUsage;
  readonly openedOnExpected: boolean;
  readonly term: TermBill;
  readonly termMonths: number;
  /** Index in `term.bills` of the first whole month. */
  readonly next: number;
  readonly exitOn: string | null;
  readonly callerCost: readonly CallerCost[];
};

/** What the caller pays: the statement that stands in agreement, form and receipt. */
export type CallerCost = 'local-rate' | 'bundled-minutes-first' | 'no-long-distance' | 'not-abroad' | 'not-free';
