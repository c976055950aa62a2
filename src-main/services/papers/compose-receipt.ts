import type { PaperDue } from '#domain/agreement/paper-head.ts';
import type { ReceiptPaper } from '#domain/agreement/receipt-paper.ts';
import { assert } from '#domain/assert.ts';
import type { CaseState } from '#domain/cases/case-state.ts';
import { type ClockRow, paymentClock, receivedLi } from '#domain/till/payment-clock.ts';
import { isAwaited } from '#domain/till/tender.ts';
import type { LedgerRow } from '../../store/tables/payment-rows.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { clockRows } from '../payments/money-of.ts';
import { catalogueOf, findPlan } from '../plans/quote-case.ts';
import { duePromise } from './parts/due-promise.ts';
import { paperHeadOf } from './parts/paper-head-of.ts';
import { receiptLines } from './parts/receipt-lines.ts';
import { paperTime } from './wording/days.ts';
import { payerWords, tenderWords } from './wording/tender-words.ts';

/** The payment a receipt is for, with the day on which it arrived. */
export type ReceivedPayment = Pick<LedgerRow, 'paymentId' | 'tender' | 'amountLi' | 'tenderedLi' | 'changeLi' | 'payerName' | 'payerNote' | 'reference' | 'takenAt'> & { readonly arrivedOn: string };

/** The receipt of a payment that is in: what it pays, and when the service runs if it completed the sum; or that it is owed back, where the case is over. */
export function composeReceipt(context: ConsoleContext, loaded: LoadedCase, actor: Actor, payment: ReceivedPayment, receiptNo: string): ReceiptPaper {
  const { pick, plan: chosen, row, agreement, payments } = loaded;
  const quote = chosen?.quote;
  assert(pick !== null && chosen !== null && quote && agreement !== null, 'composeReceipt: money before an agreement');
  const plan = findPlan(context, chosen.planId, chosen.catalogueVersion);
  assert(plan, 'composeReceipt: the catalogue lost the plan');
  const earlier = clockRows(payments.filter(({ paymentId, arrivedOn }) => paymentId !== payment.paymentId && arrivedOn !== null));
  const isOver = endedWithout.includes(row.state);
  return {
    kind: 'receipt', head: paperHeadOf(context, loaded, actor, receiptNo, 'receipt'), agreementNumber: agreement.documentNo, payer: payerWords(payment, row.customer.name.trim()),
    receivedAt: paperTime(isAwaited(payment.tender) ? context.now() : payment.takenAt), tender: tenderWords(payment), number: { digits: pick.digits, provisional: pick.hold === 'provisional' },
    due: isOver ? null : dueOf(context, loaded, [...earlier, { amountLi: payment.amountLi, state: 'received', takenAt: payment.takenAt, arrivedOn: isAwaited(payment.tender) ? payment.arrivedOn : null }]),
    lines: isOver ? [{ item: '预存款', note: '受理单已终止，款项应退', amount: payment.amountLi }] : receiptLines(quote, { plan, ...catalogueOf(context, chosen.catalogueVersion) }, receivedLi(earlier), payment.amountLi), total: payment.amountLi,
    cashier: { name: actor.name, staffNumber: actor.staffNo, strokes: [] },
  };
}

/** Ended without a service: a transfer that was on its way then still arrives. */
const endedWithout: readonly CaseState[] = ['cancelled', 'rejected', 'failed'];

/** Counted from the moment the sum was complete; while it is not, from now and as expected only. */
function dueOf(context: ConsoleContext, loaded: LoadedCase, rows: readonly ClockRow[]): PaperDue {
  const clock = paymentClock(loaded.facts.dueLi, rows);
  return clock === null ? duePromise(context, loaded, context.now(), '收齐后起算', false) : duePromise(context, loaded, clock, '');
}
