import type { PlanView } from '#contract/plans.ts';
import type { LedgerRow } from '../../store/tables/payment-rows.ts';

/** What is due by the quote, what arrived and what is still awaited, in 厘; recomputed from the rows each time. */
export function moneyOf(plan: PlanView | null, payments: readonly LedgerRow[]): { readonly dueLi: number; readonly receivedLi: number; readonly waitingLi: number } {
  const sum = (rows: readonly LedgerRow[]): number => rows.reduce((total, row) => total + row.amountLi, 0);
  return {
    dueLi: plan?.quote?.dueNowLi ?? 0,
    receivedLi: sum(payments.filter((row) => row.arrivedOn !== null)),
    waitingLi: sum(payments.filter((row) => row.arrivedOn === null)),
  };
}
