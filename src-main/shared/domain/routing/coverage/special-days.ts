import { holidayName } from '../../calendar/holiday-name.ts';
import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import { dayFacts } from '../call-moment.ts';
import type { RoutingForm } from '../routing-form.ts';
import { isSpan } from '../rule-match.ts';
import type { CoverageSetup, SpecialDay } from './coverage.ts';

/** So far ahead holidays are looked for. */
const DAYS_AHEAD = 366;

/** Days of the next twelve months that differ from their weekday: the first day of each public holiday, each make-up day, and the first and last day of each span that a rule names. */
export function specialDays(form: RoutingForm, today: PlainDate, calendar: WorkCalendar): CoverageSetup['days'] {
  const found = new Map<PlainDate, SpecialDay>();
  let running = '';
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    const { holiday, makeUp, announced } = dayFacts(date, calendar);
    const name = holiday ? (holidayName(date) ?? '') : '';
    if (makeUp) found.set(date, { date, kind: 'makeUp', name: holidayName(date) ?? '', announced });
    else if (holiday && (running === '' || running !== `${name}!`)) found.set(date, { date, kind: 'holiday', name, announced });
    running = holiday ? `${name}!` : '';
  }
  for (const { days, dates } of form.rules) {
    if (days !== 'dates') continue;
    for (const { from, to } of dates) {
      if (!isSpan(from, to) || to < today) continue;
      for (const date of [from < today ? today : from, to]) if (!found.has(date)) found.set(date, { date, kind: 'date', name: '', announced: dayFacts(date, calendar).announced });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)).map((day) => ({ day, today: dayFacts(day.date, calendar), yesterday: dayFacts(addDays(day.date, -1), calendar) }));
}
