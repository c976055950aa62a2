import type { CaseRow } from '../../store/tables/case-rows.ts';
import type { LedgerRow } from '../../store/tables/payment-rows.ts';
import type { ReversalRecord } from '../../store/tables/reversal-rows.ts';
import { moneyIntents } from '../../store/tables/outbox-rows.ts';
import { registerCustomer } from '../activation/register-customer.ts';
import { intend } from '../append-intent.ts';
import type { Edit } from '../cases/edit-case.ts';
import { partyId } from '../cases/party-id.ts';
import type { ConsoleContext } from '../console-context.ts';

/** Hands the carrier every payment that arrived and that it was not handed before: once each, under the number of its receipt, after whose money it is. */
export function recordArrivals(context: ConsoleContext, edit: Edit, row: CaseRow, payments: readonly LedgerRow[]): void {
  const told = moneyIntents(context.db, edit.caseId);
  const untold = payments.filter((payment) => payment.arrivedOn !== null && !told.has(correlatorOf(payment)));
  if (untold.length > 0) registerCustomer(context, edit, row);
  for (const payment of untold) {
    const correlatorId = correlatorOf(payment);
    intend(context, edit, { kind: 'record-payment', body: {
      paymentId: payment.paymentId, correlatorId, amountLi: payment.amountLi, tender: payment.tender, arrivedAt: payment.confirmedAt ?? payment.takenAt,
      customerId: partyId(edit.caseId, 'customer'), orderId: partyId(edit.caseId, 'order'), reference: payment.arrivalReference ?? payment.reference,
    } }, correlatorId);
  }
}

/** Hands the carrier what went back, after the payment that it is of; the payment's own record stays as it was. */
export function recordReversal(context: ConsoleContext, edit: Edit, reversal: ReversalRecord & { readonly receiptNo: string }): void {
  intend(context, edit, { kind: 'record-refund', body: {
    refundId: reversal.reversalId, correlatorId: reversal.receiptNo, paymentId: reversal.paymentId, amountLi: reversal.amountLi, tender: reversal.tender, refundedAt: reversal.reversedAt,
    customerId: partyId(edit.caseId, 'customer'), reason: reversal.note === '' ? reversal.reason : `${reversal.reason}: ${reversal.note}`, reference: reversal.reference,
  } }, reversal.receiptNo);
}

/** Under which number the carrier knows a payment; those of the first version had none before their receipt. */
export const correlatorOf = ({ receiptNo, paymentId }: Pick<LedgerRow, 'receiptNo' | 'paymentId'>): string => receiptNo ?? paymentId;
