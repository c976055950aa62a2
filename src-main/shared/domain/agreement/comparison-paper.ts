import type { Li } from '../money/money.ts';
import type { PaperDate, PaperHead, PaperNumber } from './paper-head.ts';

/** How many priced plans fit on the one page that a comparison is. */
export const comparedPlans = 9;

/** Everything printed on a 套餐比较单, one page for the customer; cheapest plan first. */
export type ComparisonPaper = {
  readonly kind: 'comparison';
  readonly head: PaperHead;
  readonly date: PaperDate;
  readonly company: string;
  readonly number: { readonly digits: PaperNumber; readonly words: string };
  /** 每月1,600分钟, 手机55%、本地10%、固话35%, where it comes from, 录音. */
  readonly usage: { readonly minutes: string; readonly shares: string; readonly source: string; readonly addOns: string };
  readonly termMonths: number;
  readonly plans: readonly ComparisonPlan[];
  /** Plans that cannot be had, with the reason. */
  readonly unavailable: readonly { readonly name: string; readonly why: string }[];
  readonly chart: ComparisonChart;
  /** Where the cheapest plan changes, and what if the calls change; one sentence each. */
  readonly switches: readonly string[];
  readonly sensitivity: readonly string[];
  /** What was chosen, and why where a cheaper plan could be had; absent while nothing is. */
  readonly choice?: { readonly words: string; readonly reason: string };
  /** What the caller pays; word for word as in the agreement. */
  readonly callerCost: { readonly title: string; readonly lines: readonly string[] };
  /** Basis of the prices, 未经运营商确认, 培训样价. */
  readonly caveats: readonly string[];
};

/** A plan of the table; `parts` add up to the month, `terms` says commitment, minimum and bonus in words. */
export type ComparisonPlan = {
  readonly name: string;
  readonly sample: boolean;
  readonly chosen: boolean;
  readonly month: Li;
  /** Over the term nothing is cheaper. */
  readonly cheapest: boolean;
  /** Beyond the cheapest, a month. */
  readonly over: Li;
  readonly year: Li;
  readonly term: Li;
  readonly dueNow: Li;
  readonly parts: readonly { readonly label: string; readonly amount: Li }[];
  readonly terms: string;
};

/** Cost a month over minutes a month: a polyline for each of the plans by its place in the table, whole minutes or not in thousandths. */
export type ComparisonChart = {
  readonly limitMinutes: number;
  readonly lines: readonly { readonly plan: number; readonly vertices: readonly { readonly milliMinutes: number; readonly month: Li }[] }[];
  readonly customer: { readonly minutes: number; readonly month: Li };
  readonly switchMinutes: readonly { readonly minutes: number; readonly month: Li }[];
};
