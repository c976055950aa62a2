import type { PaymentsView } from '#contract/payments.ts';
import type { Li } from '#domain/money/money.ts';
import { reversalPaper, tenderName } from '../../text/payment.ts';

/** A sealed paper about money: a receipt, or the paper of a void or refund. `voided`: nothing of its payment is left. */
export type MoneyPaper = { readonly paperId: string; readonly receiptNo: string; readonly name: string; readonly li: Li; readonly voided: boolean };

/** In the order of their numbers, so that the last is the newest. */
export function moneyPapers({ rows }: PaymentsView): readonly MoneyPaper[] {
  return rows.flatMap((row) => [
    ...(row.receiptPaperId === null ? [] : [{ paperId: row.receiptPaperId, receiptNo: row.receiptNo ?? '', name: tenderName[row.tender], li: row.amountLi, voided: row.state === 'reversed' }]),
    ...row.reversals.flatMap(({ paperId, receiptNo, kind, amountLi }) => (paperId === null ? [] : [{ paperId, receiptNo: receiptNo ?? '', name: reversalPaper(kind), li: -amountLi, voided: false }])),
  ]).toSorted((a, b) => a.receiptNo.localeCompare(b.receiptNo));
}
