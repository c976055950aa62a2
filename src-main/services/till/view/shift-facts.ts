import type { ShiftView } from '#contract/till.ts';
import { matchSequence } from '#domain/till/match/match-sequence.ts';
import { countOutbox } from '../../../store/tables/outbox-rows.ts';
import { approvalsOpen, awaitedLiOf, reprintsBetween } from '../../../store/tables/shift-evidence-rows.ts';
import { openedAfter } from '../../../store/tables/shift-rows.ts';
import type { ConsoleContext } from '../../console-context.ts';
import type { LoadedShift } from './load-shift.ts';
import { numbersOfShift } from './shift-evidence.ts';

/** What is not counted, but told beside the count. */
export function shiftFacts(context: ConsoleContext, { record, booked, carriedIn }: LoadedShift): ShiftView['facts'] {
  const { db } = context;
  const written = [...booked, ...carriedIn];
  const numbers = written.map(({ receiptNo }) => receiptNo).toSorted();
  const { waiting, parked } = countOutbox(db);
  const ofKind = (kind: string): number => booked.filter((entry) => entry.kind === kind).length;
  return {
    awaitedLi: awaitedLiOf(db, record.shiftId), receipts: written.length, voids: ofKind('void'), refunds: ofKind('refund'), unsent: waiting, parked,
    reprints: reprintsBetween(db, record.openedAt, openedAfter(db, record.shiftId) ?? '9999'), approvalsOpen: approvalsOpen(db), firstReceipt: numbers[0] ?? null, lastReceipt: numbers.at(-1) ?? null,
    gapless: matchSequence({ days: numbersOfShift(context, { record }) }).length === 0,
  };
}
