import type { CaseView } from '#contract/cases.ts';
import type { Request } from '#contract/contract.ts';
import type { Failure, FailureCode } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import { ok, type Result } from '#domain/result.ts';
import { may } from '#domain/staff/role.ts';
import { mayReverse, type ReversalKind, type ReversalRefusal } from '#domain/till/reversal.ts';
import { inTransaction } from '../../store/db.ts';
import { findPayment, type LedgerRow } from '../../store/tables/payment-rows.ts';
import { insertReversal, type ReversalRecord } from '../../store/tables/reversal-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { type Edit, record } from '../cases/edit-case.ts';
import { type LoadedCase, loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import type { Lane } from '../lane.ts';
import { composeReversal } from '../papers/compose-reversal.ts';
import { refuse } from '../refuse.ts';
import { checkSignIn } from '../session/sign-in.ts';
import { openShiftOf } from '../till/open-shift.ts';
import { drawNumbered, issueNumbered, type NumberedPaper } from './numbered-paper.ts';
import { recordArrivals, recordReversal } from './record-at-carrier.ts';
import { tellOthers } from './take-payment.ts';
import { reversibleOf } from './view-payments.ts';

type Wanted = Request<'payments/reverse'>;
type Decided = { readonly payment: LedgerRow; readonly loaded: LoadedCase; readonly shiftId: string };

const events = { void: 'payment-voided', refund: 'payment-refunded', withdraw: 'payment-withdrawn' } as const satisfies Record<ReversalKind, string>;

/**
 * Gives money back, or takes a promise back: a row of its own beside the payment, authorised by a supervisor who is not the one
 * who acts. Row, number, paper, event and the carrier's record are one transaction; a withdrawn promise is only row and event.
 */
export const reversePayment = (context: ConsoleContext, lane: Lane, actor: Actor, wanted: Wanted): Promise<Result<CaseView, Failure>> =>
  lane(async () => {
    const decided = decide(context, actor, wanted);
    if (!decided.ok) return decided;
    const second = wanted.kind === 'withdraw' ? ok(null) : await authorise(context, actor, wanted.supervisor);
    if (!second.ok) return second;
    const reversal = reversalOf(context, actor, wanted, decided.value, second.value);
    const voucher = second.value === null ? ok(null) : await drawVoucher(context, decided.value, actor, reversal, second.value);
    if (!voucher.ok) return voucher;
    const reversed = inTransaction(context.db, (): Result<CaseView, Failure> => {
      // Money may have gone back, or the shift have ended, while the voucher was drawn: decide again on what is there now.
      const again = decide(context, actor, wanted);
      if (!again.ok) return again;
      keepReversal(context, again.value, { ...reversal, shiftId: again.value.shiftId }, voucher.value);
      return ok(viewCase(context, again.value.payment.caseId));
    });
    if (reversed.ok) tellOthers(context);
    return reversed;
  });

function decide(context: ConsoleContext, actor: Actor, wanted: Wanted): Result<Decided, Failure> {
  const payment = findPayment(context.db, wanted.paymentId);
  if (payment === null) return refuse('payment-not-found');
  const shift = openShiftOf(context, actor);
  if (!shift.ok) return shift;
  const loaded = loadCase(context, payment.caseId);
  assert(loaded !== null, 'reversePayment: the case vanished');
  // A colleague's money goes back with the supervisor who signs beside; nobody stands beside a withdrawal, so it is the owner's.
  if (wanted.kind === 'withdraw' && loaded.row.owner !== actor.staffNo && !may(actor.role, 'till/authorise')) return refuse('case-of-another', { owner: loaded.row.owner });
  const allowed = mayReverse(reversibleOf(payment, loaded.row.state, shift.value.shiftId), wanted);
  return allowed.ok ? ok({ payment, loaded, shiftId: shift.value.shiftId }) : refuse(reversalCode[allowed.error.code], { leftLi: 0, ...allowed.error.facts });
}

const reversalCode: Readonly<Record<ReversalRefusal['code'], FailureCode>> = {
  'case-with-carrier': 'reversal-not-open', 'nothing-arrived': 'reversal-over', 'already-arrived': 'already-arrived', 'more-than-left': 'reversal-over', 'amount-not-whole': 'bad-request',
  'not-same-shift': 'void-not-same-shift', 'reason-of-another-kind': 'bad-request', 'note-missing': 'note-needed', 'reference-missing': 'reference-needed',
};

/** A supervisor signs in beside the one who acts; even a supervisor needs another one. */
async function authorise(context: ConsoleContext, actor: Actor, supervisor: Wanted['supervisor']): Promise<Result<Actor, Failure>> {
  if (supervisor === null) return refuse('supervisor-needed');
  const second = await checkSignIn(context, supervisor.staffNo, supervisor.password);
  if (!second.ok) return second;
  if (second.value.staffNo === actor.staffNo) return refuse('second-person-needed');
  return may(second.value.role, 'till/authorise') ? second : refuse('supervisor-needed');
}

const reversalOf = (context: ConsoleContext, actor: Actor, wanted: Wanted, { payment, shiftId }: Decided, second: Actor | null): ReversalRecord => ({
  reversalId: context.newId(), paymentId: payment.paymentId, kind: wanted.kind, amountLi: wanted.amountLi, tender: payment.tender, reason: wanted.reason, note: wanted.note, reference: wanted.reference, shiftId,
  reversedAt: context.now(), reversedBy: actor.staffNo, authorisedBy: second?.staffNo ?? null, receiptNo: null, paperId: null,
});

const drawVoucher = (context: ConsoleContext, { loaded, payment }: Decided, actor: Actor, reversal: ReversalRecord, second: Actor): Promise<Result<NumberedPaper, Failure>> =>
  drawNumbered(context, loaded.hall, reversal.reversedAt, {
    compose: (no) => composeReversal(context, loaded, actor, payment, reversal, second, no), make: (paper, options) => context.papers.makeReversal(paper, options),
  });

function keepReversal(context: ConsoleContext, { payment, loaded }: Decided, reversal: ReversalRecord, voucher: NumberedPaper | null): void {
  const edit: Edit = { caseId: payment.caseId, by: reversal.reversedBy, at: reversal.reversedAt };
  if (voucher !== null) issueNumbered(context, edit, 'reversal', voucher);
  insertReversal(context.db, { ...reversal, receiptNo: voucher?.no ?? null, paperId: voucher?.paperId ?? null });
  record(context, edit, events[reversal.kind], {
    tender: reversal.tender, li: reversal.amountLi, receipt: voucher?.no ?? '', of: payment.receiptNo ?? '', reason: reversal.reason, authorisedBy: reversal.authorisedBy ?? '',
  });
  if (voucher === null) return;
  // A payment of the first version was kept for the order; the carrier has to know it before it hears that it went back.
  recordArrivals(context, edit, loaded.row, [payment]);
  recordReversal(context, edit, { ...reversal, receiptNo: voucher.no });
}
