import type { PaperDue } from '#domain/agreement/paper-head.ts';
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts';
import { type Instant, wallTime } from '#domain/calendar/shanghai-time.ts';
import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { dueDate } from '#domain/calendar/working-days.ts';
import type { LoadedCase } from '../../cases/load-case.ts';
import type { ConsoleContext } from '../../console-context.ts';
import { workingDaysOf } from '../../payments/view-payments.ts';
import { daysOffWords } from '../wording/days.ts';

/** When the service runs if the clock starts at `start`; `assumed` says in words what is taken for granted about that start, or is empty. */
export function duePromise(context: ConsoleContext, { pick, facts }: Pick<LoadedCase, 'pick' | 'facts'>, start: Instant | PlainDate, assumed: string, certain = true): PaperDue {
  const { cutOff } = context.reference.policy.activation;
  const workingDays = workingDaysOf(context, pick?.grade ?? 9);
  const due = dueDate({ paidAt: start, cutOff, workingDays, calendar: announcedCalendar });
  const afterCutOff = start.length > 10 && wallTime(start).date !== due.paymentDay;
  const reasons = [
    ...(assumed === '' ? [] : [assumed]),
    ...(afterCutOff ? [`${cutOff}以后按次日计`] : []),
    ...daysOffWords(addDays(due.paymentDay, 1), due.date, announcedCalendar),
    ...(due.provisional ? ['放假安排未公布，以公布为准'] : []),
  ];
  return {
    date: due.date, expected: !certain || due.provisional || pick?.hold === 'provisional', workingDays, startsWith: facts.dueLi > 0 ? 'payment' : 'complete-case', reason: reasons.join('；'),
  };
}

/** The promise of agreement and form: both are signed before the money is in, so it counts from now and says so. */
export const promiseFromNow = (context: ConsoleContext, loaded: LoadedCase): PaperDue =>
  duePromise(context, loaded, context.now(), loaded.facts.dueLi > 0 ? '按今日收齐款项计' : '按今日资料齐全计');
