import type { PaymentRow, PaymentsView } from '#contract/payments.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { dueDate } from '#domain/calendar/working-days.ts';
import { instantOfWall, wallTime } from '#domain/calendar/shanghai-time.ts';
import { type Grade, isSpecial } from '#domain/number/grade/number-rules.ts';
import { paymentClock } from '#domain/till/payment-clock.ts';
import type { LedgerRow } from '../../store/tables/payment-rows.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';
import { clockRow } from './money-of.ts';

type Loaded = Pick<LoadedCase, 'plan' | 'pick' | 'payments' | 'facts'>;

/** What is due, what came in, and which day would be promised before and after today's cut-off. */
export function viewPayments(context: ConsoleContext, loaded: Loaded): PaymentsView {
  const { plan, payments, facts } = loaded;
  return {
    dueLines: (plan?.quote?.lines ?? []).filter((line) => line.when === 'now' && line.li > 0).map((line) => ({ code: line.item, name: line.ruleId, li: line.li })),
    dueLi: facts.dueLi, receivedLi: facts.receivedLi, waitingLi: facts.waitingLi, rows: payments.map(rowOf), clockStartAt: clockStart(loaded), promise: promiseOf(context, loaded),
  };
}

/** When the amount due was first fully in: an instant, or the bank's day of a transfer; null while it is not. */
export const clockStart = ({ facts, payments }: Pick<Loaded, 'facts' | 'payments'>): string | null =>
  paymentClock(facts.dueLi, payments.map(clockRow));

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

const rowOf = (row: LedgerRow): PaymentRow => ({
  paymentId: row.paymentId, tender: row.tender, amountLi: row.amountLi, tenderedLi: row.tenderedLi, changeLi: row.changeLi, payerName: row.payerName,
  reference: row.arrivalReference ?? row.reference, state: row.arrivedOn === null ? 'awaited' : 'received', takenAt: row.takenAt, takenBy: row.takenBy,
  arrivedOn: row.arrivedOn, receiptNo: row.receiptNo, receiptPaperId: row.receiptPaperId,
});
