import type { ActivationView } from '#contract/approval.ts';
import { addDays } from '#domain/calendar/plain-date.ts';
import { announcedCalendar, dayKind } from '#domain/calendar/work-calendar.ts';
import { dueDate } from '#domain/calendar/working-days.ts';
import { listHistory } from '../../store/tables/order-rows.ts';
import { remoteId } from '../../store/tables/outbox-rows.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';

/** The order as it stands; null before it was submitted. The strip shows which days count, from the day of payment on. */
export function viewActivation(context: ConsoleContext, { row, order }: Pick<LoadedCase, 'row' | 'order'>): ActivationView | null {
  if (order === null) return null;
  const due = dueDate({ paidAt: order.clockStartAt, cutOff: context.reference.policy.activation.cutOff, workingDays: order.workingDays, calendar: announcedCalendar });
  const days = Array.from({ length: 14 }, (_, index) => addDays(due.paymentDay, index)).filter((day, index) => index < 10 || day <= due.date);
  return {
    orderId: remoteId(context.db, row.caseId, 'order'), submittedAt: order.submittedAt, state: row.state, dueDate: order.dueDate, provisional: order.provisional,
    workingDays: order.workingDays, history: listHistory(context.db, row.caseId), carrierNote: order.carrierNote, activatedAt: order.activatedAt,
    strip: days.map((day) => ({ day, works: dayKind(day, announcedCalendar).work, counts: due.countedDays.includes(day) ? due.countedDays.indexOf(day) + 1 : null })),
  };
}
