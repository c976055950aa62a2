import type { Failure } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import type { Instant } from '#domain/calendar/shanghai-time.ts';
import type { Result } from '#domain/result.ts';
import type { CaseRow } from '../../store/tables/case-rows.ts';
import { type ArrivalRecord, findPayment, insertArrival, insertReceipt } from '../../store/tables/payment-rows.ts';
import type { Edit } from '../cases/edit-case.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { composeReceipt, type ReceivedPayment } from '../papers/compose-receipt.ts';
import { drawNumbered, issueNumbered, type NumberedPaper } from './numbered-paper.ts';
import { recordArrivals } from './record-at-carrier.ts';

/** The receipt of a payment that is in, drawn under the next number. */
export const drawReceipt = (context: ConsoleContext, loaded: LoadedCase, actor: Actor, payment: ReceivedPayment, at: Instant): Promise<Result<NumberedPaper, Failure>> =>
  drawNumbered(context, loaded.hall, at, { compose: (no) => composeReceipt(context, loaded, actor, payment, no), make: (paper, options) => context.papers.makeReceipt(paper, options) });

/** Money is in: arrival, receipt and what the carrier is told, in the transaction of the caller. */
export function keepArrival(context: ConsoleContext, edit: Edit, row: CaseRow, arrival: Omit<ArrivalRecord, 'confirmedAt' | 'confirmedBy'>, receipt: NumberedPaper): void {
  const { paymentId } = arrival;
  insertArrival(context.db, { ...arrival, confirmedAt: edit.at, confirmedBy: edit.by });
  issueNumbered(context, edit, 'receipt', receipt);
  insertReceipt(context.db, { receiptNo: receipt.no, paymentId, caseId: edit.caseId, paperId: receipt.paperId, issuedAt: edit.at });
  const payment = findPayment(context.db, paymentId);
  assert(payment !== null, 'keepArrival: the payment vanished');
  recordArrivals(context, edit, row, [payment]);
}
