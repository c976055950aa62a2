import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import type { IntentState } from '#domain/outbox/intent.ts';
import type { DayNumbers, Handed, MatchedEntry, TillEvidence } from '#domain/till/match/till-evidence.ts';
import { readReceiptNo, receiptNo } from '#domain/till/receipt-no.ts';
import { countedByTender } from '#domain/till/shift-totals.ts';
import type { EntryRecord } from '../../../store/tables/shift-entry-rows.ts';
import { casesHolding, moneyEventsOf, numbersOf, strayMoneyEvents, unknownAtCarrier } from '../../../store/tables/shift-evidence-rows.ts';
import { type CountRecord, floatLeftBefore, openedAfter } from '../../../store/tables/shift-rows.ts';
import { readCount } from '../../../store/tables/setting-rows.ts';
import { loadCase } from '../../cases/load-case.ts';
import type { ConsoleContext } from '../../console-context.ts';
import { readHall } from '../../hall/policy.ts';
import { refundOf } from '../../payments/view-payments.ts';
import type { LoadedShift } from './load-shift.ts';

/** After the last moment of any shift. */
const forEver = '9999';

/** Everything that this PC knows of a shift's money beside the ledger: history, papers, the carrier's word, numbers. */
export function shiftEvidence(context: ConsoleContext, loaded: LoadedShift, count: CountRecord): TillEvidence {
  const { record, booked, carriedIn } = loaded;
  const written = [...booked, ...carriedIn];
  return {
    booked: booked.map(matchedEntry), carriedIn: carriedIn.map(matchedEntry), counted: countedByTender(count, record.floatLi), slips: count.slips,
    float: { openedLi: record.floatLi, leftLi: floatLeftBefore(context.db, record.shiftId) },
    records: moneyEventsOf(context.db, [...new Set(written.map(({ caseId }) => caseId))]), strays: strayMoneyEvents(context.db, record.openedAt, openedAfter(context.db, record.shiftId) ?? forEver),
    printedLi: new Map(written.flatMap((entry) => (entry.printedLi === null ? [] : [[entry.receiptNo, entry.printedLi]]))),
    days: numbersOfShift(context, loaded),
    // What is owed is owed today: it is told in the shift that can pay it back.
    owed: record.close === null ? refundsOwed(context, ['rejected', 'failed', 'cancelled']).map(({ caseId, li }) => ({ caseId, li: -li })) : [],
  };
}

/** The desk's numbers on every day that the shift has been open. */
export function numbersOfShift(context: ConsoleContext, { record }: Pick<LoadedShift, 'record'>): readonly DayNumbers[] {
  const nextOpened = openedAfter(context.db, record.shiftId);
  return daysOf(record.openedAt, record.close?.closedAt ?? context.now()).map((day) => dayNumbers(context, record.shiftId, day, nextOpened));
}

/** Cases of this PC whose money should go back, with how much and why. */
export const refundsOwed = (context: ConsoleContext, states: readonly string[]) => casesHolding(context.db, states).flatMap((caseId) => {
  const loaded = loadCase(context, caseId);
  const owed = loaded === null ? null : refundOf(context, loaded);
  return loaded === null || owed === null ? [] : [{ caseId, caseNo: loaded.row.caseNo, company: loaded.row.customer.name, ...owed }];
});

const matchedEntry = (entry: EntryRecord): MatchedEntry => ({
  entryId: entry.entryId, kind: entry.kind, caseId: entry.caseId, receiptNo: entry.receiptNo, tender: entry.tender, li: entry.li, handed: handedOf(entry.intent), heldLi: entry.heldLi,
});

/** Where the outbox is with a movement. */
export function handedOf(intent: IntentState | null): Handed {
  if (intent === null || intent === 'superseded') return 'never';
  return intent === 'sending' ? 'waiting' : intent;
}

function daysOf(from: string, to: string): readonly PlainDate[] {
  const [first, last] = [wallTime(from).date, wallTime(to).date];
  const days = [first];
  while ((days.at(-1) ?? last) < last) days.push(addDays(days.at(-1) ?? last, 1));
  return days;
}

function dayNumbers(context: ConsoleContext, shiftId: string, date: PlainDate, nextOpened: string | null): DayNumbers {
  const { code: hallCode, desk } = readHall(context);
  const numberAt = (sequence: number): string => receiptNo({ hallCode, desk, date, sequence });
  const prefix = numberAt(1).slice(0, -4);
  const sequenceOf = (no: string): number => readReceiptNo(no)?.sequence ?? 0;
  return {
    numberAt, numbers: numbersOf(context.db, prefix).map((number) => ({ sequence: sequenceOf(number.receiptNo), here: number.shiftId === shiftId })), issued: readCount(context.db, `receipt-${date}`),
    lastOfDay: nextOpened === null || wallTime(nextOpened).date > date, unknown: unknownAtCarrier(context.db, prefix).map(({ receiptNo: no, li }) => ({ sequence: sequenceOf(no), li })),
  };
}
