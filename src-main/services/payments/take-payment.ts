import type { CaseView } from '#contract/cases.ts';
import type { Request } from '#contract/contract.ts';
import type { Failure, FailureCode } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { acceptTender, type AcceptedTender, type TenderRefusal } from '#domain/till/tender.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { insertPayment, type NewPayment } from '../../store/tables/payment-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { type Edit, mayEdit, record } from '../cases/edit-case.ts';
import { type LoadedCase, loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import type { Lane } from '../lane.ts';
import { refuse } from '../refuse.ts';
import { openShiftOf } from '../till/open-shift.ts';
import { drawReceipt, keepArrival } from './keep-arrival.ts';

type Offer = Request<'payments/take'>;
type Accepted = { readonly tender: AcceptedTender; readonly loaded: LoadedCase; readonly shiftId: string };

/**
 * Takes money into the open shift. What is in at once (cash, card, 微信, 支付宝): ledger row, arrival, receipt PDF with the next
 * gapless number, event and the carrier's records are one transaction. A transfer or collection is written down as awaited
 * (待到账); all that follows comes with its arrival.
 */
export const takePayment = (context: ConsoleContext, lane: Lane, actor: Actor, offer: Offer): Promise<Result<CaseView, Failure>> =>
  lane(async () => {
    const accepted = accept(context, actor, offer);
    if (!accepted.ok) return accepted;
    const payment = paymentOf(context, actor, offer, accepted.value);
    const isIn = accepted.value.tender.state === 'received';
    const arrivedOn = wallTime(payment.takenAt).date;
    const receipt = isIn ? await drawReceipt(context, accepted.value.loaded, actor, { ...payment, arrivedOn }, payment.takenAt) : ok(null);
    if (!receipt.ok) return receipt;
    const taken = inTransaction(context.db, (): Result<CaseView, Failure> => {
      // Money may have come in while the receipt was drawn: decide again on what is there now.
      const again = accept(context, actor, offer);
      if (!again.ok) return again;
      const { shiftId } = again.value;
      const edit: Edit = { caseId: offer.caseId, by: actor.staffNo, at: payment.takenAt };
      insertPayment(context.db, { ...payment, shiftId });
      if (receipt.value !== null) keepArrival(context, edit, again.value.loaded.row, { paymentId: payment.paymentId, arrivedOn, reference: payment.reference, shiftId }, receipt.value);
      record(context, edit, isIn ? 'payment-received' : 'payment-awaited', { tender: payment.tender, li: payment.amountLi, receipt: receipt.value?.no ?? '' });
      return ok(viewCase(context, offer.caseId));
    });
    if (taken.ok) tellOthers(context);
    return taken;
  });

/** Money moved: the line has something to send, the drawer another sum. */
export function tellOthers(context: ConsoleContext): void {
  context.line.wake();
  context.emit('till/changed', null);
}

function accept(context: ConsoleContext, actor: Actor, offer: Offer): Result<Accepted, Failure> {
  const row = mayEdit(findCase(context.db, offer.caseId), actor);
  if (!row.ok) return row;
  const loaded = loadCase(context, offer.caseId);
  assert(loaded !== null, 'takePayment: the case vanished');
  if (loaded.facts.agreement !== 'signed') return refuse('agreement-not-signed');
  const shift = openShiftOf(context, actor);
  if (!shift.ok) return shift;
  const { dueLi, receivedLi, waitingLi } = loaded.facts;
  const payer = { name: offer.payerName, customer: loaded.row.customer.name, note: offer.payerNote };
  const tender = acceptTender({ ...offer, dueLi, bookedLi: receivedLi + waitingLi, payer });
  return tender.ok ? ok({ tender: tender.value, loaded, shiftId: shift.value.shiftId }) : refuse(tenderCode[tender.error.code], tender.error.facts);
}

/** What the rules of tenders refuse, in the words of the door. */
export const tenderCode: Readonly<Record<TenderRefusal['code'], FailureCode>> = {
  'nothing-due': 'nothing-due', 'amount-not-whole-fen': 'bad-request', 'amount-over-due': 'over-payment', 'tendered-missing': 'under-payment', 'tendered-short': 'under-payment',
  'tendered-not-cash': 'bad-request', 'reference-missing': 'reference-needed', 'payer-note-missing': 'payer-note-needed', 'not-awaited': 'already-arrived', 'arrival-date': 'bad-request',
  'arrival-in-future': 'arrival-in-future', 'arrival-too-early': 'arrival-in-future',
};

const paymentOf = (context: ConsoleContext, actor: Actor, offer: Offer, { tender, shiftId }: Accepted): NewPayment => ({
  paymentId: context.newId(), caseId: offer.caseId, tender: offer.tender, amountLi: tender.amountLi, tenderedLi: offer.tenderedLi, changeLi: tender.changeLi,
  payerName: offer.payerName, payerNote: offer.payerNote, reference: offer.reference, takenAt: context.now(), takenBy: actor.staffNo, shiftId,
});
