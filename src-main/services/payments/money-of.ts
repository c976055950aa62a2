import type { PlanView } from '#contract/plans.ts';
import { awaitedLi, type ClockRow, receivedLi } from '#domain/till/payment-clock.ts';
import { reversibleLi } from '#domain/till/reversal.ts';
import { isAwaited } from '#domain/till/tender.ts';
import type { LedgerRow } from '../../store/tables/payment-rows.ts';

/** What is due by the quote, what arrived less what went back, and what is still awaited, in 厘; recomputed from the rows each time. */
export function moneyOf(plan: PlanView | null, payments: readonly LedgerRow[]): { readonly dueLi: number; readonly receivedLi: number; readonly waitingLi: number } {
  const rows = clockRows(payments);
  return { dueLi: plan?.quote?.dueNowLi ?? 0, receivedLi: receivedLi(rows), waitingLi: awaitedLi(rows) };
}

/** The ledger as the domain's till reads it: money at the counter counts from its moment, the bank's day for what was awaited; what went back is a row of its own. */
export const clockRows = (payments: readonly LedgerRow[]): readonly ClockRow[] => payments.flatMap((row): readonly ClockRow[] => {
  if (row.arrivedOn === null) return row.reversals.length > 0 ? [] : [{ amountLi: row.amountLi, state: 'awaited', takenAt: row.takenAt, arrivedOn: null }];
  return [
    { amountLi: row.amountLi, state: 'received', takenAt: row.takenAt, arrivedOn: isAwaited(row.tender) ? row.arrivedOn : null },
    ...row.reversals.map(({ amountLi, reversedAt }): ClockRow => ({ amountLi: -amountLi, state: 'received', takenAt: reversedAt, arrivedOn: null })),
  ];
});

/** Voided, refunded or withdrawn of a payment so far. */
export const reversedLi = ({ reversals }: Pick<LedgerRow, 'reversals'>): number => reversals.reduce((sum, { amountLi }) => sum + amountLi, 0);

/** It arrived and something of it is still here. */
export const holdsMoney = (row: LedgerRow): boolean => row.arrivedOn !== null && reversibleLi({ amountLi: row.amountLi, reversedLi: reversedLi(row) }) > 0;
