import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { ShiftView } from '#contract/till.ts';
import { assert } from '#domain/assert.ts';
import { ok, type Result } from '#domain/result.ts';
import { type CloseRefusal, decideClose } from '#domain/till/close-shift.ts';
import { cashTotalLi } from '#domain/till/count-cash.ts';
import { expectedByTender } from '#domain/till/shift-totals.ts';
import { inTransaction } from '../../store/db.ts';
import { insertClose } from '../../store/tables/shift-rows.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import type { Lane } from '../lane.ts';
import { madeOrRefused } from '../papers/made-paper.ts';
import { namePaper, storeFile } from '../papers/keep-paper.ts';
import { refuse } from '../refuse.ts';
import { whoAuthorises, standsFor } from './second-person.ts';
import { type CloseFacts, composeDaySheet } from './sheet/compose-day-sheet.ts';
import { findLoadedShift } from './view/load-shift.ts';
import { type MatchedShift, matchShift, showShift, viewShift } from './view/view-shift.ts';

type Close = Request<'till/close'>;
type Decided = { readonly matched: MatchedShift; readonly facts: CloseFacts };

const codes: Readonly<Record<CloseRefusal['code'], Failure['code']>> = {
  'shift-not-counted': 'shift-not-counted', 'mismatch-unexplained': 'mismatch-unexplained', 'supervisor-needed': 'supervisor-needed', 'note-needed': 'note-needed',
  'deposit-over-cash': 'deposit-over-cash', 'deposit-not-whole': 'bad-request',
};

/** Closes a shift for good: its day sheet is drawn first, then sheet and close are one transaction. In the lane, so that no money moves meanwhile. */
export const closeShift = (context: ConsoleContext, lane: Lane, actor: Actor, claim: Close): Promise<Result<ShiftView, Failure>> =>
  lane(async () => {
    const authoriser = await whoAuthorises(context, actor, claim.supervisor);
    if (!authoriser.ok) return authoriser;
    const at = context.now();
    const decided = decide(context, actor, authoriser.value, claim, at);
    if (!decided.ok) return decided;
    const { matched, facts } = decided.value;
    const sheet = composeDaySheet(context, matched, viewShift(context, matched), facts);
    const made = madeOrRefused(await context.papers.makeDaySheet(sheet, { createdAt: new Date(at) }));
    if (!made.ok) return made;
    const file = await storeFile(context, made.value.pdf);
    const closed = inTransaction(context.db, (): Result<null, Failure> => {
      const again = decide(context, actor, authoriser.value, claim, at);
      if (!again.ok) return again;
      const { record, count, booked } = again.value.matched.loaded;
      // The sheet is drawn from these rows: another count or row since then would make it a sheet of something else.
      if (count?.countId !== matched.loaded.count?.countId || booked.length !== matched.loaded.booked.length) return refuse('shift-not-counted');
      assert(count !== null, 'closeShift: closed without a count');
      const sheetPaperId = context.newId();
      namePaper(context, file, {
        paperId: sheetPaperId, caseId: null, kind: 'day-sheet', documentNo: record.shiftNo, contentDigest: made.value.contentDigest, basisDigest: '', content: JSON.stringify(sheet),
        madeAt: at, madeBy: actor.staffNo, templateVersion: `${sheet.head.template.id} ${sheet.head.template.version}`, byHand: false, numbers: null,
      });
      insertClose(context.db, record.shiftId, {
        countId: count.countId, closedAt: at, closedBy: facts.closedBy, authorisedBy: facts.authorisedBy, note: facts.note, depositLi: facts.depositLi, depositBag: facts.depositBag,
        floatLeftLi: facts.floatLeftLi, expected: expectedByTender(booked), sheetPaperId,
      });
      return ok(null);
    });
    if (!closed.ok) return closed;
    context.emit('till/changed', null);
    return showShift(context, actor, claim.shiftId);
  });

function decide(context: ConsoleContext, actor: Actor, authoriser: Actor | null, { shiftId, note, depositLi, depositBag, supervisor }: Close, at: string): Result<Decided, Failure> {
  const loaded = findLoadedShift(context, shiftId);
  if (loaded === null) return refuse('shift-not-found');
  if (loaded.record.close !== null) return refuse('shift-closed');
  const matched = matchShift(context, actor, loaded);
  const stands = standsFor(authoriser, supervisor, loaded);
  if (!stands.ok) return stands;
  const decided = decideClose(matched.closing, { note, depositLi, countedCashLi: loaded.count === null ? 0 : cashTotalLi(loaded.count.cash), authorised: stands.value !== null });
  if (!decided.ok) return refuse(codes[decided.error.code], decided.error.facts);
  return ok({ matched, facts: { at, closedBy: actor.staffNo, authorisedBy: stands.value, note, depositLi, depositBag, floatLeftLi: decided.value.floatLeftLi } });
}
