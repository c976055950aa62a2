import type { CaseView } from '#contract/cases.ts';
import type { Failure, FailureCode } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { receiptNo } from '#domain/till/receipt-no.ts';
import { acceptTender, type AcceptedTender, confirmArrival as believeArrival, type TenderRefusal } from '#domain/till/tender.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { findPayment, insertArrival, insertPayment, insertReceipt, type LedgerRow } from '../../store/tables/payment-rows.ts';
import { nextCount, readCount } from '../../store/tables/setting-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { type Edit, mayEdit, record } from '../cases/edit-case.ts';
import { type LoadedCase, loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import type { Lane } from '../lane.ts';
import { composeReceipt } from '../papers/compose-receipt.ts';
import { madeOrRefused } from '../papers/made-paper.ts';
import { namePaper, type StoredFile, storeFile } from '../papers/keep-paper.ts';
import { refuse } from '../refuse.ts';

export type Offer = {
  readonly caseId: string; readonly tender: LedgerRow['tender']; readonly amountLi: number; readonly tenderedLi: number | null; readonly reference: string; readonly payerName: string;
};

type NewPayment = Omit<LedgerRow, 'arrivedOn' | 'arrivalReference' | 'confirmedAt' | 'confirmedBy' | 'receiptNo' | 'receiptPaperId'>;
type Receipt = { readonly receiptNo: string; readonly counter: string; readonly sequence: number; readonly paperId: string; readonly file: StoredFile; readonly content: string; readonly digest: string; readonly template: string };

/**
 * Takes money. Cash and POS are received at once: ledger row, arrival, receipt PDF with the next gapless number and the
 * event are one transaction. A transfer or collection is written down as awaited (待到账); its receipt comes with the arrival.
 */
export const takePayment = (context: ConsoleContext, lane: Lane, actor: Actor, offer: Offer): Promise<Result<CaseView, Failure>> =>
  lane(async () => {
    const accepted = accept(context, actor, offer);
    if (!accepted.ok) return accepted;
    const payment = paymentOf(context, actor, offer, accepted.value.tender);
    const received = accepted.value.tender.state === 'received';
    const receipt = received ? await makeReceipt(context, accepted.value.loaded, actor, { ...payment, arrivedOn: wallTime(payment.takenAt).date }) : ok(null);
    if (!receipt.ok) return receipt;
    return inTransaction(context.db, () => {
      // Money may have come in while the receipt was drawn: decide again on what is there now.
      const again = accept(context, actor, offer);
      if (!again.ok) return again;
      const edit: Edit = { caseId: offer.caseId, by: actor.staffNo, at: payment.takenAt };
      insertPayment(context.db, payment);
      if (receipt.value !== null) {
        insertArrival(context.db, { paymentId: payment.paymentId, arrivedOn: wallTime(edit.at).date, reference: payment.reference, confirmedAt: edit.at, confirmedBy: actor.staffNo });
        issueReceipt(context, edit, payment.paymentId, receipt.value);
      }
      record(context, edit, received ? 'payment-received' : 'payment-awaited', { tender: payment.tender, li: payment.amountLi, receipt: receipt.value?.receiptNo ?? '' });
      return ok(viewCase(context, offer.caseId));
    });
  });

/** Someone confirms that a transfer or collection arrived; the bank's day starts the clock and the receipt is issued now. */
export const confirmArrival = (
  context: ConsoleContext, lane: Lane, actor: Actor, claim: { readonly paymentId: string; readonly arrivedOn: string; readonly reference: string },
): Promise<Result<CaseView, Failure>> =>
  lane(async () => {
    const believed = believe(context, actor, claim);
    if (!believed.ok) return believed;
    const { payment, loaded } = believed.value;
    const receipt = await makeReceipt(context, loaded, actor, { ...payment, reference: claim.reference, arrivedOn: claim.arrivedOn });
    if (!receipt.ok) return receipt;
    return inTransaction(context.db, () => {
      const again = believe(context, actor, claim);
      if (!again.ok) return again;
      const edit: Edit = { caseId: payment.caseId, by: actor.staffNo, at: context.now() };
      insertArrival(context.db, { paymentId: payment.paymentId, arrivedOn: claim.arrivedOn, reference: claim.reference, confirmedAt: edit.at, confirmedBy: actor.staffNo });
      issueReceipt(context, edit, payment.paymentId, receipt.value);
      record(context, edit, 'payment-arrived', { li: payment.amountLi, arrivedOn: claim.arrivedOn, receipt: receipt.value.receiptNo });
      return ok(viewCase(context, payment.caseId));
    });
  });

function accept(context: ConsoleContext, actor: Actor, offer: Offer): Result<{ readonly tender: AcceptedTender; readonly loaded: LoadedCase }, Failure> {
  const row = mayEdit(findCase(context.db, offer.caseId), actor);
  if (!row.ok) return row;
  const loaded = loadCase(context, offer.caseId);
  assert(loaded !== null, 'takePayment: the case vanished');
  if (loaded.facts.agreement !== 'signed') return refuse('agreement-not-signed');
  const { dueLi, receivedLi, waitingLi } = loaded.facts;
  const tender = acceptTender({ ...offer, dueLi, bookedLi: receivedLi + waitingLi });
  return tender.ok ? ok({ tender: tender.value, loaded }) : refuse(codeOf(tender.error), tender.error.facts);
}

function believe(context: ConsoleContext, actor: Actor, claim: { readonly paymentId: string; readonly arrivedOn: string; readonly reference: string }): Result<{ readonly payment: LedgerRow; readonly loaded: LoadedCase }, Failure> {
  const payment = findPayment(context.db, claim.paymentId);
  if (payment === null) return refuse('payment-not-found');
  const row = mayEdit(findCase(context.db, payment.caseId), actor);
  if (!row.ok) return row;
  const believed = believeArrival({
    state: payment.arrivedOn === null ? 'awaited' : 'received', takenAt: payment.takenAt, arrivedOn: claim.arrivedOn, reference: claim.reference, today: wallTime(context.now()).date,
  });
  if (!believed.ok) return refuse(codeOf(believed.error), believed.error.facts);
  const loaded = loadCase(context, payment.caseId);
  assert(loaded !== null, 'confirmArrival: the case vanished');
  return ok({ payment, loaded });
}

const codes: Readonly<Record<TenderRefusal['code'], FailureCode>> = {
  'nothing-due': 'nothing-due', 'amount-not-whole-fen': 'bad-request', 'amount-over-due': 'over-payment', 'tendered-missing': 'under-payment', 'tendered-short': 'under-payment',
  'tendered-not-cash': 'bad-request', 'reference-missing': 'reference-needed', 'not-awaited': 'already-arrived', 'arrival-date': 'bad-request', 'arrival-in-future': 'arrival-in-future',
  'arrival-too-early': 'arrival-in-future',
};
const codeOf = (refusal: TenderRefusal): FailureCode => codes[refusal.code];

const paymentOf = (context: ConsoleContext, actor: Actor, offer: Offer, tender: AcceptedTender): NewPayment => ({
  paymentId: context.newId(), caseId: offer.caseId, tender: offer.tender, amountLi: tender.amountLi, tenderedLi: offer.tenderedLi, changeLi: tender.changeLi,
  payerName: offer.payerName, reference: offer.reference, takenAt: context.now(), takenBy: actor.staffNo,
});

/** Draws and stores the receipt for the number that comes next; the lane keeps others from taking it meanwhile. */
async function makeReceipt(context: ConsoleContext, loaded: LoadedCase, actor: Actor, payment: NewPayment & { readonly arrivedOn: string }): Promise<Result<Receipt, Failure>> {
  const date = wallTime(context.now()).date;
  const counter = `receipt-${date}`;
  const sequence = readCount(context.db, counter) + 1;
  const no = receiptNo({ hallCode: loaded.hall.code, desk: loaded.hall.desk, date, sequence });
  const paper = composeReceipt(context, loaded, actor, payment, no);
  const made = madeOrRefused(await context.papers.makeReceipt(paper, { createdAt: new Date(context.now()) }));
  if (!made.ok) return made;
  return ok({
    receiptNo: no, counter, sequence, paperId: context.newId(), file: await storeFile(context, made.value.pdf), content: JSON.stringify(paper), digest: made.value.contentDigest,
    template: `${paper.head.template.id} ${paper.head.template.version}`,
  });
}

function issueReceipt(context: ConsoleContext, edit: Edit, paymentId: string, receipt: Receipt): void {
  assert(nextCount(context.db, receipt.counter) === receipt.sequence, 'issueReceipt: another receipt took the number');
  namePaper(context, receipt.file, {
    paperId: receipt.paperId, caseId: edit.caseId, kind: 'receipt', documentNo: receipt.receiptNo, contentDigest: receipt.digest, basisDigest: '', content: receipt.content,
    madeAt: edit.at, madeBy: edit.by, templateVersion: receipt.template, byHand: false, numbers: null,
  });
  insertReceipt(context.db, { receiptNo: receipt.receiptNo, paymentId, caseId: edit.caseId, paperId: receipt.paperId, issuedAt: edit.at });
}
