import type { ReversalPaper } from '#domain/agreement/reversal-paper.ts';
import { assert } from '#domain/assert.ts';
import { reversibleLi } from '#domain/till/reversal.ts';
import { isAwaited } from '#domain/till/tender.ts';
import type { LedgerRow } from '../../store/tables/payment-rows.ts';
import type { ReversalRecord } from '../../store/tables/reversal-rows.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { reversedLi } from '../payments/money-of.ts';
import { paperHeadOf } from './parts/paper-head-of.ts';
import { paperTime } from './wording/days.ts';
import { payerWords, reasonWords, tenderWords, wayBackWords } from './wording/tender-words.ts';

/** The 作废单 or 退款单 of money that goes back now: which receipt it takes back, why, how, and what stays. */
export function composeReversal(
  context: ConsoleContext, loaded: LoadedCase, actor: Actor, payment: LedgerRow, reversal: Pick<ReversalRecord, 'kind' | 'amountLi' | 'reason' | 'note' | 'reference' | 'reversedAt'>, supervisor: Actor, voucherNo: string,
): ReversalPaper {
  const { arrivedOn, confirmedAt } = payment;
  assert(arrivedOn !== null && reversal.kind !== 'withdraw', 'composeReversal: a promise has no voucher');
  return {
    kind: 'reversal', head: paperHeadOf(context, loaded, actor, voucherNo, 'reversal'), reversal: reversal.kind,
    original: {
      receiptNumber: payment.receiptNo ?? '', receivedAt: paperTime(isAwaited(payment.tender) ? (confirmedAt ?? payment.takenAt) : payment.takenAt),
      tender: tenderWords({ ...payment, arrivedOn, reference: payment.arrivalReference ?? payment.reference }), amount: payment.amountLi,
    },
    // Why somebody else paid stands on the receipt.
    payer: payerWords({ ...payment, payerNote: '' }, loaded.row.customer.name.trim()), ...(loaded.pick !== null && { number: loaded.pick.digits }),
    reversedAt: paperTime(reversal.reversedAt), reason: reasonWords(reversal.reason, reversal.note), wayBack: wayBackWords(reversal.kind, payment.tender, reversal.reference), amount: reversal.amountLi,
    left: reversibleLi({ amountLi: payment.amountLi, reversedLi: reversedLi(payment) + reversal.amountLi }), supervisor: { name: supervisor.name, staffNumber: supervisor.staffNo },
  };
}
