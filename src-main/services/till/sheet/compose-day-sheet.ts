import type { MismatchView, ShiftView, TillEntry } from '#contract/till.ts';
import type { DaySheetHandled, DaySheetLate, DaySheetPaper } from '#domain/agreement/day-sheet-paper.ts';
import type { PaperStaff } from '#domain/agreement/paper-head.ts';
import { assert } from '#domain/assert.ts';
import type { PlainDate } from '#domain/calendar/plain-date.ts';
import { type CashCount, cashFaces, cashTotalLi } from '#domain/till/count-cash.ts';
import { findShift } from '../../../store/tables/shift-rows.ts';
import type { ConsoleContext } from '../../console-context.ts';
import { readHall } from '../../hall/policy.ts';
import { paperTime } from '../../papers/wording/days.ts';
import { nameOf } from '../open-shift.ts';
import type { MatchedShift } from '../view/view-shift.ts';
import { sheetRows, sheetSums } from './sheet-rows.ts';
import { sheetOpenItems } from './open-items.ts';
import { causeWords, clockWords, customerWords, sheetDayOf, shortNo, subjectWords, tenderWord } from './sheet-words.ts';

/** How the shift is about to be closed. */
export type CloseFacts = {
  readonly at: string; readonly closedBy: string; readonly authorisedBy: string | null; readonly note: string; readonly depositLi: number; readonly depositBag: string; readonly floatLeftLi: number;
};

const DAY_SHEET = { id: 'RJ-400', version: '第3版（2026-11）' } as const;

/** The 日结单 of a shift as it is closed: what was counted, matched and said of it, and nothing that comes later. */
export function composeDaySheet(context: ConsoleContext, { loaded, evidence }: MatchedShift, view: ShiftView, close: CloseFacts): DaySheetPaper {
  const { record, count } = loaded;
  assert(count !== null && evidence !== null, 'composeDaySheet: the shift was not counted');
  const hall = readHall(context);
  const staff = (staffNo: string): PaperStaff => ({ name: nameOf(context, staffNo), staffNumber: staffNo });
  return {
    kind: 'day-sheet',
    head: {
      documentNumber: record.shiftNo, template: DAY_SHEET, hall: { name: hall.name, code: hall.code, branchName: hall.branchName, city: hall.city, serviceLine: hall.serviceLine },
      clerk: staff(record.staffNo), training: context.mode === 'training', completedByHand: false,
    },
    desk: record.desk, openedAt: paperTime(record.openedAt), closedAt: paperTime(close.at), ...sheetSums(view), rows: sheetRows(view), methods: methodsOf(view), cash: cashOf(count.cash, record.floatLi),
    handled: view.mismatches.map((mismatch) => handledOf(context, mismatch, close, sheetDayOf(view))), carriedIn: view.carriedIn.map((entry) => lateOf(context, loaded.carriedIn, entry, sheetDayOf(view))), openItems: sheetOpenItems(view),
    note: close.note, deposit: { amount: close.depositLi, bag: close.depositBag, floatLeft: close.floatLeftLi }, closedBy: staff(close.closedBy),
    ...(close.authorisedBy !== null && { supervisor: staff(close.authorisedBy) }),
  };
}

/** Ways of paying that were used or counted; cash always. */
const methodsOf = ({ methods }: ShiftView): DaySheetPaper['methods'] => methods
  .map(({ tender, expectedLi, drawerLi }) => ({ tender, expected: expectedLi ?? 0, counted: drawerLi ?? 0 }))
  .filter(({ tender, expected, counted }) => tender === 'cash' || expected !== 0 || counted !== 0)
  .map(({ tender, expected, counted }) => ({ name: tenderWord[tender], expected, counted, difference: counted - expected }));

function cashOf(cash: CashCount, float: number): DaySheetPaper['cash'] {
  const faces = cashFaces.flatMap((fen) => {
    const pieces = cash.pieces[String(fen)] ?? 0;
    return pieces === 0 ? [] : [{ face: fen >= 100 ? `${fen / 100}元` : fen >= 10 ? `${fen / 10}角` : `${fen}分`, pieces, amount: pieces * fen * 10 }];
  });
  return { faces: cash.looseLi === 0 ? faces : [...faces, { face: '零币', pieces: null, amount: cash.looseLi }], float, taken: cashTotalLi(cash) - float };
}

/** What was said of a mismatch; a difference of the count is answered by the note of the close. */
function handledOf(context: ConsoleContext, mismatch: MismatchView, close: CloseFacts, day: PlainDate): DaySheetHandled {
  const { explained } = mismatch;
  const confirmed = (name: string | null, at: string): string => (name === null ? '' : `${name} ${clockWords(at)}`);
  return {
    subject: subjectWords(mismatch, day), amount: mismatch.li === 0 ? null : mismatch.li, cause: causeWords(mismatch),
    ...(explained === null
      ? { action: close.note, confirmed: confirmed(close.authorisedBy === null ? null : nameOf(context, close.authorisedBy), close.at) }
      : { action: explained.action === 'in-transit' ? `在途${explained.note === '' ? '' : `：${explained.note}`}` : explained.note, confirmed: confirmed(explained.authorisedBy, explained.at) }),
  };
}

function lateOf(context: ConsoleContext, carriedIn: MatchedShift['loaded']['carriedIn'], entry: TillEntry, day: PlainDate): DaySheetLate {
  const source = carriedIn.find(({ entryId }) => entryId === entry.entryId);
  return {
    time: clockWords(entry.at), receipt: shortNo(entry.receiptNo, day), caseNumber: shortNo(entry.caseNo, day), customer: customerWords(entry), tender: tenderWord[entry.tender], amount: entry.li ?? 0,
    shift: source === undefined ? '' : (findShift(context.db, source.shiftId)?.shiftNo ?? ''),
  };
}
