import type { PaymentRow, PaymentsView } from '#contract/payments.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { dueDate } from '#domain/calendar/working-days.ts';
import { instantOfWall, wallTime } from '#domain/calendar/shanghai-time.ts';
import { type Grade, isSpecial } from '#domain/number/grade/number-rules.ts';
import type { CaseState } from '#domain/cases/case-state.ts';
import type { IntentState } from '#domain/outbox/intent.ts';
import { paymentClock } from '#domain/till/payment-clock.ts';
import { type RefundOwed, refundOwed } from '#domain/till/refund-owed.ts';
import { allowedReversals, type Reversible, reversibleLi } from '#domain/till/reversal.ts';
import { listHistory } from '../../store/tables/order-rows.ts';
import { moneyIntents } from '../../store/tables/outbox-rows.ts';
import type { LedgerRow } from '../../store/tables/payment-rows.ts';
import { openShift } from '../../store/tables/shift-rows.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';
import { clockRows, reversedLi } from './money-of.ts';
import { correlatorOf } from './record-at-carrier.ts';

type Loaded = Pick<LoadedCase, 'row' | 'plan' | 'pick' | 'payments' | 'order' | 'facts'>;

/** What is due, what came in and went back, what should go back, and which day would be promised before and after today's cut-off. */
export function viewPayments(context: ConsoleContext, loaded: Loaded): PaymentsView {
  const { row, plan, payments, facts } = loaded;
  const told = payments.length === 0 ? new Map<string, IntentState>() : moneyIntents(context.db, row.caseId);
  const openShiftId = openShift(context.db)?.shiftId ?? null;
  return {
    dueLines: (plan?.quote?.lines ?? []).filter((line) => line.when === 'now' && line.li > 0).map((line) => ({ code: line.item, name: line.ruleId, li: line.li })),
    dueLi: facts.dueLi, receivedLi: facts.receivedLi, waitingLi: facts.waitingLi, rows: payments.map((payment) => rowOf(payment, row.state, openShiftId, told)), refund: refundOf(context, loaded),
    clockStartAt: clockStart(loaded), promise: promiseOf(context, loaded),
  };
}

/** Money of the case that should go back today: it ended without a service, or more is held than due. */
export function refundOf({ db }: Pick<ConsoleContext, 'db'>, { row, plan, facts, order }: Pick<LoadedCase, 'row' | 'plan' | 'order' | 'facts'>): RefundOwed | null {
  const wasRefused = row.state === 'cancelled' && order !== null && facts.receivedLi > 0 && listHistory(db, row.caseId).some(({ code }) => code === 'rejected' || code === 'failed');
  return refundOwed({ state: row.state, wasRefused, dueLi: plan?.quote?.dueNowLi ?? null, heldLi: facts.receivedLi });
}

/** When the amount due was first fully in: an instant, or the bank's day of a transfer; null while it is not. */
export const clockStart = ({ facts, payments }: Pick<Loaded, 'facts' | 'payments'>): string | null =>
  paymentClock(facts.dueLi, clockRows(payments));

/** Working days until activation: 3, or 7 for a special number. */
export const workingDaysOf = (context: ConsoleContext, grade: number): number =>
  isSpecial(grade as Grade) ? context.reference.policy.activation.specialWorkingDays : context.reference.policy.activation.ordinaryWorkingDays;

function promiseOf(context: ConsoleContext, { pick }: Loaded): PaymentsView['promise'] {
  if (pick === null) return null;
  const { cutOff } = context.reference.policy.activation;
  const workingDays = workingDaysOf(context, pick.grade);
  const today = wallTime(context.now()).date;
  const before = dueDate({ paidAt: today, cutOff, workingDays, calendar: announcedCalendar });
  const after = dueDate({ paidAt: instantOfWall(today, '23:59'), cutOff, workingDays, calendar: announcedCalendar });
  return { before: before.date, after: after.date, cutOff, provisional: before.provisional || after.provisional, workingDays };
}

function rowOf(row: LedgerRow, caseState: CaseState, openShiftId: string | null, told: ReadonlyMap<string, IntentState>): PaymentRow {
  const reversible = reversibleOf(row, caseState, openShiftId);
  return {
    paymentId: row.paymentId, tender: row.tender, amountLi: row.amountLi, tenderedLi: row.tenderedLi, changeLi: row.changeLi, payerName: row.payerName, payerNote: row.payerNote,
    reference: row.arrivalReference ?? row.reference, state: reversibleLi(reversible) === 0 ? 'reversed' : reversible.state, takenAt: row.takenAt, takenBy: row.takenBy,
    arrivedOn: row.arrivedOn, receiptNo: row.receiptNo, receiptPaperId: row.receiptPaperId, shiftNo: row.shiftNo, reversibleLi: reversibleLi(reversible), may: allowedReversals(reversible),
    reversals: row.reversals.map(({ reversedAt: at, reversedBy: by, paymentId: _paymentId, tender: _tender, shiftId: _shiftId, ...rest }) => ({ ...rest, at, by })),
    carrier: carrierWord(told.get(correlatorOf(row))),
  };
}

/** A ledger row as the rules of reversals read it. */
export const reversibleOf = (row: LedgerRow, caseState: CaseState, openShiftId: string | null): Reversible => ({
  state: row.arrivedOn === null ? 'awaited' : 'received', tender: row.tender, amountLi: row.amountLi, reversedLi: reversedLi(row), caseState, takenInShift: row.shiftId, openShift: openShiftId,
});

function carrierWord(state: IntentState | undefined): PaymentRow['carrier'] {
  if (state === undefined || state === 'superseded') return 'not-sent';
  return state === 'sent' ? 'accepted' : state === 'parked' ? 'parked' : 'waiting';
}
