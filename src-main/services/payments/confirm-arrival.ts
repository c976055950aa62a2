import type { CaseView } from '#contract/cases.ts';
import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { assert } from '#domain/assert.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { ok, type Result } from '#domain/result.ts';
import { confirmArrival as believeArrival } from '#domain/till/tender.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { findPayment, type LedgerRow } from '../../store/tables/payment-rows.ts';
import { viewCase } from '../cases/case-view.ts';
import { type Edit, mayEdit, record } from '../cases/edit-case.ts';
import { type LoadedCase, loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import type { Lane } from '../lane.ts';
import { refuse } from '../refuse.ts';
import { openShiftOf } from '../till/open-shift.ts';
import { drawReceipt, keepArrival } from './keep-arrival.ts';
import { tellOthers, tenderCode } from './take-payment.ts';

type Claim = Request<'payments/confirm-arrival'>;
type Believed = { readonly payment: LedgerRow; readonly loaded: LoadedCase; readonly shiftId: string };

/** Someone confirms that a transfer or collection arrived; the bank's day starts the clock, the receipt is issued and the carrier told now. */
export const confirmArrival = (context: ConsoleContext, lane: Lane, actor: Actor, claim: Claim): Promise<Result<CaseView, Failure>> =>
  lane(async () => {
    const believed = believe(context, actor, claim);
    if (!believed.ok) return believed;
    const { payment, loaded } = believed.value;
    const at = context.now();
    const receipt = await drawReceipt(context, loaded, actor, { ...payment, reference: claim.reference, arrivedOn: claim.arrivedOn }, at);
    if (!receipt.ok) return receipt;
    const confirmed = inTransaction(context.db, (): Result<CaseView, Failure> => {
      const again = believe(context, actor, claim);
      if (!again.ok) return again;
      const edit: Edit = { caseId: payment.caseId, by: actor.staffNo, at };
      keepArrival(context, edit, again.value.loaded.row, { ...claim, shiftId: again.value.shiftId }, receipt.value);
      record(context, edit, 'payment-arrived', { tender: payment.tender, li: payment.amountLi, arrivedOn: claim.arrivedOn, receipt: receipt.value.no });
      return ok(viewCase(context, payment.caseId));
    });
    if (confirmed.ok) tellOthers(context);
    return confirmed;
  });

function believe(context: ConsoleContext, actor: Actor, claim: Claim): Result<Believed, Failure> {
  const payment = findPayment(context.db, claim.paymentId);
  if (payment === null) return refuse('payment-not-found');
  const row = findCase(context.db, payment.caseId);
  // A draft is its owner's. Afterwards nobody works on the case, and money that comes in is whoever's till it is.
  const mine = row === null || row.state === 'draft' ? mayEdit(row, actor) : ok(row);
  if (!mine.ok) return mine;
  if (payment.arrivedOn === null && payment.reversals.length > 0) return refuse('payment-not-found');
  const believed = believeArrival({
    state: payment.arrivedOn === null ? 'awaited' : 'received', takenAt: payment.takenAt, arrivedOn: claim.arrivedOn, reference: claim.reference, today: wallTime(context.now()).date,
  });
  if (!believed.ok) return refuse(tenderCode[believed.error.code], believed.error.facts);
  const shift = openShiftOf(context, actor);
  if (!shift.ok) return shift;
  const loaded = loadCase(context, payment.caseId);
  assert(loaded !== null, 'confirmArrival: the case vanished');
  // The receipt names number, plan and agreement, the carrier the customer: what was undone since the transfer was announced comes first, while it can be done.
  const { pick, plan, agreement, facts } = loaded;
  if (mine.value.state === 'draft' && facts.customerErrors > 0) return refuse('tasks-open', { tasks: 'customer' });
  if (pick === null || plan?.quote == null || agreement === null) return refuse('agreement-not-signed');
  return ok({ payment, loaded, shiftId: shift.value.shiftId });
}
