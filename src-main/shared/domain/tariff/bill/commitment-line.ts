import type { PlainDate } from '../../calendar/plain-date.ts';
import { type Li, roundToFen } from '../../money/money.ts';
import type { BillLine, BillPeriod, TermBill } from '../bill.ts';
import type { PlanCommitment } from '../catalogue.ts';
import { spanEnd } from '../span-end.ts';
import { countedLi } from './counted-lines.ts';

/** A bill before commitment and payment. */
export type ChargedBill = { readonly period: BillPeriod; readonly lines: readonly BillLine[] };

/** What a commitment came to, and the line that it adds to one bill. */
export type CommitmentOutcome = { readonly summary: NonNullable<TermBill['commitment']>; readonly bill: number; readonly lines: readonly BillLine[] };

/** How a service ends: on a day of its own (an exit, if the commitment still runs), or beyond what is looked at. */
export type ServiceEnd = 'exit' | 'open';

/** Counts whole bills to the one with the commitment's last day; what is missing is due there, or on the last bill of a service that ends before (tariff-rules.md 5.2, 5.3). */
export function commitmentOutcome(commitment: PlanCommitment, bills: readonly ChargedBill[], openedOn: PlainDate, end: ServiceEnd): CommitmentOutcome {
  const lastDay = spanEnd(openedOn, commitment.months);
  const within = bills.findIndex(({ period }) => period.from <= lastDay && lastDay <= period.to);
  const bill = within === -1 ? bills.length - 1 : within;
  const sums = runningSums(bills.slice(0, bill + 1).map(({ lines }) => countedLi(lines, commitment.counts)));
  const counted = sums.at(-1) ?? 0;
  const missing = within === -1 && end === 'open' ? 0 : roundToFen(Math.max(0, commitment.li - counted));
  const met = sums.findIndex((sum) => sum >= commitment.li);
  const line: BillLine = {
    item: within === -1 ? 'early-exit' : 'commitment-shortfall', ruleId: within === -1 ? 'EXIT-COMMITMENT' : 'COMMITMENT-SHORTFALL',
    addOnId: null, li: missing, facts: { committedLi: commitment.li, months: commitment.months, countedLi: counted },
  };
  return { summary: { li: commitment.li, countedLi: counted, metInBill: met === -1 ? null : met + 1, shortfallLi: missing }, bill, lines: missing === 0 ? [] : [line] };
}

function runningSums(amounts: readonly Li[]): readonly Li[] {
  let sum = 0;
  return amounts.map((amount) => (sum += amount));
}
