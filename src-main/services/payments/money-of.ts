import type { PlanView } from '#contract/plans.ts';
import { awaitedLi, type ClockRow, receivedLi } from '#domain/till/payment-clock.ts';
import type { LedgerRow } from '../../store/tables/payment-rows.ts';

/** What is due by the quote, what arrived and what is still awaited, in 厘; recomputed from the rows each time. */
export function moneyOf(plan: PlanView | null, payments: readonly LedgerRow[]): { readonly dueLi: number; readonly receivedLi: number; readonly waitingLi: number } {
  const rows = payments.map(clockRow);
  return { dueLi: plan?.quote?.dueNowLi ?? 0, receivedLi: receivedLi(rows), waitingLi: awaitedLi(rows) };
}

/** A ledger row as the domain's till reads it: cash and POS count from their moment, the bank's day for transfers and collections. */
export const clockRow = (row: LedgerRow): ClockRow => ({
  amountLi: row.amountLi, state: row.arrivedOn === null ? 'awaited' : 'received', takenAt: row.takenAt,
  arrivedOn: row.tender === 'cash' || row.tender === 'pos' ? null : row.arrivedOn,
});
