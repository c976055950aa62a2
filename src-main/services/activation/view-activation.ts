import type { ActivationView } from '#contract/approval.ts';
import { addDays } from '#domain/calendar/plain-date.ts';
import { announcedCalendar, dayKind } from '#domain/calendar/work-calendar.ts';
import { dueDate } from '#domain/calendar/working-days.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { listHistory } from '../../store/tables/order-rows.ts';
import { remoteId } from '../../store/tables/outbox-rows.ts';
import { listRealCalls } from '../../store/tables/real-call-rows.ts';
import { findRoutingCheck } from '../../store/tables/routing-check-rows.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';

/** The order as it stands; null before it was submitted. The strip shows which days count, from the day of payment on. */
export function viewActivation(context: ConsoleContext, { row, order }: Pick<LoadedCase, 'row' | 'order'>): ActivationView | null {
  if (order === null) return null;
  const due = dueDate({ paidAt: order.clockStartAt, cutOff: context.reference.policy.activation.cutOff, workingDays: order.workingDays, calendar: announcedCalendar });
  const days = Array.from({ length: 14 }, (_, index) => addDays(due.paymentDay, index)).filter((day, index) => index < 10 || day <= due.date);
  const check = findRoutingCheck(context.db, row.caseId);
  return {
    orderId: remoteId(context.db, row.caseId, 'order'), submittedAt: order.submittedAt, state: row.state, dueDate: order.dueDate, provisional: order.provisional,
    workingDays: order.workingDays, history: listHistory(context.db, row.caseId), carrierNote: order.carrierNote, activatedAt: order.activatedAt,
    strip: days.map((day) => ({ day, works: dayKind(day, announcedCalendar).work, counts: due.countedDays.includes(day) ? due.countedDays.indexOf(day) + 1 : null })),
    realCalls: listRealCalls(context.db, row.caseId).map(({ testCallId, outcome, note, madeBy, madeAt }) => ({ testCallId, as: outcome, note, by: madeBy, at: madeAt })),
    carrierRouting: check && { checkedAt: check.checkedAt, parts: check.parts as readonly (keyof RoutingForm)[] | null },
  };
}
