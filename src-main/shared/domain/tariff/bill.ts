import type { PlainDate } from '../calendar/plain-date.ts';
import type { Facts } from '../facts.ts';
import type { Li } from '../money/money.ts';

/** What a line of a bill is about, in the order in which lines stand (tariff-rules.md 3). */
export type BillItem = 'opening-fee' | 'calls' | 'call-cap' | 'minimum-top-up' | 'function-fee' | 'monthly-fee' | 'add-on' | 'commitment-shortfall' | 'early-exit';

/** The rule that made a line; each has its words in `text/` and on paper. */
export type BillRule =
  | 'RATE-ANY' | 'RATE-AFTER-INCLUDED' | 'RATE-LOCAL' | 'RATE-FIXED' | 'RATE-MOBILE' | 'CALL-CAP'
  | 'MINIMUM-TOP-UP' | 'PLAN-OPENING' | 'PLAN-FUNCTION' | 'PLAN-FEE' | 'PLAN-FEE-PER-TERMINAL'
  | 'ADD-ON-MONTH' | 'ADD-ON-YEAR' | 'ADD-ON-ONCE' | 'WAIVED' | 'COMMITMENT-SHORTFALL' | 'EXIT-COMMITMENT';

/** One line: whole fen in 厘, the rule, and the numbers that made it (`calls`: minutes charged ×1000 as `milliMinutes`, liPerMinute). */
export type BillLine = { readonly item: BillItem; readonly ruleId: BillRule; readonly addOnId: string | null; readonly li: Li; readonly facts: Facts };

/** The days of service in one calendar month, both ends counted. */
export type BillPeriod = { readonly from: PlainDate; readonly to: PlainDate; readonly days: number; readonly daysInMonth: number };

/** A month's bill and how it is paid: prepaid cash first, then bonus, the rest by the customer. */
export type Bill = {
  readonly period: BillPeriod;
  readonly lines: readonly BillLine[];
  readonly totalLi: Li;
  readonly byCashLi: Li;
  readonly byBonusLi: Li;
  readonly payableLi: Li;
  readonly cashLeftLi: Li;
  readonly bonusLeftLi: Li;
};

/** Every bill of a service from its opening to its last day. `start` is paid with the signature. */
export type TermBill = {
  readonly openedOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly start: readonly BillLine[];
  readonly bills: readonly Bill[];
  /** Prepayment credited, and the bonus on top. */
  readonly cashLi: Li;
  readonly bonusLi: Li;
  /** What of the bonus was not used by its day, or by the last day of service. */
  readonly bonusLapsedLi: Li;
  /** `metInBill` counts from 1; `shortfallLi` is what was charged at the end of the commitment or at an exit. */
  readonly commitment: { readonly li: Li; readonly countedLi: Li; readonly metInBill: number | null; readonly shortfallLi: Li } | null;
  /** Start and all bills. */
  readonly chargesLi: Li;
  /** Charges less the bonus that was used. */
  readonly costLi: Li;
  /** Calls of the list that lie outside the service. */
  readonly callsOutside: number;
};
